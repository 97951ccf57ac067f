import { sql } from 'kysely'
import { slugFrom } from '../forms/slugs.ts'
import { Invalid } from '../refusals.ts'
import { settled } from './constraints.ts'
import type { Id } from './ids.ts'
import { changeVersioned } from './versions.ts'
import type { Tx } from './write.ts'

export type Slugged = 'area' | 'organisation' | 'collaboration'

/** Words that stand for making something new, in every language: never a name in an address. */
export const reservedSlugs = ['ny', 'new']

export const leadsTo = (kind: Slugged, slug: string) =>
  sql<Id>`coalesce((select id from ${sql.table(kind)} where slug = ${slug}),
    (select subject_id from former_slug where kind = ${kind} and slug = ${slug}))`

async function isTaken(tx: Tx, kind: Slugged, slug: string, id?: Id): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select
      exists (select from ${sql.table(kind)} where slug = ${slug} and id is distinct from ${id ?? null}::uuid)
      or exists (select from former_slug where kind = ${kind} and slug = ${slug}
        and subject_id is distinct from ${id ?? null}::uuid) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

/**
 * The slug that was asked for, else one from the name, with a number where that is taken.
 * @throws Invalid `slug: taken` when the one asked for is.
 */
export async function freeSlug(tx: Tx, kind: Slugged, name: string, asked = ''): Promise<string> {
  const wanted = asked || slugFrom(name) || kind
  const tries = asked ? [asked] : [wanted, ...Array.from({ length: 50 }, (_, n) => `${wanted}-${n + 2}`)]
  for (const slug of tries) if (!reservedSlugs.includes(slug) && !(await isTaken(tx, kind, slug))) return slug
  throw new Invalid({ slug: 'taken' })
}

/** The slug of what a form has made already: the form carries the id, so that one sent twice makes one. */
export async function slugOf(tx: Tx, kind: Slugged, id: Id): Promise<string | undefined> {
  const { rows } = await sql<{ slug: string }>`select slug from ${sql.table(kind)} where id = ${id}`.execute(
    tx
  )
  return rows[0]?.slug
}

/** When two of the same were sent at once, the other has made it; otherwise another took the slug meanwhile. */
export async function slugOrTaken(tx: Tx, kind: Slugged, id: Id): Promise<string> {
  const slug = await slugOf(tx, kind, id)
  if (!slug) throw new Invalid({ slug: 'taken' })
  return slug
}

/**
 * Gives a row a new slug; the one it had keeps leading to it. False when it already has this one.
 * @throws Invalid `slug: taken`; Conflict when the row was changed since `version`.
 */
export async function changeSlug(
  tx: Tx,
  kind: Slugged,
  id: Id,
  { slug, version }: { slug: string; version: number }
): Promise<boolean> {
  if (reservedSlugs.includes(slug) || (await isTaken(tx, kind, slug, id)))
    throw new Invalid({ slug: 'taken' })
  const former = await slugOf(tx, kind, id)
  const changed = await settled(changeVersioned(tx, kind, id, { version, slug }), {
    [`${kind}_slug_key`]: { slug: 'taken' }
  })
  if (!changed) return false
  await tx.deleteFrom('former_slug').where('kind', '=', kind).where('slug', '=', slug).execute()
  await tx
    .insertInto('former_slug')
    .values({ kind, slug: String(former), subject_id: id })
    .execute()
  return true
}
