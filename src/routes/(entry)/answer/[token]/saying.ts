import { looks, lookWords, type Degree, type Gender } from '#ui/charts/house.ts'
import { formatDay } from '#ui/formats/days.ts'
import type { Noun, Sentence } from '#ui/formats/totals.ts'
import { capitalise, formatNumber, spellNumber } from '#ui/formats/numbers.ts'
import { getLocale, type Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { questionLabel } from '#ui/words/questions.ts'

export type OnStreet = {
  id: string
  about: string
  place: string
  state: 'untouched' | 'begun' | 'submitted' | 'returned' | 'accepted'
  degree: Degree | null
  mark: string
  by: string | null
  /** Room for one more promise to word. */
  blank?: boolean
  lacks: Record<string, string> | null
}

const isReady = (item: OnStreet): boolean => item.lacks !== null && Object.keys(item.lacks).length === 0
const isIn = (item: OnStreet): boolean => item.state === 'submitted' || item.state === 'accepted'

export const readyIn = <T extends OnStreet>(items: T[]): T[] =>
  items.filter((item) => !isIn(item) && isReady(item))
export const lackingIn = <T extends OnStreet>(items: T[]): T[] =>
  items.filter((item) => !isIn(item) && item.lacks !== null && !isReady(item))
export const untouchedIn = <T extends OnStreet>(items: T[]): T[] =>
  items.filter((item) => item.state === 'untouched')
/** Sent back, and nothing changed in them since. */
export const returnedIn = <T extends OnStreet>(items: T[]): T[] =>
  items.filter((item) => item.state === 'returned' && item.lacks === null)
export const sentIn = <T extends OnStreet>(items: T[]): T[] => items.filter(isIn)

/** All but what nobody has begun to word: that is only room for one more. */
export const shownIn = <T extends OnStreet>(items: T[], begun: { item: string }[] = []): T[] =>
  items.filter((item) => !item.blank || isOthers(item, begun))

/** Whether a colleague has begun it, and has not let this reader in: it is theirs to go on with. */
export const isOthers = ({ id }: OnStreet, begun: { item: string }[]): boolean =>
  begun.some(({ item }) => item === id)

/** The first that still wants something of its writer. */
export const waitingIn = <T extends OnStreet>(items: T[], begun: { item: string }[] = []): T | undefined =>
  items.find((item) => !isIn(item) && !isReady(item) && !isOthers(item, begun))

/** "Genomfört helt – utkast, klart att skicka in" */
export function stateWords(item: OnStreet, gender: Gender): string {
  if (item.about === 'promise' && item.state === 'untouched') return m.wording_state_untouched()
  if (item.about === 'promise' && item.state === 'accepted') return m.wording_state_accepted()
  const state =
    item.state === 'begun' && isReady(item) ? m.answers_state_ready() : m[`answers_state_${item.state}`]()
  return item.degree ? `${lookWords(item.degree, gender)} – ${state}` : state
}

/** "3 av 7 dellöften är inskickade. 2 är klara att skicka in." What is asked once beside them is not counted. */
export function leadOf(all: OnStreet[], noun: Noun, locale: Locale): Sentence {
  const items = all.filter(({ about }) => about !== 'party' && about !== 'collaboration')
  const done = sentIn(items).length
  const ready = readyIn(items).length
  const count = capitalise(spellNumber(ready, locale, noun.gender), locale)
  const more =
    ready === 0 ? '' : ` ${m.answers_lead_ready({ count, one: ready === 1 ? noun.gender : 'several' })}`
  if (done === 0) return { lead: '', rest: m.answers_lead_none() + more }
  if (done === items.length && done === 1) {
    const worded = items[0]?.about === 'promise'
    return { lead: '', rest: worded ? m.wording_sent_one() : m.answers_lead_all_one() }
  }
  if (done === items.length) return { lead: '', rest: m.answers_lead_all({ of: done, many: noun.many }) }
  return {
    lead: m.answers_lead({ done, of: items.length }),
    rest: m.answers_lead_rest({ many: noun.many }) + more
  }
}

const fieldWords = new Map([
  ['degree', m.answers_degree],
  ['reason', m.answers_reason],
  ['done', m.answers_done],
  ['contributed', m.answers_contributed],
  ['learnt', m.answers_learnt],
  ['publishable', m.answers_publishable],
  ['photos', m.photos_label]
])

type OwnQuestion = { key: string; type: string; label: string | null }

/** Answers to the round's own questions, in the order they were asked. */
export const toldOf = (
  answers: Record<string, string | number | boolean>,
  questions: OwnQuestion[]
): { label: string; text: string }[] =>
  questions.flatMap((question) => {
    const told = answers[question.key]
    return told === undefined ? [] : [{ label: questionLabel(question), text: inWords(told, question.type) }]
  })

export function inWords(told: string | number | boolean, type?: string): string {
  if (typeof told === 'boolean') return told ? m.answers_yes() : m.answers_no()
  if (typeof told === 'number') return formatNumber(told, getLocale())
  return type === 'day' ? formatDay(told, getLocale()) : told
}

/** The words a field goes by, for lists of what is wrong: `figures.0.value` → "Siffra 1". */
export function fieldWordsOf(name: string, questions: OwnQuestion[] = []): string {
  const own = questions.find(({ key }) => name === `answers.${key}`)
  if (own) return questionLabel(own)
  if (name.startsWith('photos.')) return m.photos_alt_of()
  const [, row] = /^figures\.(\d+)\./.exec(name) ?? []
  return row === undefined ? (fieldWords.get(name)?.() ?? '') : m.answers_figure_of({ n: Number(row) + 1 })
}

/** A field's text as its reader would say it: choices by their words, an empty field as empty. */
export function textOf(name: string, value: string, gender: Gender): string {
  if (!value) return m.answers_conflict_empty()
  const look = name === 'degree' && looks.find((one) => one === value)
  if (look) return lookWords(look, gender)
  if (name === 'publishable')
    return value === 'yes' ? m.answers_publishable_yes() : m.answers_publishable_no()
  return value
}
