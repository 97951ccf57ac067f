import { sql } from 'kysely'
import { isId, newId, type Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedBlock, MovedBlock, NewBlock } from './fields.ts'
import { can, type Can } from './permissions.ts'
import { findPublicationToChange, listBlocks, type Block } from './publications.ts'
import { chosenOf, settingsOf, type BlockSettings, type SettingName } from './settings.ts'
import type { BlockKind, Part } from './templates.ts'

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
    settings: JSON.stringify(keptOf(block.kind, block.part, block))
  }))
  await tx
    .insertInto('block')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return rows.map((row) => row.id)
}

/** In the order the database keeps keys, so that unchanged settings read the same. */
function keptOf(
  kind: BlockKind,
  part: Part | undefined,
  chosen: Partial<Record<SettingName, string | null>>
) {
  const kept = Object.entries({ ...(part && { part }), ...chosenOf(kind, chosen) })
  return Object.fromEntries(kept.toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)))
}

export async function addBlock(tx: Tx, actor: Actor, publication: Id, block: NewBlock): Promise<Id> {
  const { blocks, collaboration_id } = await findTheirs(tx, actor, publication, 'change')
  if (block.id && blocks.some(({ id }) => id === block.id)) return block.id
  await refuseForeign(tx, collaboration_id, chosenOf(block.kind, block))
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
  await refuseForeign(tx, collaboration_id, chosenOf(block.kind, changed))
  const changes = {
    heading: changed.heading,
    prose: block.kind === 'prose' ? changed.prose : null,
    settings: keptOf(block.kind, block.settings.part, changed)
  }
  const change = changeVersioned(tx, 'block', id, { version, ...changes })
  if (await change.catch(withChoices(block.kind)))
    await recordFact(tx, 'publication.block_changed', { kind: 'publication', id: block.publication_id })
}

/** Both texts stand side by side by the names of the form's fields, so what the settings hold goes by those. */
const withChoices =
  (kind: BlockKind) =>
  (refusal: unknown): never => {
    if (!(refusal instanceof Conflict)) throw refusal
    const kept = refusal.current['settings'] as BlockSettings
    const chosen = settingsOf(kind).map(({ name, usual }) => [name, kept[name] ?? usual])
    throw new Conflict({ ...refusal.current, ...Object.fromEntries(chosen) })
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

const keptAs = { objective: 'objective', round: 'round', deed: 'highlight' } as const

/** A block is about its own collaboration. */
async function refuseForeign(tx: Tx, collaboration: Id, chosen: BlockSettings): Promise<void> {
  for (const name of ['objective', 'round', 'deed'] as const) {
    const id = chosen[name]
    if (!isId(id)) continue
    await tx
      .selectFrom(keptAs[name])
      .select('id')
      .where('id', '=', id)
      .where('collaboration_id', '=', collaboration)
      .executeTakeFirstOrThrow(() => new Invalid({ [name]: 'not_a_choice' }))
  }
}

const settleOrder = (tx: Tx, publication: Id, order: Id[]) =>
  sql`update block set sort = array_position(${order}::uuid[], id)
    where publication_id = ${publication} and sort is distinct from array_position(${order}::uuid[], id)`.execute(
    tx
  )
