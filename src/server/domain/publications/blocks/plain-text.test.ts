import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { tidied } from '#server/platform/forms/fields.ts'
import { marksOf, readText, textOf, type KnownBlock, type Vocabulary } from './plain-text.ts'
import { settingNames, settingsOf, type SettingName } from '../settings.ts'
import { blockKinds } from './kinds.ts'

const per = <N extends string, T>(names: readonly N[], of: (name: N) => T) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<N, T>
const area = newId()
/** Every kind and setting has its word, and each choice what it is called, with what would be hard to tell apart. */
const words: Vocabulary = {
  kinds: per(blockKinds, (kind) => kind.replaceAll('_', '-')),
  settings: per(settingNames, (name) => `val-${name.replaceAll('_', '-')}å`),
  values: per(settingNames, (name) => ({
    ...per(
      [...new Set(blockKinds.flatMap((kind) => choicesOf(kind, name)))],
      (choice) => `”${choice}” "\\} = {#a}`
    ),
    ...(name === 'objective' && { [area]: 'Skola "och" fritid' })
  }))
}
function choicesOf(kind: (typeof blockKinds)[number], name: SettingName): readonly string[] {
  return settingsOf(kind).find((setting) => setting.name === name)?.choices ?? []
}

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '# ',
      '#',
      '## ',
      '\\# ',
      '\\\\# x',
      '::',
      '::totals',
      '\\::x',
      '{#',
      '}',
      '{#abc}',
      '="',
      '\n',
      '\n\n',
      '```\n'
    ],
    ...['# Rubrik {#12345678}', '::deeds{#1 val-told="x"}', ' ', '\\', '"', '- ', 'å', '\t'],
    ...[
      '~~~\n',
      '\n```js\n',
      '\n````\n',
      '\n~~~~\n',
      '\n```\n# x\n```\n',
      '\n    # x',
      '\n====\n',
      '\n---\n'
    ],
    ...['#\u00a0', '\u00a0', '”', '“', '’', '> # x', '\\```', '\n  ```\n', '\n- ```\n']
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 })
)
const prose = fc.array(piece, { maxLength: 14 }).map((pieces) => tidied(pieces.join('')) || null)
const heading = prose.map(
  (text) =>
    tidied((text ?? '').replace(/\s+/g, ' '))
      .slice(0, 200)
      .trim() || null
)
const id = fc.uuid({ version: 7 })

const block: fc.Arbitrary<KnownBlock> = fc
  .record({ id, kind: fc.constantFrom(...blockKinds), heading, prose, usual: heading, pick: fc.nat() })
  .map(({ kind, pick, ...rest }) => {
    const setting = settingsOf(kind)[pick % Math.max(1, settingsOf(kind).length)]
    const choices = setting ? [...setting.choices, ...(setting.name === 'objective' ? [area] : [])] : []
    const value = choices[pick % Math.max(1, choices.length)]
    const settings =
      setting && value !== undefined && value !== setting.usual ? { [setting.name]: value } : {}
    return {
      ...rest,
      kind,
      prose: kind === 'prose' ? rest.prose : null,
      heading: rest.heading === rest.usual ? null : (rest.heading ?? (rest.usual ? 'Rubrik' : null)),
      settings
    }
  })
  // Without a heading of its own it has the usual one.
  .map((one) => ({ ...one, heading: one.heading === one.usual ? null : one.heading }))
const report = fc.uniqueArray(block, { maxLength: 8, selector: ({ id: own }) => own })

const plain = ({ usual: _, ...rest }: KnownBlock) => rest
const read = (text: string, known: KnownBlock[]) => {
  const { blocks, faults } = readText(text, known, words)
  return { faults, blocks: blocks.map(({ line: _, ...rest }) => rest) }
}

describe('the report as one text', () => {
  test('read back is what it was', () =>
    fc.assert(
      fc.property(report, (blocks) => {
        expect(read(textOf(blocks, words), blocks)).toEqual({ faults: [], blocks: blocks.map(plain) })
      }),
      { numRuns: 1000 }
    ))

  test('written again is the same text', () =>
    fc.assert(
      fc.property(report, (blocks) => {
        const text = textOf(blocks, words)
        const again = read(text, blocks).blocks.map((one, at) => ({
          ...blocks[at]!,
          ...one,
          id: one.id ?? ''
        }))
        expect(textOf(again, words)).toBe(text)
      })
    ))

  test('is read whatever is written, and what is wrong has its line', () =>
    fc.assert(
      fc.property(report, fc.array(piece, { maxLength: 40 }), (blocks, pieces) => {
        const text = pieces.join('')
        const { faults } = readText(text, blocks, words)
        const lines = text.replace(/\r\n?/g, '\n').split('\n').length
        for (const { line } of faults) expect(line).toSatisfy((at: number) => at >= 1 && at <= lines)
      }),
      { numRuns: 1000 }
    ))

  test('a long line is no work', () => {
    const began = performance.now()
    for (const line of [
      `# ${' '.repeat(90_000)}x`,
      `::x{#${' a="'.repeat(20_000)}`,
      `# ${'{#a '.repeat(20_000)}`
    ])
      readText(line, [], words)
    expect(performance.now() - began).toBeLessThan(200)
  })

  test('nor are many fences, closed or left open', () => {
    const began = performance.now()
    for (const text of [
      '```a\n'.repeat(40_000),
      '```\n\n'.repeat(30_000),
      `${'~~~~a\n'.repeat(15_000)}${'~~~\n'.repeat(15_000)}`,
      Array.from({ length: 800 }, (_, at) => `${'~'.repeat(900 - at)}a\n~~~\n`).join('')
    ])
      readText(text, [], words)
    expect(performance.now() - began).toBeLessThan(1000)
  })

  const known: KnownBlock[] = [
    {
      id: '01900000-0000-7000-8000-00000000aaaa',
      kind: 'prose',
      heading: 'Ett',
      prose: 'Text',
      settings: {},
      usual: null
    },
    {
      id: '01900000-0000-7000-8000-00000000bbbb',
      kind: 'totals',
      heading: null,
      prose: null,
      settings: {},
      usual: 'Kort'
    }
  ]
  test('looks like this', () => {
    expect(textOf(known, words)).toBe('# Ett {#0000aaaa}\n\nText\n\n::totals{#0000bbbb} Kort\n')
  })

  test('a line without a mark is new', () => {
    const { blocks, faults } = read('# Ny\n\nHej\n\n::deeds\n::totals{#0000bbbb} Sist\n', known)
    expect(faults).toEqual([])
    expect(blocks).toEqual([
      { id: null, kind: 'prose', heading: 'Ny', prose: 'Hej', settings: {} },
      { id: null, kind: 'deeds', heading: null, prose: null, settings: {} },
      { id: known[1]!.id, kind: 'totals', heading: 'Sist', prose: null, settings: {} }
    ])
  })

  const one = (prose: string) => read(`# Ett {#0000aaaa}\n\n${prose}\n\n::totals{#0000bbbb} Kort\n`, known)
  const proseOf = (text: string) => one(text).blocks.map(({ prose }) => prose)
  test.each([
    ['a fence', '```\n# x\n::totals\n```'],
    ['a fence of tildes, with what it is of', '~~~ sh\n# x\n```\n# y\n~~~'],
    ['a longer fence round a shorter', '````\n```\n# x\n```\n# y\n````'],
    ['a fence closed by a longer, indented', '```\n# x\n  `````  \nefter'],
    ['what is indented', 'a\n\n    # x\n    ::totals'],
    ['a quotation', '> # Ett {#0000aaaa}\n> ::totals{#0000bbbb}'],
    ['a heading underlined', 'Rubrik\n====\n\nAndra\n----\n\nText'],
    ['a quoted mark', 'Se ”{#0000bbbb}” och "# Ett {#0000aaaa}"'],
    ['what Word makes of it', '”Vi gör det” – ’ja’ …\n•\tEtt\n•\u00a0Två'],
    ['Markdown’s own headings', '## Under\n\n### Ännu en\n\n#nej']
  ])('%s is prose', (_, prose) => {
    expect(one(prose)).toMatchObject({ faults: [], blocks: [{ prose }, { prose: null }] })
    expect(one(prose.replaceAll('\n', '\r\n'))).toEqual(one(prose))
  })

  test('in a fence nothing has a backslash but what would end it', () => {
    const prose = '```\n# x\n\\# y\n# Ett {#0000aaaa}\n```'
    const text = textOf([{ ...known[0]!, prose }], words)
    expect(text).toContain('```\n# x\n\\# y\n\\# Ett {#0000aaaa}\n```')
    expect(read(text, known).blocks[0]?.prose).toBe(prose)
  })

  test('a fence left open holds nothing but itself', () => {
    expect(proseOf('```\nkod')).toEqual(['```\nkod', null])
    const { blocks } = read(
      '# Ett {#0000aaaa}\n\n```\n\n::totals{#0000bbbb}\n\n# Ny\n\n```\nkod\n```\n',
      known
    )
    expect(blocks.map(({ prose }) => prose)).toEqual(['```', null, '```\nkod\n```'])
    expect(textOf([{ ...known[0]!, prose: '~~~\nkod' }], words)).toContain('\n\\~~~\nkod')
  })

  test('a hard space is a space, Word’s quotation marks are quotation marks, and a byte order mark is nothing', () => {
    const text =
      '\ufeff#\u00a0Ett\u00a0{#0000aaaa}\n::totals{#0000bbbb\u00a0val-objectiveå=”Skola”}\u00a0Kort\n'
    const lens = { ...words, values: { ...words.values, objective: { [area]: 'Skola' } } }
    const { blocks, faults } = readText(text, known, lens)
    expect(faults).toEqual([])
    expect(blocks.map(({ id, heading }) => [id, heading])).toEqual([
      [known[0]!.id, 'Ett'],
      [known[1]!.id, null]
    ])
  })

  test.each([
    ['Hej\n\n# Ett', 1, 'before_first'],
    ['# Ett\n::totals\n\nHej\nHopp', 4, 'live_prose'],
    ['# Ett\n:: x', 2, 'malformed'],
    ['# Ett\n::nagot', 2, 'unknown_kind'],
    ['# Ett {#00000000}', 1, 'unknown_mark'],
    ['# Ett {#0000aaaa}\n\n# Ett {#0000aaaa}', 3, 'mark_twice'],
    ['# Kort {#0000bbbb}', 1, 'other_kind'],
    ['::totals{#0000bbbb storlek="stor"}', 1, 'unknown_setting'],
    ['::totals{#0000bbbb val-objectiveå="Inget"}', 1, 'not_a_choice']
  ])('%j is wrong on line %i: %s', (text, line, code) => {
    expect(readText(text, known, words).faults).toEqual([{ line, code }])
  })

  test('marks are short where they can be', () => {
    const twin = '02900000-0000-7000-8000-00000000aaaa'
    expect([...marksOf([known[0]!.id, twin, known[1]!.id]).values()]).toEqual([
      known[0]!.id,
      twin,
      '0000bbbb'
    ])
  })
})
