import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginningOf, proseHtml } from './prose.ts'

const tag = /<(\/?)(p|h[3-6]|ul|ol|li|a|strong|em|blockquote|code|pre|hr|br)((?: (?:href|start)="[^"]*")?)>/g
const safeAddress = /^(?:https?:|mailto:|(?![a-z][a-z0-9+.-]*:)).*/i

function faultOf(html: string): string | null {
  const rest = html.replace(tag, '')
  if (rest.includes('<')) return `not an allowed element: ${rest.slice(rest.indexOf('<'), 60)}`
  const open: string[] = []
  for (const [whole, close, name = '', attribute = ''] of html.matchAll(tag)) {
    const href = /href="([^"]*)"/.exec(attribute)?.[1]
    if (href !== undefined && !safeAddress.test(href)) return `not a safe address: ${href}`
    if (name === 'br' || name === 'hr') continue
    if (!close) open.push(name)
    else if (open.pop() !== name) return `closed out of order: ${whole}`
  }
  return open.length > 0 ? `left open: ${open.join(' ')}` : null
}

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
  test('is never anything but the elements it may be, whatever was written', () =>
    fc.assert(
      fc.property(written, (text) => {
        expect(faultOf(proseHtml(text))).toBeNull()
      }),
      { numRuns: 2000 }
    ))

  test('never skips a level of heading', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 10 }), (depths) => {
        const html = proseHtml(depths.map((depth) => `${'#'.repeat(depth)} Rubrik`).join('\n\n'))
        const levels = [...html.matchAll(/<h(\d)>/g)].map((match) => Number(match[1]))
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
    expect(proseHtml('# Ett\n\n### Två\n\n## Tre', 2)).toBe('<h3>Ett</h3>\n<h4>Två</h4>\n<h4>Tre</h4>')
  })

  test('shows written HTML as words', () => {
    expect(proseHtml('Nu <b>fetare</b>.')).toBe('<p>Nu &#x3C;b>fetare&#x3C;/b>.</p>')
    expect(proseHtml('<div>\nHej\n</div>')).toBe('<p>&#x3C;div>\nHej\n&#x3C;/div></p>')
  })

  test.each(['>', '> ', '- > ', '+ ', '1. '])('shows %j, many times over, as it was written', (mark) => {
    const written = `${mark.repeat(20_000 / mark.length)}<i>Hej`
    expect(proseHtml(`Före\n${written}`)).toContain('&#x3C;i>Hej</p>')
  })

  test.each(['https://exempel.se', 'http://exempel.se', 'mailto:a@b.se', '/rapporter', '#skola'])(
    'links to %s',
    (to) => {
      expect(proseHtml(`[hit](${to})`)).toBe(`<p><a href="${to}">hit</a></p>`)
    }
  )

  test('begins with its first words, whole', () => {
    expect(beginningOf('## Rubrik\n\nEn **mening** & <en> till', 20)).toBe('Rubrik En mening & …')
    expect(beginningOf('Kort.', 20)).toBe('Kort.')
  })
})
