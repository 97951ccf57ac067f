import { formatDay } from '#ui/formats/days.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'

type Standing = {
  state: 'for_decision' | 'approved' | 'scheduled' | 'returned' | 'published' | 'withdrawn'
  publish_on: string | null
  publish_clock: string | null
}

/** "22 november 2026 kl. 08.00" */
export const plannedOf = ({ publish_on, publish_clock }: Standing): string =>
  m.common_day_at({
    day: formatDay(publish_on ?? '', getLocale()),
    clock: getLocale() === 'sv' ? (publish_clock ?? '').replace(':', '.') : (publish_clock ?? '')
  })

/** Where a report is on its way to its readers, in a few words. */
export const stateWords = (standing: Standing | null): string => {
  if (!standing) return m.deciding_state_draft()
  if (standing.state === 'scheduled') return m.deciding_state_scheduled({ when: plannedOf(standing) })
  return m[`deciding_state_${standing.state}`]()
}
