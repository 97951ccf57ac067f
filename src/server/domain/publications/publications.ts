import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { readsWhole, type Actor } from '../people/actor.ts'
import type { Reach } from '../people/reach.ts'
import { dayOf, readable, shown } from './editions/readable.ts'
import type { BlockSettings } from './settings.ts'
import { type BlockKind } from './blocks/kinds.ts'
import { tellsWhole } from './templates.ts'

export type Publication = {
  id: Id
  version: number
  slug: string
  collaboration_id: Id
  template: string
  title: string
  language: string
  reach: Reach
  audience: Reach
  published: boolean
}
export type Block = {
  id: Id
  version: number
  publication_id: Id
  sort: number
  kind: BlockKind
  heading: string | null
  prose: string | null
  settings: BlockSettings
}

/** Published: by those who read an edition of it. Not yet published: by those who read its collaboration whole. */
export const visible = (actor: Actor): RawBuilder<boolean> => {
  if (actor.reads === 'all') return sql`true`
  return sql`(p.collaboration_id = any(${actor.reads}::uuid[]) or
    exists (select from ${shown} where shown.publication_id = p.id and shown.published_at is not null and ${readable(actor)}))`
}

async function find(db: Db, actor: Actor, which: RawBuilder<boolean>, lock = sql``): Promise<Publication> {
  const { rows } = await sql<Publication>`
    select p.id, p.version, p.slug, p.collaboration_id, p.template, p.title, p.language, p.reach, p.audience,
      exists (select from edition e where e.publication_id = p.id and e.published_at is not null) as published
    from publication p where ${which} and ${visible(actor)} ${lock}`.execute(db)
  if (!rows[0]) throw new NotFound('publication')
  return rows[0]
}

export const findPublication = (db: Db, actor: Actor, slug: string) => find(db, actor, sql`p.slug = ${slug}`)
export const findPublicationById = (db: Db, actor: Actor, id: Id) => find(db, actor, sql`p.id = ${id}`)
/** Holds it until the transaction ends, so that the order of its blocks and its editions are settled one at a time. */
export const findPublicationToChange = (db: Db, actor: Actor, id: Id) =>
  find(db, actor, sql`p.id = ${id}`, sql`for update`)

/** In the order they are read. */
export async function listBlocks(db: Db, publication: Id): Promise<Block[]> {
  const blocks = await db
    .selectFrom('block')
    .select(['id', 'version', 'publication_id', 'sort', 'kind', 'heading', 'prose', 'settings'])
    .where('publication_id', '=', publication)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  return blocks as Block[]
}

export type PublicationLine = Pick<Publication, 'id' | 'slug' | 'title' | 'template' | 'published'> & {
  /** The day, where the installation is. */
  published_on: string | null
  /** All its editions are. */
  withdrawn: boolean
  number: number | null
  /** A later edition than the one that stands, that was withdrawn. */
  gone: number | null
}

/**
 * All of a collaboration that this reader may see, published or not, the newest first, by the edition that stands. One that
 * is withdrawn is listed for those who read the collaboration whole; others come to it by its address.
 */
export async function listPublicationsOf(
  db: Db,
  actor: Actor,
  collaboration: Id
): Promise<PublicationLine[]> {
  const { rows } = await sql<PublicationLine>`
    select p.id, p.slug, p.template, coalesce(e.title, p.title) as title, e.withdrawn_at is not null as withdrawn, e.number,
      case when e.withdrawn_at is null and e.last_withdrawn > e.number then e.last_withdrawn end as gone,
      ${dayOf(sql`e.published_at`)} as published_on,
      e.published_at is not null and e.withdrawn_at is null as published
    from publication p
    left join lateral (select title, number, published_at, withdrawn_at,
        max(number) filter (where withdrawn_at is not null) over () as last_withdrawn from ${shown}
      where publication_id = p.id and published_at is not null and ${readable(actor)}
      order by withdrawn_at is not null, number desc limit 1) e on true
    where p.collaboration_id = ${collaboration} and ${visible(actor)}
      and (e.withdrawn_at is null or ${readsWhole(actor, collaboration)})
    order by e.published_at desc nulls first, p.id desc`.execute(db)
  return rows
}

/** Where the whole is read, of publications with the newest first: the latest report; where there is none, the latest of any. */
export function wholeAmong(publications: PublicationLine[]): PublicationLine | null {
  const published = publications.filter((one) => one.published)
  return published.find(({ template }) => tellsWhole(template)) ?? published[0] ?? null
}
