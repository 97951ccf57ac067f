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
  /** The last day to answer. */
  due: string
  /** What a commitment is called here. */
  noun: Noun
  /** The commitments asked about, by title, and whether an answer to them has come in. */
  items: { title: string; sent: boolean }[]
  href: string
  contact?: Contact
}

/** Beyond this a mail only says how many. */
const longestList = 12

const letter = (facts: AnswerFacts, subject: string, parts: Part[]): Mail =>
  compose({ ...facts, subject, parts })

const listed = (titles: string[]): Part[] =>
  titles.length > 0 && titles.length <= longestList ? [{ list: titles }] : []

export function answerLinkMail(facts: AnswerFacts): Mail {
  const { organisation, collaboration, round, locale, items, noun, due, href } = facts
  const count = items.length
  return letter(facts, m.mail_answer_subject({ collaboration, round }), [
    m.mail_answer_text({ organisation, collaboration }),
    count === 1
      ? m.mail_answer_what_one({ number: m.common_number_word({ n: 1, gender: noun.gender }), one: noun.one })
      : m.mail_answer_what({ count, many: noun.many }),
    ...listed(items.map(({ title }) => title)),
    m.mail_answer_due({ day: formatDay(due, locale) }),
    { action: m.mail_answer_action(), href },
    m.mail_answer_personal()
  ])
}

/** `note` is the coordinator's word. */
export function answerReturnedMail(facts: AnswerFacts & { title: string; note: string }): Mail {
  const { title, note, due, locale, href } = facts
  return letter(facts, m.mail_returned_subject({ title }), [
    m.mail_returned_text({ title }),
    { quote: note },
    m.mail_returned_due({ day: formatDay(due, locale) }),
    { action: m.mail_returned_action(), href }
  ])
}

export function answerReceiptMail(facts: AnswerFacts): Mail {
  const { organisation, collaboration, items, due, locale, href } = facts
  const left = items.filter(({ sent }) => !sent).length
  const day = formatDay(due, locale)
  return letter(facts, m.mail_receipt_subject({ collaboration }), [
    m.mail_receipt_text({ organisation }),
    ...listed(items.filter(({ sent }) => sent).map(({ title }) => title)),
    ...(left === 0
      ? []
      : [left === 1 ? m.mail_receipt_left_one({ day }) : m.mail_receipt_left({ count: left, day })]),
    m.mail_receipt_next(),
    { action: m.mail_receipt_action(), href }
  ])
}
