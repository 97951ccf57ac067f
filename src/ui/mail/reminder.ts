import { formatDay } from '#ui/formats/days.ts'
import { m } from '#ui/words/messages.ts'
import { actions, letter, listed, paragraphs, type AnswerFacts } from './answers.ts'
import type { Mail, Part } from './compose.ts'

/** What is left to answer when it is sent, by the same link. */
export function answerReminderMail(facts: AnswerFacts): Mail {
  const { collaboration, round, kind, late, locale, href } = facts
  const day = formatDay(facts.due, locale)
  const due = kind === 'wording' ? m.mail_reminder_wording_due : m.mail_reminder_due
  const subject = kind === 'wording' ? m.mail_reminder_wording_subject : m.mail_reminder_subject
  return letter(facts, subject({ collaboration, round }), [
    ...opening(facts),
    ...left(facts),
    late ? m.mail_late({ day }) : due({ day }),
    { action: actions[kind](), href },
    m.mail_reminder_decline()
  ])
}

/** That nothing came is not said to whoever has answered. */
function opening({ words, items, kind, organisation, collaboration }: AnswerFacts): string[] {
  if (words) return paragraphs(words)
  const begun = items.some(({ sent, returned }) => sent || returned)
  if (begun) return [m.mail_reminder_text_rest({ organisation, collaboration })]
  const waiting = kind === 'wording' ? m.mail_reminder_wording_text : m.mail_reminder_text
  return [waiting({ organisation, collaboration })]
}

function left({ items, kind }: AnswerFacts): Part[] {
  const left = items.filter(({ sent, commitment }) => !sent && (commitment || kind !== 'wording'))
  if (left.length === 0) return []
  const titles = left.map(({ title, returned }) => (returned ? m.mail_reminder_returned({ title }) : title))
  return [leadOf(left.length, kind), ...listed(titles)]
}

function leadOf(count: number, kind: AnswerFacts['kind']): string {
  if (kind === 'wording') return m.mail_reminder_wording_left()
  return count === 1 ? m.mail_reminder_left_one() : m.mail_reminder_left({ count })
}
