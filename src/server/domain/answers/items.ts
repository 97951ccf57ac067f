import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Reach } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { LinkActor } from '../links/links.ts'

/** What an answer is about: something promised, the party's own view, or the collaboration as its roles see it. */
export type About = 'commitment' | 'party' | 'collaboration' | 'promise'
/** What stands in the address of an item, after the link's token, where it has no number. */
export const places = { collaboration: 'collaborations', party: 'party' } as const

type Row = {
  id: Id
  space_id: Id
  about: About
  /** None of these where a party answers for itself, or about the collaboration. */
  commitment_id: Id | null
  number: number | null
  title: string | null
  audience: Reach | null
  wording: string | null
  report_id: Id | null
  state: 'submitted' | 'returned' | 'accepted' | null
  submitted_at: Date | null
}
export type Item = Row & { place: string }

const itemOf = (row: Row): Item => ({ ...row, place: placeOf(row) })

/** A promise that is being worded has no number yet, and keeps its place when it gets one. */
export const placeOfPromise = (id: Id): string => `ord-${id.slice(-8)}`

function placeOf({ id, about, number }: Row): string {
  if (about === 'promise') return placeOfPromise(id)
  return about === 'commitment' ? String(number) : places[about]
}

/**
 * What the link asks about: promises by their numbers, then what is asked once. Of a promise that is answered again and
 * again, the latest.
 */
export async function listItems(db: Db, actor: LinkActor): Promise<Item[]> {
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (i.about, i.commitment_id, case when i.about = 'promise' then i.id end)
        i.id, i.space_id, i.about, c.id as commitment_id, c.number, coalesce(c.title, told.title) as title, c.audience, w.wording,
        r.id as report_id, r.state, r.submitted_at
      from round_item i
      left join commitment c on c.id = i.commitment_id
      left join commitment_wording w on w.id = i.wording_id
      left join report r on r.item_id = i.id
      left join lateral (select v.answers ->> 'title' as title from report_version v
        where i.about = 'promise' and v.report_id = r.id order by v.number desc limit 1) told on true
      where i.id = any(${actor.errand.items}::uuid[]) and i.space_id = ${actor.errand.space}
        and i.exempted_at is null
      order by i.about, i.commitment_id, case when i.about = 'promise' then i.id end, i.id desc
    ) latest
    order by about not in ('commitment', 'promise'), number, about, id`.execute(db)
  return rows.map(itemOf)
}

/** @throws NotFound for what is not among the link's own. */
export async function findItem(db: Db, actor: LinkActor, id: Id): Promise<Item> {
  const item = (await listItems(db, actor)).find((one) => one.id === id)
  if (!item) throw new NotFound('item')
  return item
}

/** The link's item in that place of its addresses. @throws NotFound when it asks about none. */
export async function itemAt(db: Db, actor: LinkActor, place: string): Promise<Item> {
  const item = (await listItems(db, actor)).find((one) => one.place === place)
  if (!item) throw new NotFound('item')
  return item
}

/** A promise that is being worded is called what its draft calls it. */
export const writtenTitle = (
  { about, title }: Pick<Item, 'about' | 'title'>,
  written: Record<string, string> = {}
): string | null => (about === 'promise' && written['answers.title']?.trim()) || title

/** Sent in and not returned: it is with the coordinator, and can't be written in. */
export const isSent = (item: Pick<Item, 'state'>): boolean =>
  item.state === 'submitted' || item.state === 'accepted'
