import { createHmac } from 'node:crypto'
import { now } from '../clock.ts'
import type { Db } from '../db/write.ts'
import { TooMany } from '../refusals.ts'
import type { Secrets } from '../secrets/secrets.ts'

/** How often the same one may try something. */
export type Limit = { what: string; most: number; withinSeconds: number }

/** `who` (a mail, an address) is kept as a keyed hash only: the table tells nobody who tried. */
const keyOf = (secrets: Secrets, what: string, who: string): string =>
  `${what} ${createHmac('sha256', secrets.keyFor('attempts')).update(who).digest('base64url')}`

/**
 * Counts one more try. Outside a transaction, so that a try that fails is counted too.
 * @throws TooMany with the seconds until the next is taken.
 */
export async function countAttempt(db: Db, secrets: Secrets, limit: Limit, who: string): Promise<void> {
  const length = limit.withinSeconds * 1000
  const windowStart = Math.floor(+now() / length) * length
  const { count } = await db
    .insertInto('attempt')
    .values({ key: keyOf(secrets, limit.what, who), window_start: new Date(windowStart), count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet((eb) => ({ count: eb('attempt.count', '+', 1) }))
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  if (count > limit.most) throw new TooMany(Math.ceil((windowStart + length - +now()) / 1000))
}

/** The network a visitor comes from: in IPv6 whoever has one address has the other 2^64 beside it. */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip
  const [before = '', after = ''] = ip.split('::')
  const [first, last] = [before, after].map((part) => part.split(':').filter(Boolean))
  const left = Math.max(8 - first!.length - last!.length, 0)
  // `::` stands for as many noughts as are left, and may come already among the first four groups.
  return [...first!, ...Array<string>(left).fill('0'), ...last!].slice(0, 4).join(':')
}

/** A day later nobody needs to know. */
export async function forgetAttempts(db: Db): Promise<void> {
  await db
    .deleteFrom('attempt')
    .where('window_start', '<', new Date(+now() - 24 * 3600_000))
    .execute()
}
