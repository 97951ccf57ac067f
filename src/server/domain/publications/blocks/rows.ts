import { sql } from 'kysely'
import { isId, newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../../people/actor.ts'
import type { NewBlock } from '../fields.ts'
import { can, type Can } from '../permissions.ts'
import { findPublicationToChange, listBlocks, type Block } from '../publications.ts'
import { chosenOf, type BlockSettings, type SettingName } from '../settings.ts'
import type { BlockKind, Part } from './kinds.ts'

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
export function keptOf(
  kind: BlockKind,
  part: Part | undefined,
  chosen: Partial<Record<SettingName, string | null>>
) {
  const kept = Object.entries({ ...(part && { part }), ...chosenOf(kind, chosen) })
  return Object.fromEntries(kept.toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)))
}

export async function findTheirs(tx: Tx, actor: Actor, id: Id, right: keyof Can) {
  const publication = await findPublicationToChange(tx, actor, id)
  if (!can(actor, publication)[right]) throw new NotAllowed()
  return { ...publication, blocks: await listBlocks(tx, id) }
}

export async function findBlock(tx: Tx, actor: Actor, id: Id, right: keyof Can) {
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
export async function refuseForeign(tx: Tx, collaboration: Id, chosen: BlockSettings): Promise<void> {
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
