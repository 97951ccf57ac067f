import { now } from '#server/platform/clock.ts'
import { insertOnce } from '#server/platform/db/once.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import { isFrozen } from './drafts.ts'
import type { ChangedComment, CommentKind, NewComment } from './fields.ts'
import { noteOpened } from './opening.ts'
import type { ReaderActor } from './readers.ts'

const subjectOf = ({ reading }: ReaderActor) => ({ kind: 'publication', id: reading.publication })
const worded = ({ kind, text, instead }: { kind: CommentKind; text: string; instead: string | null }) => ({
  ...{ kind, text },
  instead: kind === 'objection' ? instead : null
})

/**
 * Says something of a section, or of the whole. Sent twice it is said once.
 * @throws Invalid `form: draft_frozen`.
 */
export async function addComment(
  tx: Tx,
  actor: ReaderActor,
  { id, block, about, ...said }: NewComment
): Promise<Id> {
  const { reading } = actor
  await refuseFrozen(tx, actor)
  const comment = {
    ...worded(said),
    ...{ id, block_id: block, about, publication_id: reading.publication, reader_id: reading.reader }
  }
  const once = await insertOnce(tx, 'comment', { ...comment, written_at: await firstWritten(tx, id) })
  if (!once.made) return once.id
  if (said.kind === 'objection') await noLongerApproved(tx, actor)
  await noteOpened(tx, actor)
  await recordFact(tx, 'comment.written', subjectOf(actor), { kind: said.kind })
  return once.id
}

/** The same form sent again is as old as when it was sent first. */
async function firstWritten(tx: Tx, id: Id | null): Promise<Date> {
  const first = await tx.selectFrom('comment').select('written_at').where('id', '=', id).executeTakeFirst()
  return first?.written_at ?? now()
}

/** @throws Conflict with the comment as it stands when it was changed since `version`; NotFound; Invalid `form: settled`. */
export async function changeComment(
  tx: Tx,
  actor: ReaderActor,
  { comment, version, ...said }: ChangedComment
): Promise<void> {
  await findOwn(tx, actor, comment)
  if (!(await changeVersioned(tx, 'comment', comment, { version, ...worded(said) }))) return
  if (said.kind === 'objection') await noLongerApproved(tx, actor)
  await recordFact(tx, 'comment.changed', subjectOf(actor), { kind: said.kind })
}

/** It is as if it had not been said, to all but the history. @throws NotFound; Invalid `form: settled`. */
export async function takeBackComment(tx: Tx, actor: ReaderActor, id: Id): Promise<void> {
  await findOwn(tx, actor, id)
  const taken = await tx
    .updateTable('comment')
    .set({ withdrawn_at: now() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('kind')
    .executeTakeFirst()
  if (taken) await recordFact(tx, 'comment.taken_back', subjectOf(actor), taken)
}

/**
 * The report is held, so that nothing is said of it while it is frozen; and the reader, so that what they say on two devices
 * is said in an order: one answer stands.
 */
export async function refuseFrozen(tx: Tx, { reading }: ReaderActor): Promise<void> {
  await tx.selectFrom('publication').select('id').where('id', '=', reading.publication).forShare().execute()
  await tx
    .selectFrom('publication_reader')
    .select('id')
    .where('id', '=', reading.reader)
    .forNoKeyUpdate()
    .execute()
  if (await isFrozen(tx, reading.publication, reading.edition)) throw new Invalid({ form: 'draft_frozen' })
}

async function findOwn(tx: Tx, actor: ReaderActor, id: Id): Promise<void> {
  await refuseFrozen(tx, actor)
  const comment = await tx
    .selectFrom('comment')
    .select('settled_at')
    .where('id', '=', id)
    .where('reader_id', '=', actor.reading.reader)
    .forUpdate()
    .executeTakeFirst()
  if (!comment) throw new NotFound('comment')
  if (comment.settled_at) throw new Invalid({ form: 'settled' })
}

/** Whoever objects has something against it. */
const noLongerApproved = (tx: Tx, { reading }: ReaderActor) =>
  tx
    .updateTable('publication_reader')
    .set({ approved_at: null })
    .where('id', '=', reading.reader)
    .where('approved_at', 'is not', null)
    .execute()
