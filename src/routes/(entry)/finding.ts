import { error, type RequestEvent } from '@sveltejs/kit'
import { countAttempt, networkOf } from '#server/platform/attempts/attempts.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'

const guesses = { what: 'link', most: 30, withinSeconds: 900 }

/** What the token in the address leads to. One that leads nowhere is a guess, and a network has so many for links of all kinds. */
export async function findOrCount<Found>(
  event: RequestEvent,
  find: (db: Db, token: string) => Promise<Found>,
  unknown: 'link_unknown' | 'reading_link_unknown'
): Promise<Found> {
  const { db, secrets } = runtime()
  try {
    return await find(db, event.params['token'] ?? '')
  } catch (refusal) {
    if (!(refusal instanceof NotFound)) throw refusal
    await countAttempt(db, secrets, guesses, networkOf(event.getClientAddress()))
    error(404, unknown, { code: unknown })
  }
}
