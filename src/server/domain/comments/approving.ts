import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { refuseFrozen } from './commenting.ts'
import { noteOpened } from './opening.ts'
import type { ReaderActor } from './readers.ts'

/**
 * They have read it and have nothing against it.
 * @throws Invalid `form: own_objection` while something that they object to waits; `form: draft_frozen`.
 */
export async function approveReport(tx: Tx, actor: ReaderActor): Promise<void> {
  const { reading } = actor
  await refuseFrozen(tx, actor)
  const objection = await tx
    .selectFrom('comment')
    .select('id')
    .where('reader_id', '=', reading.reader)
    .where('kind', '=', 'objection')
    .where('settled_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (objection) throw new Invalid({ form: 'own_objection' })
  const approved = await tx
    .updateTable('publication_reader')
    .set({ approved_at: now() })
    .where('id', '=', reading.reader)
    .where('approved_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!approved) return
  await noteOpened(tx, actor)
  await recordFact(tx, 'publication.approved', { kind: 'publication', id: reading.publication })
}
