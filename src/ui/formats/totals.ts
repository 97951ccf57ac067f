import type { Gender, Stage } from '#ui/charts/house.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { formatList } from './lists.ts'
import { capitalise, formatNumber, spellNumber } from './numbers.ts'

/** What a kind calls its commitments: "dellöfte, dellöftet, dellöften, dellöftena". */
export type Noun = { one: string; theOne: string; many: string; theMany: string; gender: Gender }
/** `lead` is what a page sets in strong; the two together are the sentence. */
export type Sentence = { lead: string; rest: string }
export type Total = {
  /** Carried out to some extent. */
  lit: number
  of: number
  /** Of those, carried out fully. */
  fully?: number
  /** No answer although it was due. */
  missing?: number
}

export const plainSentence = ({ lead, rest }: Sentence): string => lead + rest

/** "93 av 104 dellöften är genomförda i olika utsträckning. Tre saknar svar." */
export function totalSentence(total: Total, noun: Noun, locale: Locale): Sentence {
  const { lead, rest } = whatIsDone(total, noun, locale)
  return { lead, rest: rest + whatIsMissing(total.missing ?? 0, noun.gender, locale) }
}

function whatIsDone({ lit, of, fully = 0 }: Total, noun: Noun, locale: Locale): Sentence {
  const { gender, many } = noun
  const options = { locale }
  const count = formatNumber(of, locale)
  const theOne = capitalise(noun.theOne, locale)
  if (of === 0) return { lead: '', rest: m.common_total_empty({ many }, options) }
  if (of === 1 && lit === 0) return { lead: '', rest: m.common_total_one_not({ theOne, gender }, options) }
  if (of === 1) return { lead: '', rest: m.common_total_one({ theOne, gender }, options) }
  if (lit === 0) return { lead: '', rest: m.common_total_none({ of: count, many, gender }, options) }
  const extent = fully === lit ? m.common_extent_fully({}, options) : m.common_extent_varying({}, options)
  if (lit === of) {
    return {
      lead: m.common_total_all_lead({ of: count }, options),
      rest: m.common_total_rest({ many, extent }, options)
    }
  }
  const lead = m.common_total_lead({ lit: formatNumber(lit, locale), of: count }, options)
  if (lit === 1) return { lead, rest: m.common_total_rest_single({ many, gender }, options) }
  return { lead, rest: m.common_total_rest({ many, extent }, options) }
}

function whatIsMissing(missing: number, gender: Gender, locale: Locale): string {
  if (missing === 0) return ''
  const count = capitalise(spellNumber(missing, locale, gender), locale)
  const sentence = missing === 1 ? m.common_total_missing_one : m.common_total_missing
  return ` ${sentence({ count }, { locale })}`
}

/** "Ungefär 90 av över hundra dellöften är genomförda i olika utsträckning, enligt parterna. 34 finns beskrivna här." */
export function statedSentence(
  stated: { lit: string; of: string; described: number },
  noun: Noun,
  locale: Locale
): Sentence {
  const lead = m.common_total_lead({ lit: capitalise(stated.lit, locale), of: stated.of }, { locale })
  const described = formatNumber(stated.described, locale)
  return { lead, rest: m.common_total_stated({ many: noun.many, described }, { locale }) }
}

const told = ['ongoing', 'completed', 'in_ordinary_operations', 'agreed', 'proposed', 'discontinued'] as const

/** Where no rounds are held: "26 aktiviteter: 18 pågår, 5 är avslutade och 3 är nu i ordinarie verksamhet." */
export function stageSentence(counts: Partial<Record<Stage, number>>, noun: Noun, locale: Locale): Sentence {
  const present = told.filter((stage) => counts[stage])
  const of = present.reduce((sum, stage) => sum + counts[stage]!, 0)
  if (of === 0) return { lead: '', rest: m.common_total_empty({ many: noun.many }, { locale }) }
  const lead = `${formatNumber(of, locale)} ${of === 1 ? noun.one : noun.many}`
  const parts = present.map((stage) => {
    const n = counts[stage]!
    const one = n === 1 ? noun.gender : 'several'
    return m[`common_stage_${stage}`]({ count: formatNumber(n, locale), one }, { locale })
  })
  return { lead, rest: `: ${formatList(parts, locale)}.` }
}
