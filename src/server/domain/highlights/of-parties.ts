import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Conflict, Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { holdReport, wordDeed } from './changing.ts'
import type { WordedForParty } from './fields.ts'
import { highlightReport } from './highlighting.ts'

/**
 * What a party said for itself, told in the coordinator's words: chosen and worded at once. Without words it is not told.
 * `version` is null in a form that was made before it was chosen.
 * @throws NotFound, NotAllowed; Invalid `wording: required` where there is nothing to tell yet; Conflict with the words that
 *   stand when they were changed meanwhile, or it was joined to a commitment's deed.
 */
export async function wordForParty(
  tx: Tx,
  actor: Actor,
  { report: id, wording, version }: WordedForParty
): Promise<void> {
  const { about, highlight_id } = await holdReport(tx, actor, id)
  if (about !== 'party' && about !== 'collaboration') throw new NotFound('report')
  if (!highlight_id && wording === null) throw new Invalid({ wording: 'required' })
  if (!highlight_id) await highlightReport(tx, actor, id, true)
  const deed = await deedOf(tx, id)
  const { title, version: standing } = deed
  if (deed.joined) throw new Conflict(deed)
  await wordDeed(tx, actor, id, { title, wording, version: highlight_id ? (version ?? 0) : standing })
}

/** What tells of it; `joined` where a commitment's answer tells of the same, which has words of its own. */
async function deedOf(tx: Tx, report: Id) {
  const { rows } = await sql<{
    title: string | null
    wording: string | null
    version: number
    joined: boolean
  }>`
    select h.title, h.wording, h.version,
      exists (select from report other where other.highlight_id = h.id and other.commitment_id is not null) as joined
    from highlight h join report r on r.highlight_id = h.id where r.id = ${report} for update of h`.execute(
    tx
  )
  if (!rows[0]) throw new NotFound('highlight')
  return rows[0]
}
