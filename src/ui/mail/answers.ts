import { formatDay } from '#ui/formats/days.ts'
import type { Noun } from '#ui/formats/totals.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { compose, type Contact, type Mail, type Part } from './compose.ts'

/** What a mail to a responder is made of. */
export type AnswerFacts = {
  locale: Locale
  site: string
  name: string
  organisation: string
  collaboration: string
  round: string
  kind: 'follow_up' | 'running' | 'wording'
  /** The last day to answer, and whether it has passed. */
  due: string
  late: boolean
  /** What a commitment is called here. */
  noun: Noun
  /** What is asked about, by title; whether it is a commitment, and whether its answer has come in, or gone back. */
  items: { title: string; commitment: boolean; sent: boolean; returned: boolean }[]
  /** The coordinator's own words in place of the usual opening. */
  words: string | null
  /** The colleague who sent it on. */
  forwardedBy: string | null
  /** Reads what colleagues write, and does not answer. */
  reads: boolean
  href: string
  contact?: Contact
}

/** Beyond this a mail only says how many more there are. */
const longestList = 12

export const letter = (facts: AnswerFacts, subject: string, parts: Part[]): Mail =>
  compose({ ...facts, subject, parts })

export function listed(titles: string[]): Part[] {
  const all = [...new Set(titles)]
  const count = all.length - longestList
  const list = count > 0 ? [...all.slice(0, longestList), m.mail_list_more({ count })] : all
  return list.length > 0 ? [{ list }] : []
}

/** Paragraphs of plain text. */
export const paragraphs = (text: string): string[] => text.split(/\n{2,}/).filter((one) => one.trim())

const subjects = {
  follow_up: m.mail_answer_subject,
  running: m.mail_running_subject,
  wording: m.mail_wording_subject
}
const openings = { follow_up: m.mail_answer_text, running: m.mail_running_text, wording: m.mail_wording_text }
export const actions = {
  follow_up: m.mail_answer_action,
  running: m.mail_running_action,
  wording: m.mail_wording_action
}

/** The first mail: the link, what it asks about, and by when. */
export function answerLinkMail(facts: AnswerFacts): Mail {
  if (facts.reads) return readingMail(facts)
  const { collaboration, round, kind, href } = facts
  return letter(facts, subjects[kind]({ collaboration, round }), [
    ...opening(facts),
    ...asked(facts),
    ...dueOf(facts),
    { action: actions[kind](), href },
    m.mail_answer_personal()
  ])
}

function opening({ words, forwardedBy, organisation, collaboration, kind }: AnswerFacts): string[] {
  if (forwardedBy) return [m.mail_forwarded_text({ name: forwardedBy, organisation, collaboration })]
  return words ? paragraphs(words) : [openings[kind]({ organisation, collaboration })]
}

/** Where a party words its promises, those that stand already; it can always begin another. */
function asked({ kind, items, noun }: AnswerFacts): Part[] {
  if (kind === 'running') return [m.mail_running_what(), ...listed(items.map(({ title }) => title))]
  if (kind === 'follow_up') return [what({ items, noun }), ...listed(items.map(({ title }) => title))]
  const there = items.filter(({ commitment }) => commitment).map(({ title }) => title)
  return there.length > 0 ? [m.mail_wording_what(), ...listed(there)] : []
}

/** What is asked of a party beside its commitments is not counted among them, but said. */
function what({ items, noun }: Pick<AnswerFacts, 'items' | 'noun'>): string {
  const count = items.filter(({ commitment }) => commitment).length
  if (count === 0) return m.mail_answer_what_other()
  const also = count < items.length ? m.mail_answer_what_also() : ''
  if (count > 1) return m.mail_answer_what({ count, many: noun.many, also })
  return m.mail_answer_what_one({
    number: m.common_number_word({ n: 1, gender: noun.gender }),
    one: noun.one,
    also
  })
}

/** Where answers are taken at any time there is no last day. */
function dueOf({ kind, due, late, locale }: AnswerFacts): string[] {
  if (kind === 'running') return []
  const day = formatDay(due, locale)
  if (late) return [m.mail_late({ day })]
  return [kind === 'wording' ? m.mail_wording_due({ day }) : m.mail_answer_due({ day })]
}

/** To somebody who reads what is written before it is sent in. */
function readingMail(facts: AnswerFacts): Mail {
  const { organisation, collaboration, round, forwardedBy, items, href } = facts
  const text = forwardedBy
    ? m.mail_reading_text({ name: forwardedBy, organisation, collaboration })
    : m.mail_reading_text_plain({ organisation, collaboration })
  return letter(facts, m.mail_reading_subject({ collaboration, round }), [
    text,
    ...listed(items.map(({ title }) => title)),
    { action: m.mail_reading_action(), href },
    m.mail_reading_personal()
  ])
}

/** `note` is the coordinator's word. */
export function answerReturnedMail(facts: AnswerFacts & { title: string; note: string }): Mail {
  const { title, note, due, late, kind, locale, href } = facts
  const day = formatDay(due, locale)
  return letter(facts, m.mail_returned_subject({ title }), [
    m.mail_returned_text({ title }),
    { quote: note },
    late || kind === 'running' ? m.mail_returned_any_time() : m.mail_returned_due({ day }),
    { action: m.mail_returned_action(), href }
  ])
}
