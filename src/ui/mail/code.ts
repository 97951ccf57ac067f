import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { compose, type Mail } from './compose.ts'

export type CodeFacts = {
  locale: Locale
  site: string
  name: string
  code: string
  minutes: number
  href: string
}

export const codeMail = ({ locale, site, name, code, minutes, href }: CodeFacts): Mail =>
  compose({
    locale,
    site,
    name,
    subject: m.mail_code_subject({ site }),
    parts: [
      m.mail_code_text({ code }),
      m.mail_code_valid({ minutes }),
      { action: m.mail_code_action(), href },
      m.mail_code_not_you()
    ]
  })
