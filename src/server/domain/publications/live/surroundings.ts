import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { PeriodPrecision } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { KindWords } from '../../kinds/kinds.ts'
import type { Actor } from '../../people/actor.ts'
import { withinReach } from '../../people/reach.ts'
import type { FrozenDocument, Named, Stated } from '../frozen.ts'

export type Objective = {
  id: Id
  parent_id: Id | null
  kind: string
  title: string
  description: string | null
}

/** What a publication says of its collaboration beside its blocks. */
export async function collaborationOf(db: Db, id: Id) {
  const { rows } = await sql<{
    id: Id
    slug: string
    name: string
    kind: string
    words: KindWords
    from_day: string | null
    to_day: string | null
    precision: PeriodPrecision
    authority: Named
    area: Named
    main_area_id: Id
    other_areas: Named[]
    contact_function: string | null
    contact_mail: string | null
    contact_phone: string | null
    invented: boolean
    source: string | null
    time_zone: string
  }>`
    select c.id, c.slug, c.name, k.code as kind, k.words, c.from_day, c.to_day, c.precision, c.main_area_id,
      jsonb_build_object('slug', o.slug, 'name', o.name) as authority,
      jsonb_build_object('slug', a.slug, 'name', a.name) as area,
      coalesce((select jsonb_agg(jsonb_build_object('slug', b.slug, 'name', b.name) order by b.name collate "sv-x-icu")
        from collaboration_area ca join area b on b.id = ca.area_id where ca.collaboration_id = c.id), '[]') as other_areas,
      c.contact_function, c.contact_mail, c.contact_phone, c.invented, c.source,
      coalesce((select time_zone from installation), 'Europe/Stockholm') as time_zone
    from collaboration c join kind k on k.id = c.kind_id join organisation o on o.id = c.authority_id
    join area a on a.id = c.main_area_id
    where c.id = ${id}`.execute(db)
  if (!rows[0]) throw new Error('a publication without its collaboration')
  return rows[0]
}

export const objectivesOf = (db: Db, collaboration: Id): Promise<Objective[]> =>
  db
    .selectFrom('objective')
    .select(['id', 'parent_id', 'kind', 'title', 'description'])
    .where('collaboration_id', '=', collaboration)
    .orderBy('sort')
    .orderBy('id')
    .execute()

export const statedOf = (db: Db, collaboration: Id): Promise<Stated[]> =>
  db
    .selectFrom('stated_total')
    .select(['subject', 'qualifier', 'value', 'words', 'source'])
    .where('collaboration_id', '=', collaboration)
    .orderBy('subject')
    .execute()

export async function partiesOf(db: Db, collaboration: Id) {
  const { rows } = await sql<Named & { role: string; from: string | null; to: string | null }>`
    select p.role, o.slug, o.name, p.from_day as from, p.to_day as to
    from party p join organisation o on o.id = p.organisation_id
    where p.collaboration_id = ${collaboration} order by o.name collate "sv-x-icu", p.from_day`.execute(db)
  return rows
}

/** With the very file each has now, so that a newer one does not change what an edition leads to. */
export async function documentsOf(db: Db, reader: Actor, collaboration: Id): Promise<FrozenDocument[]> {
  const { rows } = await sql<FrozenDocument>`
    select d.id, d.title, d.kind, d.year, d.dated_on as day, d.case_number as "caseNumber", d.url, d.note,
      case when f.id is not null then jsonb_build_object('id', f.id, 'name', d.file_name, 'type', f.type,
        'size', octet_length(f.content)) end as file
    from document d left join file f on f.id = d.file_id
    where d.collaboration_id = ${collaboration} and ${withinReach(reader, { audience: 'd.audience', collaboration: 'd.collaboration_id' })}
    order by d.year desc nulls last, d.title collate "sv-x-icu"`.execute(db)
  return rows
}

/** The collaborations that go on where this one ends, each with its objectives of the first level. */
export async function successorsOf(db: Db, reader: Actor, collaboration: Id) {
  const { rows } = await sql<
    Named & {
      from_day: string | null
      to_day: string | null
      precision: PeriodPrecision
      lifecycle: string
      purpose: string | null
      objectives: { title: string; description: string | null }[]
      commitments: number
    }
  >`
    select s.slug, s.name, s.from_day, s.to_day, s.precision, s.lifecycle, s.purpose,
      coalesce((select jsonb_agg(jsonb_build_object('title', o.title, 'description', o.description) order by o.sort)
        from objective o where o.collaboration_id = s.id and o.parent_id is null), '[]') as objectives,
      (select count(*) from commitment c where c.collaboration_id = s.id
        and ${withinReach(reader, { audience: 'c.audience', collaboration: 'c.collaboration_id' })}) as commitments
    from collaboration s
    where s.predecessor_id = ${collaboration} and ${withinReach(reader, { audience: 's.audience', collaboration: 's.id' })}
    order by s.from_day, s.name collate "sv-x-icu"`.execute(db)
  return rows
}
