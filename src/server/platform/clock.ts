/** The one clock. Rules ask it, tests set it. */
let fixed: Date | null = null

export const now = (): Date => (fixed ? new Date(fixed) : new Date())
export const setClock = (moment: Date | null): void => {
  fixed = moment
}

/** The calendar day at `moment` in `timeZone`, as `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, moment: Date = now()): string => {
  const calendar =
    calendars.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  calendars.set(timeZone, calendar)
  return calendar.format(moment)
}
/** So many days after `day`, by the calendar. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
/** The hour at `moment` in `timeZone`, 0 to 23. */
export const hourIn = (timeZone: string, moment: Date = now()): number =>
  Number(new Intl.DateTimeFormat('sv-SE', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(moment))
// Dear to make, cheap to use.
const calendars = new Map<string, Intl.DateTimeFormat>()

/** The moment when a clock in `timeZone` shows `day` and `time` (`08:00`). In the hour that is skipped in spring, one later. */
export function momentIn(timeZone: string, day: string, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const ahead = (moment: number) => {
    const said = new Date(moment).toLocaleString('sv-SE', { timeZone })
    return Date.parse(`${said.replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000
  }
  const near = wanted - ahead(wanted)
  return new Date(wanted - ahead(near))
}
