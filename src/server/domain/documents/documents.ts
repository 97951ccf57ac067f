import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { documentReach } from './finding.ts'

const fileSize = sql<number | null>`octet_length(file.content)`

const documents = (db: Db, actor: Actor) =>
  db
    .selectFrom('document')
    .leftJoin('file', 'file.id', 'document.file_id')
    .select([
      'document.id',
      'document.version',
      'document.title',
      'document.kind',
      'document.year',
      'document.dated_on',
      'document.case_number',
      'document.url',
      'document.note',
      'document.reach',
      'document.audience',
      'document.file_id',
      'document.file_name',
      'file.type as file_type'
    ])
    .select(fileSize.as('file_size'))
    .where(documentReach(actor))
    .orderBy('document.year', (order) => order.desc().nullsLast())

/** A collaboration's documents, the latest year first, those without a year last; within a year as they were listed. */
export const listDocuments = (db: Db, actor: Actor, collaboration: Id) =>
  documents(db, actor)
    .where('document.collaboration_id', '=', collaboration)
    .orderBy('document.dated_on', (order) => order.desc().nullsLast())
    .orderBy('document.id')
    .execute()
export type Document = Awaited<ReturnType<typeof listDocuments>>[number]

export type DocumentFilter = {
  year?: number | undefined
  /** A collaboration's slug. */
  collaboration?: string | undefined
  kind?: string | undefined
  /** The last document of the page before. */
  after?: Id | undefined
}

/** Every collaboration's documents, a page at a time: one more than `limit` where there are more. */
export async function listAllDocuments(
  db: Db,
  actor: Actor,
  { year, collaboration, kind, after, limit }: DocumentFilter & { limit: number }
) {
  const rows = documents(db, actor)
    .innerJoin('collaboration', 'collaboration.id', 'document.collaboration_id')
    .select(['collaboration.slug', 'collaboration.name', 'collaboration.language', 'collaboration.invented'])
    .$if(year !== undefined, (query) => query.where('document.year', '=', year ?? null))
    .$if(collaboration !== undefined, (query) => query.where('collaboration.slug', '=', collaboration ?? ''))
    .$if(kind !== undefined, (query) => query.where('document.kind', '=', kind ?? ''))
    .$if(after !== undefined, (query) => query.where(comesAfter(after ?? '')))
  return rows
    .orderBy('document.id')
    .limit(limit + 1)
    .execute()
}

const comesAfter = (id: Id) => sql<boolean>`exists (select from document last where last.id = ${id}
  and (-coalesce(document.year, 0), document.id) > (-coalesce(last.year, 0), last.id))`

/** What the list of all may be narrowed to. */
export async function listDocumentShelves(db: Db, actor: Actor) {
  const { rows } = await sql<{
    years: number[]
    kinds: string[]
    collaborations: { slug: string; name: string }[]
  }>`
    with seen as (
      select document.year, document.kind, c.slug, c.name from document
      join collaboration c on c.id = document.collaboration_id where ${documentReach(actor)}
    )
    select
      coalesce((select json_agg(year order by year desc) from (select distinct year from seen where year is not null) y), '[]') as years,
      coalesce((select json_agg(kind order by kind collate "sv-x-icu") from (select distinct kind from seen where kind is not null) k), '[]') as kinds,
      coalesce((select json_agg(json_build_object('slug', slug, 'name', name) order by name collate "sv-x-icu")
        from (select distinct slug, name from seen) c), '[]') as collaborations`.execute(db)
  return rows[0] ?? { years: [], kinds: [], collaborations: [] }
}
