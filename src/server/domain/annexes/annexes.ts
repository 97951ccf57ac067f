import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach } from '../people/reach.ts'
import { visible } from '../publications/publications.ts'

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

/** A publication's annexes in their order, those that lead to something this reader may read. */
export async function listAnnexes(db: Db, reader: Actor, publication: Id): Promise<Annex[]> {
  const documentSeen = withinReach(reader, { audience: 'd.audience', collaboration: 'd.collaboration_id' })
  const { rows } = await sql<Annex>`
    select a.id, a.version, a.title as "ownTitle", coalesce(a.title, d.title, p.title, a.url) as title, a.url,
      case when d.id is not null then jsonb_build_object('id', d.id, 'title', d.title, 'kind', d.kind, 'year', d.year,
        'day', d.dated_on, 'caseNumber', d.case_number, 'url', d.url, 'note', d.note,
        'file', case when f.id is not null then jsonb_build_object('id', f.id, 'name', d.file_name, 'type', f.type,
          'size', octet_length(f.content)) end) end as document,
      case when p.id is not null then jsonb_build_object('slug', p.slug, 'title', p.title) end as publication
    from annex a
    left join document d on d.id = a.document_id and ${documentSeen}
    left join file f on f.id = d.file_id
    left join publication p on p.id = a.annexed_publication_id and ${visible(reader)}
    where a.publication_id = ${publication} and num_nonnulls(d.id, p.id, a.url) = 1
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
