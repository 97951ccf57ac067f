import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Mail, Transport } from '#server/platform/mail/transport.ts'
import { messageFrom, type Message } from './messages.ts'

/** The words of a message; or why there is nobody, or nothing, to send. */
export type Rendered = Omit<Mail, 'id'> | { unsendable: 'no_recipient' | 'expired' }
export type Render = (message: Message) => Promise<Rendered>

/** Tries in all, and the minutes before each new one: about a day, as mail servers do. */
const waits = [1, 5, 15, 60, 180, 360, 720]
const leaseMinutes = 5
const inMinutes = (minutes: number): Date => new Date(+now() + minutes * 60_000)

/**
 * Sends what waits and is due, one after another, and says how many were sent. Several may run at once: each message
 * is taken by one of them, and is free again after a while should that one die with it.
 */
export async function sendWaiting(db: Db, transport: Transport, render: Render): Promise<number> {
  let sent = 0
  for (let taken = await takeNext(db); taken; taken = await takeNext(db)) {
    const { message, attempts } = taken
    try {
      const rendered = await render(message)
      if ('unsendable' in rendered) {
        await setAside(db, message.id, rendered.unsendable)
        continue
      }
      await transport({ id: message.id, ...rendered })
      await markSent(db, message)
      sent += 1
    } catch (error) {
      await tryLater(db, message.id, attempts, codeOf(error))
    }
  }
  return sent
}

async function takeNext(db: Db): Promise<{ message: Message; attempts: number } | undefined> {
  const row = await db
    .updateTable('message')
    .set((eb) => ({ next_at: inMinutes(leaseMinutes), attempts: eb('attempts', '+', 1) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('message')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now())
        .orderBy('next_at')
        .limit(1)
        .forUpdate()
        .skipLocked()
    )
    .returning(['id', 'kind', 'parameters', 'created_at', 'attempts'])
    .executeTakeFirst()
  return row && { message: messageFrom(row), attempts: row.attempts }
}

/** A code that has been sent is nobody's business any more. */
async function markSent(db: Db, { id, kind, parameters }: Message): Promise<void> {
  const kept = kind === 'sign_in_code' ? { ...parameters, code: '' } : parameters
  await db
    .updateTable('message')
    .set({ state: 'sent', sent_at: now(), error: null, parameters: JSON.stringify(kept) })
    .where('id', '=', id)
    .execute()
}

async function setAside(db: Db, id: Id, reason: string): Promise<void> {
  await db.updateTable('message').set({ state: 'failed', error: reason }).where('id', '=', id).execute()
}

async function tryLater(db: Db, id: Id, attempts: number, error: string): Promise<void> {
  const wait = waits[attempts - 1]
  await db
    .updateTable('message')
    .set(wait === undefined ? { state: 'failed', error } : { next_at: inMinutes(wait), error })
    .where('id', '=', id)
    .execute()
}

/** A code only: what a mail server says often quotes the address. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('responseCode' in error && typeof error.responseCode === 'number') return `SMTP ${error.responseCode}`
  return 'code' in error && typeof error.code === 'string' ? error.code : error.constructor.name
}
