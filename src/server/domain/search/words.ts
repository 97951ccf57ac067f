import { tidied } from '#server/platform/forms/fields.ts'

/** Characters of a question that are read, and words of it that are asked for. */
export const longestQuestion = 200
const mostWords = 8
const longestWord = 40

/** What somebody wrote, as it is shown again: tidy, on one line, cut. */
export const questionIn = (written: string): string =>
  tidied(written.slice(0, 4 * longestQuestion))
    .replace(/\s+/gu, ' ')
    .slice(0, longestQuestion)
    .toWellFormed()

/** Its words: letters and digits only, so that none of them is an operator of the search. */
export const wordsIn = (question: string): string[] =>
  question
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord))

/** How many letters must be added, taken, changed or swapped to make one word the other; capital letters don't count. */
export function distance(one: string, other: string): number {
  const [a, b] = [[...one.toLowerCase()], [...other.toLowerCase()]]
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}

/** The word in `titles` that `word` was most likely meant to be; undefined when none is near. */
export function nearest(word: string, titles: string[]): string | undefined {
  const farthest = word.length < 5 ? 1 : word.length < 9 ? 2 : 3
  let best: { word: string; far: number } | undefined
  for (const candidate of new Set(titles.flatMap((title) => wordsIn(title)))) {
    if (Math.abs(candidate.length - word.length) > farthest) continue
    const far = distance(word, candidate)
    if (far <= farthest && far < (best?.far ?? Infinity)) best = { word: candidate, far }
  }
  return best?.word
}
