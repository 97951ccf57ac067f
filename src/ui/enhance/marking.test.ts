import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marked, type Mark } from './marking.ts'

/** `|` stands round what is chosen. */
function press(shown: string, mark: Mark): string {
  const [before = '', chosen = '', after = ''] = shown.split('|')
  const text = before + chosen + after
  const {
    from,
    to,
    text: made,
    chosen: now
  } = marked(text, before.length, before.length + chosen.length, mark)
  const whole = text.slice(0, from) + made + text.slice(to)
  return `${whole.slice(0, now[0])}|${whole.slice(now[0], now[1])}|${whole.slice(now[1])}`
}

describe('a mark', () => {
  test.each<[string, Mark, string]>([
    ['en |viktig| sak', 'bold', 'en **|viktig|** sak'],
    ['en **|viktig|** sak', 'bold', 'en |viktig| sak'],
    ['en ||', 'bold', 'en **||**'],
    ['en |sak|', 'italic', 'en *|sak|*'],
    ['Se |planen| här', 'link', 'Se [planen](|https://|) här'],
    ['Ett\nTv|å|\nTre', 'heading', 'Ett\n## Två||\nTre'],
    ['Ett\n## Tv|å|\nTre', 'heading', 'Ett\nTvå||\nTre'],
    ['|Ett\nTvå|', 'list', '- Ett\n- Två||'],
    ['|- Ett\n\n- Två|', 'list', 'Ett\n\nTvå||'],
    ['||', 'list', '- ||']
  ])('on %j, %s, gives %j', (shown, mark, made) => {
    expect(press(shown, mark)).toBe(made)
  })

  test('takes no words away', () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom<Mark>('bold', 'italic', 'heading', 'list', 'link'),
        (text, a, b, mark) => {
          const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].toSorted(
            (one, other) => one - other
          )
          const change = marked(text, from, to, mark)
          const words = (one: string) => one.replace(/[^\p{L}\p{N}]/gu, '').replace('https', '')
          expect(words(text.slice(0, change.from) + change.text + text.slice(change.to))).toBe(words(text))
        }
      )
    ))
})
