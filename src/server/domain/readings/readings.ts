import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'

/** Somebody read a page that is not public. */
export type Reading = { id: Id; at: Date; person_id: Id; path: string }

const longestPath = 300

export const newReading = (person: Id, path: string): Reading => ({
  id: newId(),
  at: now(),
  person_id: person,
  path: path.slice(0, longestPath)
})

export async function recordReadings(db: Db, readings: Reading[]): Promise<void> {
  if (readings.length > 0) await db.insertInto('internal_reading').values(readings).execute()
}

const keptDays = 365

export async function forgetReadings(db: Db): Promise<void> {
  await db
    .deleteFrom('internal_reading')
    .where('at', '<', new Date(+now() - keptDays * 24 * 3600_000))
    .execute()
}
