import {
  legendOf,
  legendWords,
  litWords,
  statusWords,
  type HouseCount,
  type HouseFacts
} from '#ui/charts/house.ts'
import { formatPeriod } from '#ui/formats/periods.ts'
import { foreign } from '#ui/words/foreign.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { groupsOf } from '../drawing/quarter-picture.ts'
import { streetAlt } from '../drawing/street-alt.ts'
import type { Node, Paper } from '../paper.ts'
import { styleNames, type StyleNames } from './style-names.ts'

export type Quarter = Extract<Node, { type: 'quarter' }>
type Said = { facts: HouseFacts; words: string }
export type QuarterWords = {
  note: string | null
  legend: Said[]
  streets: {
    /** "21 av 24" */
    lit: string
    /** What its picture shows. */
    alt: string
    foreign: boolean
    /** Of houses too many to be drawn one by one. */
    groups: (Said & { href: string | undefined })[] | null
  }[]
}

/** What is said in our own words besides what stands in the tree. */
export type Words = {
  /** Of our own words, and of what people wrote. */
  language: string
  foreign: string
  title: string
  period: string
  contents: string
  /** "Sida {page} av {pages}" */
  page: string
  styles: StyleNames
}

const territories: Record<string, string> = { sv: 'sv-SE', en: 'en-GB' }
const tagOf = (language: string) => territories[language] ?? language

export const wordsFor = (paper: Paper): Words => ({
  language: tagOf(getLocale()),
  foreign: tagOf(paper.language),
  // A file has a name also where its report has none yet.
  title: paper.title.trim() || paper.about.trim() || m.paper_untitled(),
  period: formatPeriod(paper.period, getLocale()),
  contents: m.publications_contents(),
  page: m.paper_page({ page: '{page}', pages: '{pages}' }),
  styles: styleNames()
})

export function quarterWordsOf({ streets, gender }: Quarter): QuarterWords {
  const houses = streets.flatMap((street): HouseFacts[] => [...street.houses, ...(street.counts ?? [])])
  const groups = groupsOf(streets)
  const group = (facts: HouseCount) => ({
    facts,
    words: `${facts.count} ${statusWords(facts, gender)}`,
    href: facts.href
  })
  return {
    note: houses.some(({ stage }) => stage) ? m.house_stage_note() : null,
    legend: legendOf(houses).map(({ look, facts }) => ({
      facts,
      words: look === 'ordinary' ? m.house_short_ordinary() : legendWords(look, gender)
    })),
    streets: streets.map((street, at) => ({
      lit: litWords(street),
      alt: streetAlt(street, gender),
      foreign: foreign(street.language) !== undefined,
      groups: groups && (groups[at] ?? []).map(group)
    }))
  }
}
