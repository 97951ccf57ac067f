import { formatDay } from '#ui/formats/days.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { paragraphs } from './answers.ts'
import { compose, type Contact, type Mail, type Part } from './compose.ts'

/** What a mail to somebody who reads a report before it is decided is made of. */
export type ReadingFacts = {
  locale: Locale
  site: string
  name: string
  /** The report's. */
  title: string
  /** Whom they read for, where they do. */
  organisation: string | null
  due: string
  /** The coordinator's. */
  words: string
  href: string
  contact?: Contact
}
export type SettledComment = { about: string | null; text: string; answer: string }

const letter = (facts: ReadingFacts, subject: string, parts: Part[]): Mail =>
  compose({ ...facts, subject, parts })
const dueOf = ({ due, locale }: ReadingFacts): string => m.reading_mail_due({ day: formatDay(due, locale) })

export const readingAskedMail = (facts: ReadingFacts): Mail =>
  letter(facts, m.reading_mail_subject({ title: facts.title }), [
    ...paragraphs(facts.words),
    ...(facts.organisation ? [m.reading_mail_party({ organisation: facts.organisation })] : []),
    dueOf(facts),
    { action: m.reading_mail_action(), href: facts.href },
    m.reading_mail_personal()
  ])

export const readingReminderMail = (facts: ReadingFacts): Mail =>
  letter(facts, m.reading_mail_reminder_subject({ title: facts.title }), [
    m.reading_mail_reminder_text({ title: facts.title }),
    dueOf(facts),
    { action: m.reading_mail_action(), href: facts.href },
    m.reading_mail_personal()
  ])

/** What was answered, below what they said. */
export const commentsSettledMail = (facts: ReadingFacts, settled: SettledComment[]): Mail =>
  letter(facts, m.reading_mail_settled_subject({ title: facts.title }), [
    m.reading_mail_settled_text({ title: facts.title }),
    ...settled.map(({ about, text, answer }): Part => ({
      heading: about ?? m.reading_whole(),
      told: [{ asked: text, answer }]
    })),
    { action: m.reading_mail_settled_action(), href: facts.href }
  ])
