import { sql } from 'kysely'
import type { Db } from '#server/platform/db/write.ts'
import type { LinkActor } from '../links/links.ts'
import type { Item } from './items.ts'
import { rowsOf, type WrittenAnswer } from './written.ts'

type Suggestion = { unit: string; rule: string; scope: string }
const most = 3

/** What is counted here: what was told of the promise last, then its expected results. */
async function listSuggestions(db: Db, actor: LinkActor, item: Item): Promise<Suggestion[]> {
  if (!item.commitment_id) return []
  const { rows } = await sql<Suggestion>`
    with told as (
      select distinct on (m.unit) m.unit, m.rule, f.scope, r.accepted_at, f.sort
      from report r join figure f on f.report_version_id = r.accepted_version_id
      join measure told on told.id = f.measure_id
      join measure m on m.id = coalesce(told.merged_into_id, told.id)
      where r.commitment_id = ${item.commitment_id} and r.item_id <> ${item.id}
        and (r.organisation_id = ${actor.errand.organisation.id} or r.audience = 'public')
      order by m.unit, r.accepted_at desc
    ),
    expected as (
      select t.unit, coalesce(m.rule, 'sum') as rule, 'this_period' as scope, null::timestamptz as accepted_at, 0 as sort
      from target t
      left join measure m on m.collaboration_id = ${actor.errand.collaboration} and m.unit = t.unit
      where t.commitment_id = ${item.commitment_id} and t.unit not in (select unit from told)
    )
    select unit, rule, scope from (select * from told union all select * from expected) suggested
    order by accepted_at desc nulls last, sort, unit limit ${most}`.execute(db)
  return rows
}

/**
 * What is written, with a row for each thing that is usually counted and is not there yet: all but its value. `suggested`
 * tells such a row from one that somebody wrote; without a value it is not sent in.
 */
export async function suggestRows(
  db: Db,
  actor: LinkActor,
  item: Item,
  written: WrittenAnswer
): Promise<WrittenAnswer> {
  const there = rowsOf(written)
  const units = new Set(there.map(({ fields }) => fields['unit']))
  const taken = new Set(there.map(({ row }) => row))
  const rows: WrittenAnswer = {}
  const left = (await listSuggestions(db, actor, item)).filter(({ unit }) => !units.has(unit))
  for (let row = 0; left.length > 0 && row < 20; row += 1) {
    if (taken.has(row)) continue
    const suggestion = left.shift()
    if (suggestion) Object.assign(rows, rowOf(row, suggestion))
  }
  return { ...written, ...rows }
}

const rowOf = (row: number, { unit, rule, scope }: Suggestion): WrittenAnswer => ({
  [`figures.${row}.unit`]: unit,
  [`figures.${row}.suggested`]: unit,
  [`figures.${row}.rule`]: rule,
  [`figures.${row}.scope`]: scope
})
