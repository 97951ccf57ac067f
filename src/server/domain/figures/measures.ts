import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import type { Rule } from './summing.ts'

/**
 * The measure that counts `unit` in the collaboration, made where nobody has counted it before. One that is there keeps
 * its rule: how figures add up is decided once.
 */
export async function measureFor(tx: Tx, collaboration: Id, unit: string, rule: Rule): Promise<Id> {
  await tx
    .insertInto('measure')
    .values({ id: newId(), collaboration_id: collaboration, unit, rule })
    .onConflict((conflict) => conflict.columns(['collaboration_id', 'unit']).doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('measure')
    .select('id')
    .where('collaboration_id', '=', collaboration)
    .where('unit', '=', unit)
    .executeTakeFirstOrThrow()
  return id
}
