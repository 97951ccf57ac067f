import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { housesOf, type House } from '../reports/houses.ts'
import { markOf, type Choice } from './fields.ts'
import { pairTo } from './finding.ts'
import type { Pair } from './permissions.ts'

/** What makes a promise hard to follow up: asked when it is made more concrete, never shown to others. */
export type Lacking = 'who' | 'for_whom' | 'by_when' | 'how_known'
export type Chosen = {
  version: number
  choice: Choice
  reason: string | null
  title: string | null
  wording: string | null
  lead_id: Id | null
  lead: string | null
  responsible: string | null
  target_group: string | null
  to_day: string | null
  target_value: number | null
  target_unit: string | null
  earlier_version: number
  earlier_wording: number
  carried: boolean
  /** What it became. */
  later: { number: number; title: string } | null
}
/** What its party was asked, and how far that has come; the answer is read where others of its round are. */
export type AskedAbout = { round: string; item: Id; state: 'submitted' | 'returned' | 'accepted' | null }

type Row = {
  id: Id
  version: number
  wording_number: number
  wording: string | null
  owner: { id: Id; name: string; slug: string } | null
  jointly: boolean
  target_group: string | null
  to_day: string | null
  countable: boolean
  /** The last accepted answer, with words from the one before where it said that nothing had changed. */
  last: { round: string; done: string | null; learnt: string | null; reason: string | null } | null
  chosen: Chosen | null
  asked: AskedAbout | null
}
export type Item = House &
  Omit<Row, 'version'> & {
    seen: string
    lacks: Lacking[]
    /** It was changed after the choice was made: that is to be read again. */
    stale: boolean
  }

/** More than any collaboration has promised. */
const most = 5000

/**
 * Every commitment of the earlier collaboration by its number, with what a coordinator chooses by: its house, its words,
 * its last accepted answer, what is not concrete, and what has been chosen. @throws NotFound, NotAllowed.
 */
export async function listItems(db: Db, actor: Actor, pair: Pair): Promise<Item[]> {
  await pairTo('see', db, actor, pair)
  const [houses, rows] = await Promise.all([
    housesOf(db, actor, { collaboration: pair.earlier }, { limit: most }),
    rowsOf(db, pair)
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return houses.flatMap((house) => {
    const row = byId.get(house.id)
    return row ? [itemOf(house, row)] : []
  })
}

function itemOf(house: House, { version, ...row }: Row): Item {
  const { chosen } = row
  const seen = markOf({ ...row, version })
  return {
    ...house,
    ...row,
    seen,
    lacks: lacksOf(row),
    stale:
      chosen !== null && !chosen.carried && seen !== `${chosen.earlier_version}:${chosen.earlier_wording}`
  }
}

const lacksOf = ({ owner, target_group, to_day, countable }: Omit<Row, 'version'>): Lacking[] => [
  ...(owner ? [] : (['who'] as const)),
  ...(target_group ? [] : (['for_whom'] as const)),
  ...(to_day ? [] : (['by_when'] as const)),
  ...(countable ? [] : (['how_known'] as const))
]

const last = sql`
  select json_build_object('round', round.name, 'reason', v.reason,
    'done', coalesce(pw.wording, v.done, before.done), 'learnt', coalesce(v.learnt, before.learnt)) as told
  from report r join round on round.id = r.round_id join report_version v on v.id = r.accepted_version_id
  left join public_wording pw on pw.report_version_id = v.id
  left join lateral (
    select coalesce(bw.wording, b.done) as done, b.learnt
    from report o join report_version b on b.id = o.accepted_version_id
    left join public_wording bw on bw.report_version_id = b.id
    where v.no_change and o.commitment_id = r.commitment_id and not b.no_change
    order by o.accepted_at desc limit 1) before on true
  where r.commitment_id = c.id order by round.opened_at desc, r.accepted_at desc limit 1`

const chosen = sql`
  select json_build_object('version', k.version, 'choice', k.choice, 'reason', k.reason, 'title', k.title,
    'wording', k.wording, 'lead_id', k.lead_id, 'lead', lead.name, 'responsible', k.responsible, 'target_group', k.target_group, 'to_day', k.to_day,
    'target_value', k.target_value, 'target_unit', k.target_unit,
    'earlier_version', k.earlier_version, 'earlier_wording', k.earlier_wording, 'carried', k.carried_at is not null,
    'later', case when l.id is not null then json_build_object('number', l.number, 'title', l.title) end) as told
  from carry_over k left join commitment l on l.id = k.later_id left join organisation lead on lead.id = k.lead_id
  where k.earlier_id = c.id`

const asked = sql`
  select json_build_object('round', round.slug, 'item', i.id, 'state', r.state) as told
  from round_item i join round on round.id = i.round_id left join report r on r.item_id = i.id
  where i.commitment_id = c.id and round.kind = 'wording' and i.exempted_at is null`

async function rowsOf(db: Db, { earlier, successor }: Pair): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select c.id, c.version, coalesce(w.number, 0) as wording_number, w.wording,
      case when o.id is not null then json_build_object('id', o.id, 'name', o.name, 'slug', o.slug) end as owner,
      c.answerer_id is not null as jointly, c.target_group, c.to_day,
      exists (select from target t where t.commitment_id = c.id) as countable,
      (${last}) as last,
      (${chosen} and k.collaboration_id = ${successor}) as chosen,
      (${asked} and round.collaboration_id = ${successor} order by i.id desc limit 1) as asked
    from commitment c
    left join organisation o on o.id = c.owner_id
    left join commitment_wording w on w.id = c.wording_id
    where c.collaboration_id = ${earlier}`.execute(db)
  return rows
}
