import { m } from '#ui/words/messages.ts'
import { hasFlag, lookOf, type Gender, type House, type HouseFacts, type Look, type Street } from './look.ts'

export * from './look.ts'

/** The degree or stage in words, without the flag: "genomfört helt". */
export function lookWords(look: Look, gender: Gender): string {
  return m[`house_${look}`]({ gender })
}

export const legendWords = (look: Look, gender: Gender): string => m[`house_short_${look}`]({ gender })

/** "genomfört helt, nu i ordinarie verksamhet" */
export function statusWords(facts: HouseFacts, gender: Gender): string {
  if (!hasFlag(facts)) return lookWords(lookOf(facts), gender)
  if (facts.stage) return m.house_ordinary()
  return m.house_with_flag({ status: lookWords(lookOf(facts), gender), flag: m.house_ordinary() })
}

/** "21 av 24"; nothing of what stands outside what is counted. */
export const litWords = ({ lit, of }: Pick<Street, 'lit' | 'of'>): string =>
  of > 0 ? m.house_lit_of({ lit, of }) : ''

/** "Frukost före skoldagen: genomfört helt" */
export const houseName = (house: House, gender: Gender): string =>
  `${house.title}: ${statusWords(house, gender)}`
