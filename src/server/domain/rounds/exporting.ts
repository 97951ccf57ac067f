import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { listFigures } from '../figures/figures.ts'
import type { Round } from './rounds.ts'
import { progressOf } from './progress.ts'

type Text = {
  item_id: Id
  version_id: Id
  number: number
  reason: string | null
  done: string | null
  contributed: string | null
  learnt: string | null
  publishable: boolean
  no_change: boolean
  answers: Record<string, string | number | boolean>
  submitted_by: string | null
  submitted_at: Date
  accepted_at: Date | null
  wording: string | null
  note: string | null
}

/** Each answer as it was received last, with how the public reads it and what it was returned with. */
async function textsOf(db: Db, round: Id): Promise<Map<Id, Text>> {
  const { rows } = await sql<Text>`
    select r.item_id, v.id as version_id, v.number, v.reason, v.done, v.contributed, v.learnt, v.publishable, v.no_change,
      v.answers, v.submitted_by, v.submitted_at, r.accepted_at, w.wording,
      case when review.verdict = 'returned' then review.note end as note
    from report r
    join lateral (select * from report_version where report_id = r.id order by number desc limit 1) v on true
    left join public_wording w on w.report_version_id = v.id
    left join review on review.report_version_id = v.id
    where r.round_id = ${round}`.execute(db)
  return new Map(rows.map((text) => [text.item_id, text]))
}

/**
 * Parties × what they are asked, with what was received, for its coordinators: of drafts only that they are begun. Ask for
 * the round by `findRound`.
 */
export async function exportedRows(db: Db, round: Pick<Round, 'id' | 'due_on'>) {
  const texts = await textsOf(db, round.id)
  const versions = [...texts.values()].map(({ version_id }) => version_id)
  const figures = Map.groupBy(await listFigures(db, versions), ({ report_version_id }) => report_version_id)
  const progress = await progressOf(db, round)
  return progress.flatMap((party) =>
    [...party.items, ...party.exempted].map((item) => {
      const text = texts.get(item.item_id) ?? null
      return { party, item, text, figures: (text && figures.get(text.version_id)) ?? [] }
    })
  )
}
export type ExportedRow = Awaited<ReturnType<typeof exportedRows>>[number]
