import { forgetReadings, newReading, recordReadings, type Reading } from '#server/domain/readings/readings.ts'
import { sendWaiting } from '#server/domain/messages/sending.ts'
import { openDueRounds } from '#server/domain/rounds/due.ts'
import { forgetExpired } from '#server/domain/sign-in/forgetting.ts'
import { forgetAttempts } from '#server/platform/attempts/attempts.ts'
import { openTransport, type Transport } from '#server/platform/mail/transport.ts'
import { runtime } from '#server/platform/runtime.ts'
import { renderMessage } from './mailing.ts'

const everySecond = 1000
const everyHour = 3600

type Keeping = { timer: NodeJS.Timeout; busy: boolean; rounds: number; readings: Reading[] }
// In the workshop this module is loaded anew when it changes; the round that went before then ends.
const place = Symbol.for('kvarter.housekeeping')
const held = globalThis as { [place]?: Keeping }

/** What is done beside the pages: sends mail, writes down who read what, forgets what is old. */
export function startHousekeeping(): void {
  if (held[place]) clearInterval(held[place].timer)
  const transport = openTransport(runtime().settings)
  const keeping: Keeping = {
    timer: setInterval(() => void makeRound(keeping, transport), everySecond),
    busy: false,
    rounds: 0,
    readings: held[place]?.readings ?? []
  }
  keeping.timer.unref()
  held[place] = keeping
}

/** Written down within a second or so; nobody waits for it. */
export function noteReading(person: string, path: string): void {
  held[place]?.readings.push(newReading(person, path))
}

async function makeRound(keeping: Keeping, transport: Transport | undefined): Promise<void> {
  if (keeping.busy) return
  keeping.busy = true
  try {
    await recordReadings(runtime().db, keeping.readings.splice(0, 500))
    if (transport) await sendMail(transport)
    if (keeping.rounds++ % everyHour === 0) await forgetOld()
    await openRounds()
  } catch (error) {
    runtime().log.warn({ error }, 'housekeeping')
  } finally {
    keeping.busy = false
  }
}

async function openRounds(): Promise<void> {
  const { db, secrets, log } = runtime()
  const opened = await openDueRounds(db, secrets)
  if (opened > 0) log.info({ opened }, 'rounds')
}

async function sendMail(transport: Transport): Promise<void> {
  const { db, log } = runtime()
  const sent = await sendWaiting(db, transport, (message) => renderMessage(runtime(), message))
  if (sent > 0) log.info({ sent }, 'mail')
}

async function forgetOld(): Promise<void> {
  const { db } = runtime()
  await forgetExpired(db)
  await forgetAttempts(db)
  await forgetReadings(db)
}
