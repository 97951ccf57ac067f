import { figuresIn, headingsIn, sectionsIn, allText, type Read } from './reading.ts'

/** Where two outputs of one report do not say the same, in words that a developer finds the place by. */
export function differences(one: Read, other: Read): string[] {
  const others = sectionsIn(other)
  const words = sectionsIn(one).flatMap(({ heading, words }, at) =>
    firstOf(`words of "${heading}"`, words, others[at]?.words ?? [])
  )
  const figures = firstOf('figures', figuresIn(allText(one)), figuresIn(allText(other)))
  return [...firstOf('headings', headingsIn(one), headingsIn(other)), ...words, ...figures]
}

function firstOf(what: string, one: string[], other: string[]): string[] {
  const length = Math.max(one.length, other.length)
  const at = Array.from({ length }, (_, n) => n).find((n) => one[n] !== other[n])
  if (at === undefined) return []
  const near = (all: string[]) => all.slice(Math.max(0, at - 4), at + 4).join(' ')
  return [`${what}: … ${near(one)} … is … ${near(other)} …`]
}
