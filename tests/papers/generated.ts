import fc from 'fast-check'
import type { House, Street } from '#ui/charts/house.ts'
import type { Inline, Node, Paper, PaperDeed, PaperPhoto, PaperSection, TableNode } from '#ui/paper/paper.ts'

/** Papers as wild as what people type: any script, signs that no face has, giant words, tables of hundreds of rows. */

const scripts = [
  'Trygghet på riktigt – “läxhjälp” tre dagar i veckan…',
  'över\u202f4\u202f300 mellanmål, 25\u00a0% fler',
  'مرحبا بكم في الحي، ١٢ أسرة',
  'שלום לכל השכנים, 14 כיתות',
  'سلام، می‌خواهیم بازی کنیم',
  'Привет, соседи! Ελληνικά',
  '你好，邻居。図書館へようこそ 한국어',
  'สวัสดี हिन्दी தமிழ் አማርኛ ქართული',
  '😀 👩‍👩‍👧 🏳️‍🌈 🇸🇪 ❤️ 👍🏽 ☂️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣',
  '∑ₙ x² ≤ ∫ f(x)dx ⟹ 𝔸 ⊂ ℝ √2 ≈ 1,414 ½',
  'e\u0301a\u030ao\u0308 Z\u0351\u036b\u0343\u036a\u0302\u036b',
  'ab\u200bcd\u200d\u200ce\u00adf\u2060g\ufeffh',
  '\u202eomvänt\u202c \u2067isolerat\u2069 \u200f\u200e',
  '\u0000\u0007\u001b[31m\u007f\u0085\u2028\u2029',
  '\ue000\u{f0000}\uffff\ud800 \ufffd',
  '#set text(red) $x$ *fet* _kursiv_ @ref <a> = Rubrik \\ `kod` // /* ]] #{',
  '<script>alert(1)</script> & " \' %s {{x}} ${y}',
  '✓ → ☐ ♥ ★ ⚠ № ™ € ₿ ﬁ ﷽ Ⅷ ①',
  'ÅÄÖ åäö éüñ ŠŽ ĲŁ ẞ ﷺ'
]
const giant = fc
  .tuple(fc.constantFrom('a', 'Å', 'ـ', '漢', '😀', 'x/', '9'), fc.integer({ min: 40, max: 300 }))
  .map(([sign, times]) => sign.repeat(times))
const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...scripts) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\n\n', '\t') },
  { weight: 1, arbitrary: giant },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 60 }) }
)
const urls = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('', '#', '#avsnitt-1', '#ingenstans', '/samverkan/ö?a=1', '//ond.example', 'javascript:1'),
  fc.constantFrom('mailto:a@b.example', `https://x.example/${'a'.repeat(3000)}`, 'https://x.example/å ä<>"')
)

const text: fc.Arbitrary<Inline> = words.map((value) => ({ type: 'text', value }))
const { inline } = fc.letrec<{ inline: Inline }>((tie) => {
  const children = fc.array(tie('inline'), { maxLength: 3 })
  const styled = fc.constantFrom('strong', 'emphasis', 'mark', 'aside')
  return {
    inline: fc.oneof(
      { depthSize: 'small' },
      { weight: 6, arbitrary: text },
      { weight: 1, arbitrary: words.map((value): Inline => ({ type: 'code', value })) },
      { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
      { weight: 2, arbitrary: fc.record({ type: styled, children }) as fc.Arbitrary<Inline> },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('link' as const), url: urls, children }) }
    )
  }
})
const line = fc.array(inline, { maxLength: 4 })

const cells = (width: number) => fc.array(line, { maxLength: width + 1 })
const table: fc.Arbitrary<TableNode> = fc.integer({ min: 0, max: 9 }).chain((width) =>
  fc.record({
    type: fc.constant('table' as const),
    caption: line,
    head: cells(width),
    rows: fc.array(cells(width), { maxLength: 6 }),
    numbers: fc.subarray([0, 1, 2, 3])
  })
)
/** Of few rows many: fast-check would take its time over each. What stands in them is as long as in any table. */
const longTable = fc
  .tuple(
    fc.array(fc.constantFrom(...scripts), { minLength: 1, maxLength: 7 }),
    fc.integer({ min: 250, max: 300 })
  )
  .map(([signs, rows]): TableNode => {
    const cell = (value: string): Inline[] => [{ type: 'text', value }]
    return {
      type: 'table',
      caption: cell('Trehundra rader'),
      head: signs.map((_, at) => cell(`Kolumn ${at}`)),
      rows: Array.from({ length: rows }, (_, row) =>
        signs.map((sign, at) => cell(at === 0 ? `${row}` : sign))
      ),
      numbers: [0]
    }
  })

const house = fc.record({
  degree: fc.constantFrom(
    'not_begun',
    'begun',
    'partly',
    'mostly',
    'fully',
    'unstated',
    'not_carried_out',
    null
  ),
  state: fc.constantFrom('reported', 'not_asked', 'not_due', 'no_answer'),
  ordinary: fc.boolean(),
  seed: fc.string({ maxLength: 4 }),
  title: words,
  href: fc.constant('/hus')
}) as fc.Arbitrary<House>
const street: fc.Arbitrary<Street> = fc.record(
  {
    title: words,
    text: words,
    lit: fc.nat(9),
    of: fc.nat(9),
    houses: fc.oneof(
      { weight: 9, arbitrary: fc.array(house, { maxLength: 40 }) },
      { weight: 1, arbitrary: house.map((one) => Array.from({ length: 310 }, () => one)) }
    )
  },
  { requiredKeys: ['title', 'lit', 'of', 'houses'] }
)
const photo: fc.Arbitrary<PaperPhoto> = fc.record({
  id: fc.constantFrom('foto', 'trasigt', 'borta'),
  src: fc.constant('/foton/1'),
  alt: words,
  width: fc.constantFrom(40, 30),
  height: fc.constantFrom(40, 60)
})
const level = <N extends number>(...levels: N[]) => fc.constantFrom(...levels)

const { node } = fc.letrec<{ node: Node; deed: PaperDeed }>((tie) => {
  const nodes = fc.array(tie('node'), { maxLength: 3 })
  const kind = <T extends string>(type: T) => fc.constant(type)
  const simple: fc.Arbitrary<Node>[] = [
    fc.record({ type: kind('paragraph'), children: line }),
    fc.record({
      type: kind('paragraph'),
      children: line,
      tone: fc.constantFrom('soft', 'small', 'lead')
    }) as fc.Arbitrary<Node>,
    fc.record({ type: kind('heading'), level: level(3, 4, 5, 6), children: line }),
    fc.record({ type: kind('code'), value: words }),
    fc.constant<Node>({ type: 'rule' }),
    fc.record({
      type: kind('figures'),
      figures: fc.array(fc.record({ number: line, of: line, url: urls }), { maxLength: 4 })
    }),
    fc.record({ type: kind('picture'), photo })
  ]
  const holding: fc.Arbitrary<Node>[] = [
    fc.record({
      type: kind('list'),
      start: fc.constantFrom(null, null, 1, 0, 7, 1_000_000_000),
      items: fc.array(nodes, { maxLength: 4 }),
      look: fc.constantFrom('bullets', 'lines', 'names')
    }) as fc.Arbitrary<Node>,
    fc.record({ type: kind('quote'), children: nodes }),
    fc.record({
      type: kind('terms'),
      items: fc.array(fc.record({ term: line, children: nodes }), { maxLength: 3 })
    }),
    fc.record({
      type: kind('deeds'),
      level: level(3, 4, 5),
      deeds: fc.array(tie('deed'), { maxLength: 3 })
    })
  ]
  const wide: fc.Arbitrary<Node>[] = [
    table,
    fc.record({
      type: kind('quarter'),
      level: level(3, 4),
      streets: fc.array(street, { maxLength: 3 }),
      gender: fc.constantFrom('neuter', 'common'),
      tables: fc.array(table, { maxLength: 2 })
    }) as fc.Arbitrary<Node>
  ]
  return {
    node: fc.oneof({ depthSize: 'small' }, ...simple, ...simple, ...holding, ...wide),
    deed: fc.record({
      title: line,
      url: fc.option(urls),
      text: nodes,
      by: line,
      house: fc.option(house),
      extent: fc.constant(null),
      figures: fc.array(line, { maxLength: 3 }),
      photos: fc.array(photo, { maxLength: 2 })
    }) as fc.Arbitrary<PaperDeed>
  }
})

const abyss = fc.integer({ min: 5, max: 40 }).map((depth): Node => {
  const bottom: Node = { type: 'paragraph', children: [{ type: 'text', value: 'Längst ner' }] }
  return Array.from({ length: depth }).reduce<Node>(
    (inner, _, at) =>
      at % 5 === 4
        ? { type: 'quote', children: [inner] }
        : { type: 'list', start: at % 2 ? 1 : null, items: [[bottom, inner]] },
    bottom
  )
})

const section: fc.Arbitrary<PaperSection> = fc.record({
  id: fc.constant('x'),
  anchor: fc.constantFrom('avsnitt-1', 'avsnitt-2', 'avsnitt-ö', ''),
  heading: fc.option(line),
  level: level(2, 3),
  lead: fc.boolean(),
  nodes: fc.array(
    fc.oneof(
      { weight: 60, arbitrary: node },
      { weight: 2, arbitrary: abyss },
      { weight: 1, arbitrary: longTable }
    ),
    { maxLength: 4 }
  )
})

export const anyPaper: fc.Arbitrary<Paper> = fc.record({
  title: words,
  language: fc.constantFrom('sv', 'en'),
  about: words,
  publisher: words,
  day: fc.constant('2026-03-14'),
  period: fc.constant<Paper['period']>({ from: '2024-02-27', to: '2025-12-31', precision: 'day' }),
  opening: fc.option(line),
  invented: fc.option(words),
  facts: fc.array(line, { maxLength: 3 }),
  sections: fc.array(section, { maxLength: 3 }),
  colophon: fc.array(line, { maxLength: 3 })
})
