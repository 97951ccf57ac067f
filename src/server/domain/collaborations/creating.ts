import { newId, type Id } from '#server/platform/db/ids.ts'
import { settled } from '#server/platform/db/constraints.ts'
import { replaceTies } from '#server/platform/db/ties.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { slugFrom } from '#server/platform/forms/slugs.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { NewCollaboration } from './fields.ts'
import { mayCreateIn } from './permissions.ts'

export type Made = { id: Id; slug: string }

/**
 * Begins a collaboration. Its address comes from its name, with a number where that is taken.
 * @throws Invalid `slug: taken` when a given slug is another's; `not_a_choice` for what there is none of.
 */
export async function createCollaboration(
  tx: Tx,
  actor: Actor,
  { id, slug, area_ids = [], parent_ids = [], ...described }: NewCollaboration
): Promise<Made> {
  if (!(await mayCreateIn(tx, actor, described.main_area_id))) throw new NotAllowed()
  const before = id ? await byId(tx, id) : undefined
  if (before?.name === described.name) return { id: before.id, slug: before.slug }
  const made = await insert(tx, slug, { ...described, id: before || !id ? newId() : id })
  await replaceTies(tx, 'collaboration_area', { collaboration_id: made.id }, 'area_id', area_ids)
  await replaceTies(tx, 'collaboration_parent', { collaboration_id: made.id }, 'parent_id', parent_ids)
  await recordFact(tx, 'collaboration.created', { kind: 'collaboration', id: made.id })
  return made
}

/** The form that makes it carries an id, so that one sent twice makes one. */
const byId = (tx: Tx, id: Id) =>
  tx.selectFrom('collaboration').select(['id', 'slug', 'name']).where('id', '=', id).executeTakeFirst()

type Row = Omit<NewCollaboration, 'id' | 'slug' | 'area_ids' | 'parent_ids'> & { id: Id }

async function insert(tx: Tx, given: string | undefined, row: Row): Promise<Made> {
  const wanted = given ?? (slugFrom(row.name) || 'samverkan')
  const tries = given ? [given] : [wanted, ...Array.from({ length: 20 }, (_, n) => `${wanted}-${n + 2}`)]
  for (const slug of tries) {
    const made = (await isFormerSlug(tx, slug)) ? undefined : await insertAs(tx, slug, row)
    if (made) return made
  }
  throw new Invalid({ slug: 'taken' })
}

const insertAs = (tx: Tx, slug: string, row: Row): Promise<Made | undefined> =>
  settled(
    tx
      .insertInto('collaboration')
      .values({ ...row, slug, audience: row.reach })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning(['id', 'slug'])
      .executeTakeFirst()
  )

const isFormerSlug = async (tx: Tx, slug: string): Promise<boolean> =>
  (await tx
    .selectFrom('former_slug')
    .select('slug')
    .where('kind', '=', 'collaboration')
    .where('slug', '=', slug)
    .executeTakeFirst()) !== undefined
