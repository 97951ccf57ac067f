import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { refOf, type About } from './refs.ts'

type Step = {
  item_id: Id
  about: About
  running: boolean
  number: number | null
  organisation_slug: string
  state: 'submitted' | 'returned' | 'accepted'
}

/** What a round has received, in the order it is read: by number, then what parties say of themselves and the collaboration. */
async function stepsOf(db: Db, round: Id): Promise<(Pick<Step, 'item_id' | 'state'> & { ref: string })[]> {
  const { rows } = await sql<Step>`
    select i.id as item_id, i.about, i.running, c.number, o.slug as organisation_slug, r.state
    from report r
    join round_item i on i.id = r.item_id
    join organisation o on o.id = r.organisation_id
    left join commitment c on c.id = i.commitment_id
    where r.round_id = ${round}
    order by c.number nulls last, i.about, o.name collate "sv-x-icu", i.id`.execute(db)
  return rows.map((step) => ({ ref: refOf(step), item_id: step.item_id, state: step.state }))
}

/** The answers before and after this one, and the next that nobody has read, from the start again after the last. */
export async function findWalk(db: Db, round: Id, ref: string) {
  const steps = await stepsOf(db, round)
  const at = steps.findIndex((step) => step.ref === ref || step.item_id === ref)
  const after = [...steps.slice(at + 1), ...steps.slice(0, Math.max(at, 0))]
  return {
    place: at + 1,
    of: steps.length,
    previous: steps[at - 1]?.ref ?? null,
    next: steps[at + 1]?.ref ?? null,
    unread: after.find(({ state }) => state === 'submitted')?.ref ?? null,
    waiting: steps.filter(({ state }) => state === 'submitted').length
  }
}
