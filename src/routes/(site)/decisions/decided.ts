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
    section && m.decisions_section_written({ section: section.replace(/^[§\s]+/, '') }),
    case_number && m.decisions_case_written({ number: case_number })
  ]
    .filter(Boolean)
    .join(', ')

type Followed = { adjusted_on: string | null; posted_on: string | null; sent_to: string | null }

/** "Justerat 23 januari 2018. Anslaget 24 januari 2018.": what was done with it since, to whom it was sent `quoted`. */
export const followedBy = ({ adjusted_on, posted_on, sent_to }: Followed): string =>
  [
    adjusted_on && m.deciding_adjusted_written({ day: formatDay(adjusted_on, getLocale()) }),
    posted_on && m.deciding_posted_written({ day: formatDay(posted_on, getLocale()) }),
    sent_to && m.deciding_sent_to_written({ whom: quoted(sent_to) })
  ]
    .filter(Boolean)
    .join(' ')
