import { sql } from 'kysely'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedBlock, MovedBlock, NewBlock } from './fields.ts'
import { can, type Can } from './permissions.ts'
import { findPublicationToChange, listBlocks, type Block, type BlockSettings } from './publications.ts'

/** Puts blocks last, in the order given. */
export async function insertBlocks(tx: Tx, publication: Id, blocks: NewBlock[]): Promise<Id[]> {
  if (blocks.length === 0) return []
  const { last } = await tx
    .selectFrom('block')
    .select(({ fn }) => fn.coalesce(fn.max('sort'), sql<number>`0`).as('last'))
    .where('publication_id', '=', publication)
    .executeTakeFirstOrThrow()
  const rows = blocks.map((block, place) => ({
    id: block.id ?? newId(),
    publication_id: publication,
    sort: last + place + 1,
    kind: block.kind,
    heading: block.heading ?? null,
    prose: block.kind === 'prose' ? (block.prose ?? null) : null,
    settings: JSON.stringify(settingsOf(block))
  }))
  await tx
    .insertInto('block')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return rows.map((row) => row.id)
}

/** In the order the database keeps keys, so that unchanged settings read the same. */
const settingsOf = ({
  part,
  objective_id,
  extent
}: Pick<NewBlock, 'part' | 'objective_id' | 'extent'>): BlockSettings => ({
  ...(part && { part }),
  ...(extent === 'highlights' && { extent }),
  ...(objective_id && { objective: objective_id })
})

export async function addBlock(tx: Tx, actor: Actor, publication: Id, block: NewBlock): Promise<Id> {
  const { blocks, collaboration_id } = await findTheirs(tx, actor, publication, 'change')
  if (block.id && blocks.some(({ id }) => id === block.id)) return block.id
  await refuseForeign(tx, collaboration_id, block.objective_id)
  const [id = ''] = await insertBlocks(tx, publication, [block])
  if (block.after !== undefined) {
    const order = blocks.map((other) => other.id)
    order.splice(block.after === null ? 0 : order.indexOf(block.after) + 1 || order.length, 0, id)
    await settleOrder(tx, publication, order)
  }
  await recordFact(
    tx,
    'publication.block_added',
    { kind: 'publication', id: publication },
    { kind: block.kind }
  )
  return id
}

/** @throws Conflict with the block as it stands when it was changed since `version`. */
export async function changeBlock(
  tx: Tx,
  actor: Actor,
  id: Id,
  { version, ...changed }: ChangedBlock
): Promise<void> {
  const { block, collaboration_id } = await findBlock(tx, actor, id, 'change')
  await refuseForeign(tx, collaboration_id, changed.objective_id)
  const changes = {
    heading: changed.heading,
    prose: block.kind === 'prose' ? changed.prose : null,
    settings: settingsOf({ ...(block.settings.part && { part: block.settings.part }), ...changed })
  }
  if (await changeVersioned(tx, 'block', id, { version, ...changes }).catch(withChoices))
    await recordFact(tx, 'publication.block_changed', { kind: 'publication', id: block.publication_id })
}

/** Both texts stand side by side by the names of the form's fields, so what the settings hold goes by those. */
function withChoices(refusal: unknown): never {
  if (!(refusal instanceof Conflict)) throw refusal
  const { objective = null, extent = 'all' } = refusal.current['settings'] as BlockSettings
  throw new Conflict({ ...refusal.current, objective_id: objective, extent })
}

/** One step; at the ends, or when it has moved since the form was made, it stays where it is. */
export async function moveBlock(
  tx: Tx,
  actor: Actor,
  id: Id,
  { direction, position }: MovedBlock
): Promise<void> {
  const { block, blocks } = await findBlock(tx, actor, id, 'change')
  const order = blocks.map((other) => other.id)
  const to = position + (direction === 'up' ? -1 : 1)
  if (order[position] !== id || to < 0 || to >= order.length) return
  order.splice(position, 1)
  order.splice(to, 0, id)
  await settleOrder(tx, block.publication_id, order)
}

/** Sent twice it does nothing more: a block that is gone is removed. */
export async function removeBlock(tx: Tx, actor: Actor, publication: Id, id: Id): Promise<void> {
  const { blocks } = await findTheirs(tx, actor, publication, 'removeBlock')
  const block = blocks.find((other) => other.id === id)
  if (!block) return
  await tx.deleteFrom('block').where('id', '=', id).execute()
  await recordFact(
    tx,
    'publication.block_removed',
    { kind: 'publication', id: publication },
    { kind: block.kind }
  )
}

async function findTheirs(tx: Tx, actor: Actor, id: Id, right: keyof Can) {
  const publication = await findPublicationToChange(tx, actor, id)
  if (!can(actor, publication)[right]) throw new NotAllowed()
  return { ...publication, blocks: await listBlocks(tx, id) }
}

async function findBlock(tx: Tx, actor: Actor, id: Id, right: keyof Can) {
  const { publication_id } = await tx
    .selectFrom('block')
    .select('publication_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('block'))
  const { blocks, collaboration_id } = await findTheirs(tx, actor, publication_id, right)
  const block = blocks.find((other) => other.id === id)
  if (!block) throw new NotFound('block')
  return { block, blocks, collaboration_id } satisfies { block: Block; blocks: Block[]; collaboration_id: Id }
}

async function refuseForeign(tx: Tx, collaboration: Id, objective: Id | null | undefined): Promise<void> {
  if (!objective) return
  await tx
    .selectFrom('objective')
    .select('id')
    .where('id', '=', objective)
    .where('collaboration_id', '=', collaboration)
    .executeTakeFirstOrThrow(() => new Invalid({ objective_id: 'not_a_choice' }))
}

const settleOrder = (tx: Tx, publication: Id, order: Id[]) =>
  sql`update block set sort = array_position(${order}::uuid[], id)
    where publication_id = ${publication} and sort is distinct from array_position(${order}::uuid[], id)`.execute(
    tx
  )
