import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import { now } from '#server/platform/clock.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict } from '#server/platform/refusals.ts'
import type { Actor } from '../../people/actor.ts'
import { findBlock, findTheirs, insertBlocks, keptOf, refuseForeign } from './rows.ts'
import { settleOrder } from '../ordering.ts'
import type { ChangedBlock, MovedBlock, NewBlock } from '../fields.ts'
import { chosenOf, settingsOf, type BlockSettings } from '../settings.ts'
import type { BlockKind } from './kinds.ts'

/** Saves closer to each other than this, by the same person, are one sitting. */
export const sittingMs = 15 * 60_000

export async function addBlock(tx: Tx, actor: Actor, publication: Id, block: NewBlock): Promise<Id> {
  const { blocks, collaboration_id } = await findTheirs(tx, actor, publication, 'change')
  if (block.id && blocks.some(({ id }) => id === block.id)) return block.id
  await refuseForeign(tx, collaboration_id, chosenOf(block.kind, block))
  const [id = ''] = await insertBlocks(tx, publication, [block])
  if (block.after !== undefined) {
    const order = blocks.map((other) => other.id)
    order.splice(block.after === null ? 0 : order.indexOf(block.after) + 1 || order.length, 0, id)
    await settleOrder(tx, 'block', publication, order)
  }
  await recordFact(
    tx,
    'publication.block_added',
    { kind: 'publication', id: publication },
    { kind: block.kind }
  )
  return id
}

/** Gives the version that stands then. @throws Conflict with the block as it stands when it was changed since `version`. */
export async function changeBlock(
  tx: Tx,
  actor: Actor,
  id: Id,
  { version, ...changed }: ChangedBlock
): Promise<number> {
  const { block, collaboration_id } = await findBlock(tx, actor, id, 'change')
  await refuseForeign(tx, collaboration_id, chosenOf(block.kind, changed))
  const changes = {
    heading: changed.heading,
    prose: block.kind === 'prose' ? changed.prose : null,
    settings: keptOf(block.kind, block.settings.part, changed)
  }
  const change = changeVersioned(tx, 'block', id, { version, ...changes })
  if (!(await change.catch(withChoices(block.kind)))) return block.version
  await tellOnce(tx, block.publication_id)
  return block.version + 1
}

/** What is saved as it is written is one thing that happened, not a hundred. */
async function tellOnce(tx: Tx, publication: Id): Promise<void> {
  const since = new Date(now().getTime() - sittingMs)
  const { rows } =
    await sql`select from fact where code = 'publication.block_changed' and subject_kind = 'publication'
    and subject_id = ${publication} and at > ${since} and actor = acting() limit 1`.execute(tx)
  if (rows.length === 0)
    await recordFact(tx, 'publication.block_changed', { kind: 'publication', id: publication })
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

/** To the place after another of the report, or first; where that one has gone it stays. Sent twice it moves no further. */
export async function moveBlock(tx: Tx, actor: Actor, id: Id, { after }: MovedBlock): Promise<void> {
  const { block, blocks } = await findBlock(tx, actor, id, 'change')
  const order = blocks.map((other) => other.id).filter((other) => other !== id)
  if (after !== null && !order.includes(after)) return
  order.splice(after === null ? 0 : order.indexOf(after) + 1, 0, id)
  await settleOrder(tx, 'block', block.publication_id, order)
}

/** Sent twice it does nothing more: a block that is gone is removed. It can be put back from what is told of it here. */
export async function removeBlock(tx: Tx, actor: Actor, publication: Id, id: Id): Promise<void> {
  const { blocks } = await findTheirs(tx, actor, publication, 'removeBlock')
  const block = blocks.find((other) => other.id === id)
  if (!block) return
  await tx.deleteFrom('block').where('id', '=', id).execute()
  const what = { kind: block.kind, block: id }
  await recordFact(tx, 'publication.block_removed', { kind: 'publication', id: publication }, what)
}
