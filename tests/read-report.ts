import type { Asked } from '#server/domain/comments/fields.ts'
import { askReaders } from '#server/domain/comments/asking.ts'
import { findReader, type ReaderActor } from '#server/domain/comments/readers.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import { cli } from '#server/domain/people/actor.ts'
import { createPublication } from '#server/domain/publications/composing.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import { makePromise } from './publications/promise.ts'
import { secrets } from './round.ts'

export const letter = { words: 'Läs gärna.', due_on: '2099-01-31' }

/** A report of a promise that two have answered about, and whoever made it asked to read it. */
export async function reportToRead(db: Db) {
  const promise = await makePromise(db, [
    { title: 'Frukost', told: { done: 'Frukost varje dag.', wording: 'Barnen åt frukost.' } },
    { title: 'Läxhjälp', told: { done: 'Läxhjälp på torsdagar.' } },
    { title: 'Nattvandring', told: { done: 'Vi vill inte visa det.', publishable: false } }
  ])
  const { collaboration } = promise
  const made = {
    collaboration,
    template: 'final_follow_up' as const,
    title: 'Rapporten',
    slug: `r-${collaboration}`
  }
  const id = await write(db, cli, (tx) => createPublication(tx, cli, made))
  return { ...promise, publication: id, report: { id, collaboration_id: collaboration } }
}

/** Asks somebody, and gives whoever holds their link. */
export async function askedReader(
  db: Db,
  publication: Id,
  person: Partial<Asked> = {}
): Promise<ReaderActor> {
  const asked = { name: 'Eva Läsare', mail: 'eva@bolaget.example', organisation: null, ...person }
  await write(db, cli, (tx) => askReaders(tx, cli, publication, { ...letter, people: [asked] }, secrets))
  return holderOfReading(db, publication, asked.mail)
}

export const tokenOfReader = async (db: Db, publication: Id, mail: string): Promise<string> =>
  tokenOf(
    secrets,
    await db
      .selectFrom('publication_reader')
      .select(['id', 'generation'])
      .where('publication_id', '=', publication)
      .where('mail', '=', mail)
      .orderBy('edition_number', 'desc')
      .executeTakeFirstOrThrow()
  )

export const holderOfReading = async (db: Db, publication: Id, mail: string): Promise<ReaderActor> =>
  (await findReader(db, await tokenOfReader(db, publication, mail))).actor
