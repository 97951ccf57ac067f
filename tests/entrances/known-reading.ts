import { askReaders } from '#server/domain/comments/asking.ts'
import { addComment } from '#server/domain/comments/commenting.ts'
import { findReader } from '#server/domain/comments/readers.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import { cli } from '#server/domain/people/actor.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'

export type KnownReading = { token: string; reader: string; comment: string }

/** Somebody of a party reads the draft before it is decided, and has said something of it. */
export async function askedToRead(
  db: Db,
  secrets: Secrets,
  publication: string,
  organisation: string
): Promise<KnownReading> {
  const people = [{ name: 'Läsaren', mail: 'laser@klubben.example', organisation }]
  const letter = { words: 'Läs gärna.', due_on: '2099-01-15', people }
  await write(db, cli, (tx) => askReaders(tx, cli, publication, letter, secrets))
  const asked = await db
    .selectFrom('publication_reader')
    .select(['id', 'generation'])
    .where('publication_id', '=', publication)
    .executeTakeFirstOrThrow()
  const token = tokenOf(secrets, asked)
  const { actor } = await findReader(db, token)
  const said = { kind: 'objection', text: 'Så var det inte.', instead: null } as const
  const comment = await write(db, actor, (tx) =>
    addComment(tx, actor, { ...said, id: null, block: null, about: null })
  )
  return { token, reader: asked.id, comment }
}
