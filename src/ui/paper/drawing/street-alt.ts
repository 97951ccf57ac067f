import { hasFlag, legendWords, lookOf, looks, type Gender, type Street } from '#ui/charts/house.ts'
import { capitalise } from '#ui/formats/numbers.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'

/** A street's houses for whoever doesn't see them: "Skola: 19 hus. Helt 7, till största delen 4, inget svar 2." */
export function streetAlt({ title, houses }: Street, gender: Gender): string {
  const counted = looks.flatMap((look) => {
    const count = houses.filter((house) => lookOf(house) === look).length
    return count > 0 ? [`${legendWords(look, gender)} ${count}`] : []
  })
  const flagged = houses.filter(hasFlag).length
  const all = [...counted, ...(flagged > 0 ? [`${m.house_short_ordinary()} ${flagged}`] : [])]
  return m.paper_street({
    title,
    count: houses.length,
    houses: capitalise(all.join(', '), getLocale())
  })
}
