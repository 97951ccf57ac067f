import { formatDay } from '#ui/formats/days.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { compose, type Mail } from './compose.ts'

export type HandedOver = {
  locale: Locale
  site: string
  name: string
  collaboration: string
  round: string
  /** Null where answers are taken at any time. */
  due: string | null
  href: string
}

/** To the coordinator who has the round from now on. */
export function roundHandedOverMail({ collaboration, round, due, href, ...facts }: HandedOver): Mail {
  const last = due ? [m.mail_handed_over_due({ day: formatDay(due, facts.locale) })] : []
  return compose({
    ...facts,
    subject: m.mail_handed_over_subject({ collaboration, round }),
    parts: [
      m.mail_handed_over_text({ collaboration, round }),
      ...last,
      m.mail_handed_over_replies(),
      { action: m.mail_handed_over_action(), href }
    ]
  })
}
