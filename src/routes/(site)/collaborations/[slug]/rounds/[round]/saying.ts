import { formatDay, formatDaysFrom, dayOf } from '#ui/formats/days.ts'
import type { Sentence } from '#ui/formats/totals.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'

type Count = { answered: number; of: number }
type Times = { running: boolean; due: string; closedAt: Date | null; today: string; timeZone: string }

/** "86 av 103 svar är inne. Sista dagen är om 12 dagar, 15 december 2026." */
export function leadOf({ answered, of }: Count, times: Times, locale: Locale): Sentence {
  const last = whenOf(times, locale)
  if (times.running) return { lead: '', rest: m.rounds_lead_running({ count: answered }) + last }
  if (answered === 0) return { lead: '', rest: m.rounds_lead_none() + last }
  if (answered === of) return { lead: '', rest: m.rounds_lead_all({ of }) + last }
  return { lead: m.rounds_lead({ answered, of }), rest: m.rounds_lead_rest() + last }
}

/** "3 av 12 parter har skickat in något. Sista dagen är …", where parties word their promises. */
export function wordingLeadOf({ answered, of }: Count, times: Times, locale: Locale): Sentence {
  const last = ` ${whenOf(times, locale).trim()}`
  if (answered === 0) return { lead: '', rest: m.wording_parties_none() + last }
  if (answered === of && of > 1) return { lead: '', rest: m.wording_parties_all({ of }) + last }
  return { lead: m.wording_parties_lead({ sent: answered, of }), rest: m.wording_parties_rest() + last }
}

function whenOf({ running, due, closedAt, today, timeZone }: Times, locale: Locale): string {
  if (closedAt) return m.rounds_was_closed({ day: formatDay(dayOf(closedAt, timeZone), locale) })
  if (running) return ''
  const day = formatDay(due, locale)
  if (due < today) return m.rounds_last_day_was({ day })
  const soon = formatDaysFrom(today, due, locale)
  return soon === day ? m.rounds_last_day({ day }) : m.rounds_last_day_in({ soon, day })
}
