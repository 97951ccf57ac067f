type Worded = { title: string; wording: string | null }

const shortest = 4
const stem = 6

/** Words cut to their first letters, so that "läxhjälp" is found in "läxhjälpen". */
const stemsIn = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= shortest)
      .map((word) => word.slice(0, stem))
  )

/**
 * Those that share telling words with `words`, the likest first: a word counts for more in a title, and for less the more
 * of them have it; what more than half of them say tells nothing.
 */
export function likest<W extends Worded>(words: string, among: W[]): W[] {
  const asked = stemsIn(words)
  const stems = among.map(({ title, wording }) => ({
    title: stemsIn(title),
    all: stemsIn(`${title} ${wording ?? ''}`)
  }))
  const common = Math.max(2, among.length / 2)
  const weights = new Map(
    [...asked].map((word) => {
      const held = stems.filter(({ all }) => all.has(word)).length
      return [word, held === 0 || held > common ? 0 : 1 / held]
    })
  )
  const scored = among.map((one, at) => {
    const { title, all } = stems[at]!
    const score = [...weights].reduce(
      (sum, [word, weight]) => sum + (title.has(word) ? 3 * weight : all.has(word) ? weight : 0),
      0
    )
    return { one, score }
  })
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ one }) => one)
}
