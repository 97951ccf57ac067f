import { addDocument } from '#server/domain/documents/changing.ts'
import { cli } from '#server/domain/people/actor.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write, type Db } from '#server/platform/db/write.ts'

/** A document of a collaboration, with a file that holds these words. */
export const uploadTo = (
  db: Db,
  collaboration: Id,
  said: string,
  reach: 'public' | 'parties' | 'own' = 'public'
): Promise<Id> => {
  const file = {
    name: `${said}.txt`,
    type: 'text/plain',
    bytes: Buffer.from(said),
    width: null,
    height: null
  }
  return write(db, cli, (tx) => addDocument(tx, cli, collaboration, { title: said, reach, file }))
}

/** One that is only named. */
export const nameIn = (db: Db, collaboration: Id, title: string): Promise<Id> =>
  write(db, cli, (tx) => addDocument(tx, cli, collaboration, { title }))
