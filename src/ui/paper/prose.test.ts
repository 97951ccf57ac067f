import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain } from './inlines.ts'
import type { Inline, Node } from './paper.ts'
import { beginningOf, proseNodes } from './prose.ts'

const report = { language: 'sv' }
const read = (markdown: string, above: 1 | 2 | 3 = 2) => proseNodes(report, markdown, above)

const everyIn = (nodes: Node[]): Node[] =>
  nodes.flatMap((node) => {
    if (node.type === 'list') return [node, ...node.items.flatMap(everyIn)]
    return node.type === 'quote' ? [node, ...everyIn(node.children)] : [node]
  })
const inlinesIn = (inlines: Inline[]): Inline[] =>
  inlines.flatMap((one) => ('children' in one ? [one, ...inlinesIn(one.children)] : [one]))
const inlinesOf = (nodes: Node[]): Inline[] =>
  everyIn(nodes).flatMap((node) =>
    node.type === 'paragraph' || node.type === 'heading' ? inlinesIn(node.children) : []
  )
const wordsIn = (markdown: string): string =>
  everyIn(read(markdown))
    .map((node) => (node.type === 'paragraph' ? plain(node.children) : ''))
    .join('')
const safeAddress = /^(?:https?:|mailto:|#|\/(?!\/))/i

const nasty = fc.constantFrom(
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)" onclick=x>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&#58;alert(1))',
  '[x](data:text/html,<script>)',
  '[x](vbscript:x "t")',
  '![a](http://x/p.png)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '<!-- ',
  '<![CDATA[',
  '</p></div></main>',
  '<style>*{}</style>',
  '<svg/onload=x>',
  '# ',
  '###### ',
  '> ',
  '- ',
  '7. ',
  '**',
  '_',
  '`',
  '```\n',
  '    ',
  '\n\n',
  '\n',
  '&lt;b&gt;',
  '&#0;',
  '\\',
  '\u202e',
  '👩‍🏫'
)
const written = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), { maxLength: 25 })
  .map((pieces) => pieces.join(''))

describe('prose', () => {
  test('leads nowhere that could run, whatever was written', () =>
    fc.assert(
      fc.property(written, (markdown) => {
        const addresses = inlinesOf(read(markdown)).flatMap((one) => (one.type === 'link' ? [one.url] : []))
        expect(addresses.filter((url) => !safeAddress.test(url))).toEqual([])
      }),
      { numRuns: 2000 }
    ))

  test('never skips a level of heading', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 10 }), (depths) => {
        const nodes = read(depths.map((depth) => `${'#'.repeat(depth)} Rubrik`).join('\n\n'))
        const levels = nodes.flatMap((node) => (node.type === 'heading' ? [node.level] : []))
        let before = 2
        for (const level of levels) {
          expect(level).toBeGreaterThan(2)
          expect(level).toBeLessThanOrEqual(before + 1)
          before = level
        }
        expect(levels).toHaveLength(depths.length)
      })
    ))

  test('puts headings under the one they stand below', () => {
    expect(read('# Ett\n\n### Två\n\n## Tre').map((node) => node.type === 'heading' && node.level)).toEqual([
      3, 4, 4
    ])
  })

  test('shows written HTML as words, and a picture as its description', () => {
    expect(wordsIn('Nu <b>fetare</b>.')).toBe('Nu <b>fetare</b>.')
    expect(wordsIn('<div>\nHej\n</div>')).toBe('<div>\nHej\n</div>')
    expect(wordsIn('Se ![en båt](http://x/p.png).')).toBe('Se en båt.')
  })

  test.each(['>', '> ', '- > ', '+ ', '1. '])('shows %j, many times over, as it was written', (mark) => {
    expect(wordsIn(`Före\n${mark.repeat(20_000 / mark.length)}<i>Hej`)).toContain('<i>Hej')
  })

  test.each(['a\n=\n', 'a\n-\n', '- a\n  - b\n', '**_', '*a'])(
    'does not look into what %j means to itself, a whole chapter of it',
    (written) => {
      const begun = performance.now()
      expect(wordsIn(`${written.repeat(20_000 / written.length)}<i>Hej`)).toContain('<i>Hej')
      expect(performance.now() - begun).toBeLessThan(1000)
    }
  )

  test.each(['https://exempel.se', 'http://exempel.se', 'mailto:a@b.se', '/rapporter', '#skola'])(
    'links to %s',
    (to) => {
      expect(inlinesOf(read(`[hit](${to})`))[0]).toMatchObject({ type: 'link', url: to })
      expect(inlinesOf(read(`[hit][1]\n\n[1]: ${to}`))[0]).toMatchObject({ type: 'link', url: to })
    }
  )

  test('keeps lists in lists, and where they begin', () => {
    expect(read('3. tre\n   - under\n4. fyra')).toMatchObject([
      { type: 'list', start: 3, items: [[{ type: 'paragraph' }, { type: 'list', start: null }], [{}]] }
    ])
  })

  test('says what people wrote in another language than the page', () => {
    const [paragraph] = proseNodes({ language: 'en' }, 'Hello', 2)
    expect(paragraph).toMatchObject({ children: [{ value: 'Hello', foreign: true }] })
  })

  test('begins with its first words, whole', () => {
    expect(beginningOf('## Rubrik\n\nEn **mening** & <en> till', 20)).toBe('Rubrik En mening & …')
    expect(beginningOf('Kort.', 20)).toBe('Kort.')
  })
})
