import type { KindWords } from '#server/domain/kinds/kinds.ts'
import { capitalise } from '#ui/formats/numbers.ts'
import { getLocale } from '#ui/words/locale.ts'
import { nounIn } from '#ui/words/nouns.ts'

/** A kind's name as the beginning of a line: "Medborgarlöfte". */
export const kindName = (words: KindWords): string => capitalise(nounIn(words.name).one, getLocale())

export const choicesOf = <C extends string>(codes: readonly C[], say: (code: C) => string) =>
  codes.map((code) => ({ value: code, label: say(code) }))

export const otherThan = <C extends { value: string; label: string }>(id: string, choices: C[]) =>
  choices.filter(({ value }) => value !== id).map(({ value, label }) => ({ value, label }))
