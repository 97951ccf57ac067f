import { formatDay } from '#ui/formats/days.ts'
import { m } from '#ui/words/messages.ts'
import { letter, listed, paragraphs, type AnswerFacts } from './answers.ts'
import type { Mail } from './compose.ts'

/** What is left to answer when it is sent, by the same link. */
export function answerReminderMail(facts: AnswerFacts): Mail {
  const { collaboration, round, organisation, words, items, due, late, locale, href } = facts
  const left = items.filter(({ sent }) => !sent)
  const day = formatDay(due, locale)
  const begun = items.some(({ sent, returned }) => sent || returned)
  return letter(facts, m.mail_reminder_subject({ collaboration, round }), [
    ...(words
      ? paragraphs(words)
      : [
          begun
            ? m.mail_reminder_text_rest({ organisation, collaboration })
            : m.mail_reminder_text({ organisation, collaboration })
        ]),
    left.length === 1 ? m.mail_reminder_left_one() : m.mail_reminder_left({ count: left.length }),
    ...listed(left.map(({ title, returned }) => (returned ? m.mail_reminder_returned({ title }) : title))),
    late ? m.mail_late({ day }) : m.mail_reminder_due({ day }),
    { action: m.mail_answer_action(), href },
    m.mail_reminder_decline()
  ])
}
