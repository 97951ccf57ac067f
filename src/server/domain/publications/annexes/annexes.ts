import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../../people/actor.ts'
import { withinReach } from '../../people/reach.ts'
import { visible } from '../publications.ts'
import { readable, shown } from '../editions/readable.ts'

/** A document's file, as a reader is told of it. */
export type AnnexedFile = { id: Id; name: string; type: string; size: number }
export type AnnexedDocument = {
  id: Id
  title: string
  kind: string | null
  year: number | null
  day: string | null
  caseNumber: string | null
  url: string | null
  note: string | null
  file: AnnexedFile | null
}
/** One of a document, another publication and an address; the others are null. */
export type Annex = {
  id: Id
  version: number
  /** Its own, else that of what is annexed, else the address. */
  title: string
  /** Null where it goes by the title of what is annexed. */
  ownTitle: string | null
  document: AnnexedDocument | null
  publication: { slug: string; title: string } | null
  url: string | null
}

/**
 * A publication's annexes in their order, those that lead to something this reader may read; a report that is withdrawn, to
 * those who read its collaboration whole.
 */
export async function listAnnexes(db: Db, reader: Actor, publication: Id): Promise<Annex[]> {
  const documentSeen = withinReach(reader, { audience: 'd.audience', collaboration: 'd.collaboration_id' })
  const whole = reader.reads === 'all' ? sql`true` : sql`p.collaboration_id = any(${reader.reads}::uuid[])`
  const { rows } = await sql<Annex>`
    select a.id, a.version, a.title as "ownTitle", coalesce(a.title, d.title, read.title, p.title, a.url) as title, a.url,
      case when d.id is not null then jsonb_build_object('id', d.id, 'title', d.title, 'kind', d.kind, 'year', d.year,
        'day', d.dated_on, 'caseNumber', d.case_number, 'url', d.url, 'note', d.note,
        'file', case when f.id is not null then jsonb_build_object('id', f.id, 'name', d.file_name, 'type', f.type,
          'size', octet_length(f.content)) end) end as document,
      case when p.id is not null then jsonb_build_object('slug', p.slug, 'title', coalesce(read.title, p.title)) end as publication
    from annex a
    left join document d on d.id = a.document_id and ${documentSeen}
    left join file f on f.id = d.file_id
    left join publication p on p.id = a.annexed_publication_id and ${visible(reader)}
    left join lateral (select title, withdrawn_at from ${shown} where publication_id = p.id and published_at is not null
      and ${readable(reader)} order by withdrawn_at is not null, number desc limit 1) read on true
    where a.publication_id = ${publication} and num_nonnulls(d.id, p.id, a.url) = 1
      and (read.withdrawn_at is null or ${whole})
    order by a.sort, a.id`.execute(db)
  return rows
}

/** All annexes, for those who compile it: whether the publication's own readers are shown them. */
export async function listAnnexesToEdit(db: Db, editor: Actor, readers: Actor, publication: Id) {
  const shown = new Set((await listAnnexes(db, readers, publication)).map(({ id }) => id))
  const all = await listAnnexes(db, editor, publication)
  return all.map((annex) => ({ ...annex, shown: shown.has(annex.id) }))
}
export type AnnexToEdit = Awaited<ReturnType<typeof listAnnexesToEdit>>[number]

/** What a form chooses among: `value` says which of both it is. */
export type Annexable = {
  value: string
  kind: 'document' | 'publication'
  title: string
  year: number | null
}

/** Documents and reports of the collaboration, of those it is part of or has for parts, and of the period before or after. */
export async function listAnnexable(db: Db, editor: Actor, publication: Id): Promise<Annexable[]> {
  const documentSeen = withinReach(editor, { audience: 'd.audience', collaboration: 'd.collaboration_id' })
  const { rows } = await sql<Annexable>`
    with own as (select collaboration_id as id from publication where id = ${publication}),
    family as (
      select id from own
      union select c.predecessor_id from collaboration c join own on own.id = c.id
      union select c.id from collaboration c join own on own.id = c.predecessor_id
      union select p.parent_id from collaboration_parent p join own on own.id = p.collaboration_id
      union select p.collaboration_id from collaboration_parent p join own on own.id = p.parent_id
    ),
    annexed as (select coalesce(document_id, annexed_publication_id) as id from annex where publication_id = ${publication})
    select value, kind, title, year from (
      select 'document:' || d.id as value, 'document' as kind, d.title, d.year, d.id
      from document d join family on family.id = d.collaboration_id where ${documentSeen}
      union all
      select 'publication:' || p.id, 'publication', p.title, null, p.id
      from publication p join family on family.id = p.collaboration_id where p.id <> ${publication} and ${visible(editor)}
    ) annexable
    where id not in (select id from annexed where id is not null)
    order by kind, year desc nulls last, title collate "sv-x-icu" limit 500`.execute(db)
  return rows
}
