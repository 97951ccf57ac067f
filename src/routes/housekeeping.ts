import { forgetReaders } from '#server/domain/comments/forgetting.ts'
import { forgetReadings, newReading, recordReadings, type Reading } from '#server/domain/readings/readings.ts'
import { sendWaiting } from '#server/domain/messages/sending.ts'
import { publishDue } from '#server/domain/publications/editions/publishing.ts'
import { openDueRounds } from '#server/domain/rounds/due.ts'
import { remindDue } from '#server/domain/rounds/reminding.ts'
import { forgetExpired } from '#server/domain/sign-in/forgetting.ts'
import { forgetAttempts } from '#server/platform/attempts/attempts.ts'
import { startChores, type Chore } from '#server/platform/chores/chores.ts'
import { openTransport } from '#server/platform/mail/transport.ts'
import { now } from '#server/platform/clock.ts'
import { runtime } from '#server/platform/runtime.ts'
import { renderMessage } from './mailing.ts'

const minute = 60
const hour = 3600

type Keeping = { stop(): void; readings: Reading[] }
// In the workshop this module is loaded anew when it changes; the keeping that went before then ends.
const place = Symbol.for('kvarter.housekeeping')
const held = globalThis as { [place]?: Keeping }

/** What is done beside the pages: opens rounds, reminds, sends mail, writes down who read what, forgets what is old. */
export function startHousekeeping(): void {
  held[place]?.stop()
  const readings = held[place]?.readings ?? []
  const stop = startChores(choresWith(readings), (chore, error) => {
    runtime().log.warn({ error, chore }, 'housekeeping')
  })
  held[place] = { stop, readings }
}

/** A page that keeps itself up while it is open is read once. */
const sameMs = 10 * 60_000
const last = new Map<string, number>()

/** Written down within a second or so; nobody waits for it. */
export function noteReading(person: string, path: string): void {
  const moment = +now()
  const before = last.get(`${person} ${path}`)
  if (before !== undefined && moment - before < sameMs) return
  if (last.size > 10_000) last.clear()
  last.set(`${person} ${path}`, moment)
  held[place]?.readings.push(newReading(person, path))
}

const choresWith = (readings: Reading[]): Chore[] => [
  {
    name: 'readings',
    everySeconds: 1,
    run: () => recordReadings(runtime().db, readings.splice(0, 500))
  },
  ...sending(),
  { name: 'rounds', everySeconds: 5, run: openRounds },
  { name: 'publishing', everySeconds: 2, run: publishScheduled },
  { name: 'reminders', everySeconds: minute, run: remind },
  { name: 'forgetting', everySeconds: hour, run: forgetOld }
]

function sending(): Chore[] {
  const transport = openTransport(runtime().settings)
  if (!transport) return []
  const run = async () => {
    const { db, log } = runtime()
    const sent = await sendWaiting(db, transport, (message) => renderMessage(runtime(), message))
    if (sent > 0) log.info({ sent }, 'mail')
  }
  return [{ name: 'mail', everySeconds: 1, run }]
}

async function openRounds(): Promise<void> {
  const { db, secrets, log } = runtime()
  const opened = await openDueRounds(db, secrets)
  if (opened > 0) log.info({ opened }, 'rounds')
}

async function publishScheduled(): Promise<void> {
  const { db, log } = runtime()
  const published = await publishDue(db)
  if (published > 0) log.info({ published }, 'publications')
}

async function remind(): Promise<void> {
  const { db, log } = runtime()
  const reminded = await remindDue(db)
  if (reminded > 0) log.info({ reminded }, 'reminders')
}

async function forgetOld(): Promise<void> {
  const { db, log } = runtime()
  await forgetExpired(db)
  await forgetAttempts(db)
  await forgetReadings(db)
  const readers = await forgetReaders(db)
  if (readers > 0) log.info({ readers }, 'forgotten')
}
