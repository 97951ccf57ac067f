import { formatNumber } from '#ui/formats/numbers.ts'
import { getLocale } from '#ui/words/locale.ts'
import { nounIn, type PerLanguage } from '#ui/words/nouns.ts'

/** "12 dellöften", "1 dellöfte". */
export const countedIn = (words: PerLanguage) => {
  const { one, many } = nounIn(words)
  return (count: number): string => `${formatNumber(count, getLocale())} ${count === 1 ? one : many}`
}
