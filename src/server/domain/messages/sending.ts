import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { MailNotTaken, type Mail, type Transport } from '#server/platform/mail/transport.ts'
import { sql } from 'kysely'
import { messageFrom, type Message } from './messages.ts'

/** The words of a message; or why there is nobody to send it to; or that there is nothing to say any more. */
export type Rendered = Omit<Mail, 'id'> | { unsendable: 'no_recipient' | 'expired' } | { unneeded: true }
export type Render = (message: Message) => Promise<Rendered>

/** Minutes before each new try: soon at first, then each hour for more than a day. */
const waits = [1, 5, 15, 30, ...Array<number>(30).fill(60)]
const leaseMinutes = 5
/** So that one slow recipient does not hold up the others, and no server is stormed. */
const atOnce = 4
const inMinutes = (minutes: number): Date => new Date(+now() + minutes * 60_000)

/**
 * Sends what waits and is due, a few at a time, and says how many were sent. Several may run at once: each message is
 * taken by one of them, and is free again after a while should that one die with it.
 */
export async function sendWaiting(db: Db, transport: Transport, render: Render): Promise<number> {
  const senders = Array.from({ length: atOnce }, () => sendOneByOne(db, transport, render))
  let sent = 0
  for (const ended of await Promise.allSettled(senders)) {
    if (ended.status === 'rejected') throw ended.reason
    sent += ended.value
  }
  return sent
}

async function sendOneByOne(db: Db, transport: Transport, render: Render): Promise<number> {
  let sent = 0
  for (let taken = await takeNext(db); taken; taken = await takeNext(db)) {
    const { message, attempts } = taken
    try {
      const rendered = await render(message)
      if ('subject' in rendered) {
        await transport({ id: message.id, ...rendered })
        await markSent(db, message)
        sent += 1
      } else if ('unneeded' in rendered) await settle(db, message.id, { state: 'unneeded', error: null })
      else await settle(db, message.id, { state: 'failed', error: rendered.unsendable })
    } catch (error) {
      await settle(db, message.id, afterFailure(error, attempts))
    }
  }
  return sent
}

/** Codes first: somebody sits waiting for them, and they are soon too old. */
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
        .orderBy(sql`kind <> 'sign_in_code'`)
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

type Settled = { state?: 'failed' | 'unneeded'; next_at?: Date; error: string | null }

/** What another has sent meanwhile stays sent. */
async function settle(db: Db, id: Id, settled: Settled): Promise<void> {
  await db.updateTable('message').set(settled).where('id', '=', id).where('state', '=', 'waiting').execute()
}

function afterFailure(error: unknown, attempts: number): Settled {
  const notTaken = error instanceof MailNotTaken
  const code = notTaken ? error.code : error instanceof Error ? error.constructor.name : 'unknown'
  const wait = waits[attempts - 1]
  if ((notTaken && error.refused) || wait === undefined) return { state: 'failed', error: code }
  return { next_at: inMinutes(wait), error: code }
}
