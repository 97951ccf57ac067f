import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { approveReport } from '#server/domain/comments/approving.ts'
import { askReaders } from '#server/domain/comments/asking.ts'
import { addComment } from '#server/domain/comments/commenting.ts'
import { findReader, type ReaderActor } from '#server/domain/comments/readers.ts'
import { settleComment } from '#server/domain/comments/settling.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import { cli } from '#server/domain/people/actor.ts'
import type { StoryComment, StoryReading } from '../types.ts'
import { namedOr, onDay, type Teller } from './teller.ts'

/** Asks them to read the draft; each answers by their own link, as readers do, and the coordinator answers some. */
export async function tellReading(
  teller: Teller,
  tx: Tx,
  publication: Id,
  { asked, due, words, readers }: StoryReading
): Promise<void> {
  const people = readers.map(({ name, mail, organisation }) => ({
    ...{ name, mail },
    organisation: namedOr(teller.organisations, organisation)
  }))
  await onDay(asked, () => askReaders(tx, cli, publication, { people, words, due_on: due }, teller.secrets))
  const blocks = await blocksOf(tx, publication)
  for (const { mail, says = [], approved } of readers) {
    const actor = await readerAt(teller, tx, publication, mail)
    for (const said of says) await tellComment(tx, actor, blocks, said)
    if (approved) await onDay(approved, () => approveReport(tx, actor))
  }
}

async function blocksOf(tx: Tx, publication: Id): Promise<Id[]> {
  const rows = await tx
    .selectFrom('block')
    .select('id')
    .where('publication_id', '=', publication)
    .orderBy('sort')
    .execute()
  return rows.map(({ id }) => id)
}

async function readerAt({ secrets }: Teller, tx: Tx, publication: Id, mail: string): Promise<ReaderActor> {
  const link = await tx
    .selectFrom('publication_reader')
    .select(['id', 'generation'])
    .where('publication_id', '=', publication)
    .where('mail', '=', mail)
    .executeTakeFirstOrThrow()
  return (await findReader(tx, tokenOf(secrets, link))).actor
}

async function tellComment(tx: Tx, actor: ReaderActor, blocks: Id[], said: StoryComment): Promise<void> {
  const { day, kind, text, instead = null, about = null, settled } = said
  const block = said.block === undefined ? null : (blocks[said.block] ?? null)
  const comment = await onDay(day, () =>
    addComment(tx, actor, { id: null, block, about, kind, text, instead })
  )
  if (settled) await onDay(settled.day, () => settleComment(tx, cli, { comment, answer: settled.answer }))
}
