import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import { leadsTo } from '#server/platform/db/slugs.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'

const columns = [
  'organisation.id',
  'organisation.version',
  'organisation.slug',
  'organisation.name',
  'organisation.kind',
  'organisation.parent_id',
  'organisation.aliases',
  'organisation.from_day',
  'organisation.to_day',
  'organisation.successor_id',
  'organisation.contact_function',
  'organisation.contact_mail',
  'organisation.contact_phone'
] as const

const inAlphabet = sql`organisation.name collate "sv-x-icu"`

/** Every organisation is public. By Swedish alphabet; those of one kind where it is given. */
export const listOrganisations = (db: Db, { kind }: { kind?: string } = {}) =>
  db
    .selectFrom('organisation')
    .select([
      'organisation.id',
      'organisation.slug',
      'organisation.name',
      'organisation.kind',
      'organisation.parent_id',
      'organisation.to_day'
    ])
    .$if(kind !== undefined, (query) => query.where('organisation.kind', '=', String(kind)))
    .orderBy(inAlphabet)
    .execute()

/** By its slug, or by one it had before. */
export const findOrganisation = (db: Db, slug: string) =>
  db
    .selectFrom('organisation')
    .select(columns)
    .where('organisation.id', '=', leadsTo('organisation', slug))
    .executeTakeFirstOrThrow(() => new NotFound('organisation'))
export type Organisation = Awaited<ReturnType<typeof findOrganisation>>

/** Those it belongs with: the one above it, those under it, what it was before and what took its place. */
export async function findRelatives(
  db: Db,
  organisation: Pick<Organisation, 'id' | 'parent_id' | 'successor_id'>
) {
  const { rows } = await sql<{ relation: Relation; slug: string; name: string }>`
    select case when id = ${organisation.parent_id}::uuid then 'parent'
        when id = ${organisation.successor_id}::uuid then 'successor'
        when parent_id = ${organisation.id} then 'part' else 'predecessor' end as relation, slug, name
    from organisation
    where id = any(${[organisation.parent_id, organisation.successor_id].filter((id) => id !== null)}::uuid[])
      or parent_id = ${organisation.id} or successor_id = ${organisation.id}
    order by name collate "sv-x-icu"`.execute(db)
  return rows
}
export type Relation = 'parent' | 'part' | 'successor' | 'predecessor'

/** Whether `id` would stand above itself with `parent` as its parent. */
export async function standsAbove(db: Db, id: Id, parent: Id): Promise<boolean> {
  const { rows } = await sql<{ above: boolean }>`
    with recursive up (id, depth) as (
      select ${parent}::uuid, 0
      union select o.parent_id, up.depth + 1 from up join organisation o on o.id = up.id
      where o.parent_id is not null and up.depth < 50
    ) select exists (select from up where id = ${id}) as above`.execute(db)
  return rows[0]?.above ?? false
}
