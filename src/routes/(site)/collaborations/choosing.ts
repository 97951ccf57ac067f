import type { KindWords } from '#server/domain/kinds/kinds.ts'
import { capitalise } from '#ui/formats/numbers.ts'
import { formatPeriod } from '#ui/formats/periods.ts'
import { getLocale } from '#ui/words/locale.ts'
import { nounIn } from '#ui/words/nouns.ts'

/** A kind's name as the beginning of a line: "Medborgarlöfte". */
export const kindName = (words: KindWords): string => capitalise(nounIn(words.name).one, getLocale())

export const choicesOf = <C extends string>(codes: readonly C[], say: (code: C) => string) =>
  codes.map((code) => ({ value: code, label: say(code) }))

type Dated = { value: string; label: string; from_day: string | null; to_day: string | null }
/** With their years: one goes on from another of the same name. */
export const withPeriods = (choices: Dated[]) =>
  choices.map(({ value, label, from_day, to_day }) => {
    const period = formatPeriod({ from: from_day, to: to_day, precision: 'year' }, getLocale())
    return { value, label: period ? `${label} (${period})` : label }
  })

export const otherThan = <C extends { value: string; label: string }>(id: string, choices: C[]) =>
  choices.filter(({ value }) => value !== id).map(({ value, label }) => ({ value, label }))
