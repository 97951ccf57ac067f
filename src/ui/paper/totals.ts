import { figureNumber } from '#ui/formats/figures.ts'
import { capitalise, spellNumber } from '#ui/formats/numbers.ts'
import { statedSentence, totalSentence, type Noun, type Sentence } from '#ui/formats/totals.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import type { Stated, Totals } from './facts.ts'
import { nounOf, type Report } from './report.ts'

/** "93 av 104 dellöften är genomförda i olika utsträckning. Tre saknar svar." And while a round goes on: "66 har inte fått svar än." */
export function countedSentence({ computed }: Totals, noun: Noun): Sentence | null {
  if (!computed) return null
  const { carriedOut: lit, of, unanswered: missing, waiting = 0 } = computed
  const { lead, rest } = totalSentence({ lit, of, missing }, noun, getLocale())
  if (waiting === 0) return { lead, rest }
  const count = capitalise(spellNumber(waiting, getLocale(), noun.gender), getLocale())
  return { lead, rest: `${rest} ${m.publications_totals_waiting({ count })}` }
}

/** The sentence a report opens with: what the parties state where they do, else what is counted. */
export function openingSentence(report: Report): Sentence | undefined {
  const block = report.blocks.find(({ kind, focusArea }) => kind === 'totals' && focusArea === null)
  if (block?.kind !== 'totals') return undefined
  const { stated, described } = block.facts
  const noun = nounOf(report)
  const of = stated.find(({ subject }) => subject === 'commitments')
  const lit = stated.find(({ subject }) => subject === 'completed')
  if (!of || !lit) return countedSentence(block.facts, noun) ?? undefined
  const written = (total: Stated) => figureNumber(total, getLocale())
  return statedSentence({ lit: written(lit), of: written(of), described }, noun, getLocale())
}

const wordings = {
  commitments: m.publications_stated_of_commitments,
  completed: m.publications_stated_of_completed,
  parties: m.publications_stated_of_parties,
  participants: m.publications_stated_of_participants
}

/** "ungefär 90 dellöften genomförda, i olika utsträckning" */
export function statedWords(stated: Stated, { many, gender }: Noun): string {
  const wording = wordings[stated.subject as keyof typeof wordings]
  return (
    wording?.({ figure: figureNumber(stated, getLocale()), many, gender }) ??
    figureNumber(stated, getLocale())
  )
}
