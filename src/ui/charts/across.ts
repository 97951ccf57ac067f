import type { Noun, Sentence } from '../formats/totals.ts'
import type { Locale } from '../words/locale.ts'
import { address } from '../words/addresses.ts'
import { m } from '../words/messages.ts'
import { nounIn, type PerLanguage } from '../words/nouns.ts'
import type { Street } from './house.ts'
import { countedStreet, sentenceOf, streetOf, type CountRow, type HouseRow } from './streets.ts'

export type Across = {
  total: number
  houses: (HouseRow & { collaboration_id: string; objective_id: string | null })[] | null
  counts: (CountRow & { collaboration_id: string | null })[]
  /** A street each; none where they are more than anybody walks. */
  collaborations: { id: string; slug: string; name: string; language: string }[]
  kinds: { commitment: PerLanguage }[]
}
/** Where all are of one collaboration: its focus areas, and under which of them each objective stands. */
export type FocusAreas = {
  roots: { id: string; title: string; language: string }[]
  rootOf: Record<string, string>
}

const general = (): Noun => ({
  one: m.areas_general_one(),
  theOne: m.areas_general_the_one(),
  many: m.areas_general_many(),
  theMany: m.areas_general_the_many(),
  gender: 'common'
})

export function nounOf({ kinds }: Across, locale: Locale): Noun {
  const nouns = kinds.map(({ commitment }) => nounIn(commitment, locale))
  const [first] = nouns
  return first && nouns.every((noun) => noun.many === first.many) ? first : general()
}

export const sentenceAcross = (across: Across, locale: Locale): Sentence =>
  sentenceOf(across.houses ?? across.counts, nounOf(across, locale), locale)

/** A street per collaboration, or one for all of too many; of one collaboration alone, a street per focus area. */
export function streetsAcross(across: Across, locale: Locale, focus?: FocusAreas | null): Street[] {
  if (focus && across.houses) return byFocusArea(across.houses, focus, locale)
  if (across.collaborations.length === 0)
    return [
      across.houses
        ? streetOf({ title: m.areas_street_all() }, across.houses, locale)
        : countedStreet({ title: m.areas_street_all() }, across.counts)
    ]
  const houses = Map.groupBy(across.houses ?? [], (row) => row.collaboration_id)
  const counts = Map.groupBy(across.counts, (row) => row.collaboration_id)
  return across.collaborations.map(({ id, slug, name, language }) => {
    const named = { title: name, language, href: address(locale, 'collaborations', slug) }
    return across.houses
      ? streetOf(named, houses.get(id) ?? [], locale)
      : countedStreet(named, counts.get(id) ?? [])
  })
}

function byFocusArea(houses: NonNullable<Across['houses']>, focus: FocusAreas, locale: Locale): Street[] {
  const under = Map.groupBy(houses, ({ objective_id }) => focus.rootOf[objective_id ?? ''] ?? '')
  const streets = [...focus.roots, { id: '', title: m.areas_street_other(), language: undefined }]
  return streets.flatMap(({ id, title, language }) => {
    const rows = under.get(id)
    return rows ? [streetOf({ title, ...(language && { language }) }, rows, locale)] : []
  })
}
