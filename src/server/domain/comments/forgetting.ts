import { sql } from 'kysely'
import { dayIn, daysAfter, now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { job } from '../people/actor.ts'

/** How long it is known who read a draft, from when what it became was published. */
export const keptDays = 90
/** What is never published is read by nobody any more; from the last day that they were asked to read it. */
const keptDaysUnpublished = 365

/**
 * Clears name and address of those who read drafts that are published since a while, but for persons who have an account
 * here. What they said stays, as said by their organisation or by a reader. Gives how many.
 */
export async function forgetReaders(db: Db): Promise<number> {
  const lastDay = daysAfter(dayIn(await timeZoneOf(db)), -keptDaysUnpublished)
  const published = new Date(+now() - keptDays * 86_400_000)
  return write(db, job, async (tx) => {
    const { rows } = await sql<{ publication_id: Id }>`
      update publication_reader r set name = null, mail = null, forgotten_at = ${now()}
      where r.forgotten_at is null
        and not exists (select from person where person.mail = r.mail and person.ended_at is null)
        and (r.due_on < ${lastDay}::date or exists (
          select from edition e where e.publication_id = r.publication_id and e.number >= r.edition_number
            and e.published_at < ${published}))
      returning r.publication_id`.execute(tx)
    for (const [id, readers] of Map.groupBy(rows, ({ publication_id }) => publication_id))
      await recordFact(
        tx,
        'publication.readers_forgotten',
        { kind: 'publication', id },
        { readers: readers.length }
      )
    return rows.length
  })
}
