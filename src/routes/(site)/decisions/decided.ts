import { formatDay } from '#ui/formats/days.ts'
import { quoted } from '#ui/words/foreign.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'

type Decided = {
  body: string | null
  decided_on: string | null
  section: string | null
  case_number: string | null
}

/** "Socialnämnden, 14 mars 2026, § 12, dnr 2026/34": what is known of it, the body `quoted`. */
export const decidedBy = ({ body, decided_on, section, case_number }: Decided): string =>
  [
    body && quoted(body),
    decided_on && formatDay(decided_on, getLocale()),
    section && m.decisions_section_written({ section }),
    case_number && m.decisions_case_written({ number: case_number })
  ]
    .filter(Boolean)
    .join(', ')
