import { newId, type Id } from '#server/platform/db/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import type { Actor } from '../people/actor.ts'
import type { StatedTotal } from './fields.ts'
import { changeable } from './finding.ts'

/** What a source says of the collaboration, one total per subject; a later saying takes the place of the earlier. */
export async function stateTotal(tx: Tx, actor: Actor, collaboration: Id, total: StatedTotal): Promise<void> {
  await changeable(tx, actor, collaboration)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('stated_total')
    .values({ id: newId(), collaboration_id: collaboration, ...total })
    .onConflict((conflict) =>
      conflict
        .columns(['collaboration_id', 'subject'])
        .doUpdateSet({ ...total, version: sql`stated_total.version + 1` })
        .where(
          sql<boolean>`(stated_total.qualifier, stated_total.value, stated_total.words, stated_total.source)
            is distinct from (excluded.qualifier, excluded.value, excluded.words, excluded.source)`
        )
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows) await record(tx, collaboration, 'collaboration.total_stated', total.subject)
}

export async function withdrawTotal(tx: Tx, actor: Actor, collaboration: Id, subject: string): Promise<void> {
  await changeable(tx, actor, collaboration)
  const { numDeletedRows } = await tx
    .deleteFrom('stated_total')
    .where('collaboration_id', '=', collaboration)
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow()
  if (numDeletedRows) await record(tx, collaboration, 'collaboration.total_withdrawn', subject)
}

const record = (tx: Tx, id: Id, code: string, subject: string) =>
  recordFact(tx, code, { kind: 'collaboration', id }, { subject })
