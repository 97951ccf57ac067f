import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { holdReport, wordDeed } from './changing.ts'
import type { WordedForParty } from './fields.ts'
import { highlightReport } from './highlighting.ts'

/**
 * What a party said for itself, told in the coordinator's words: chosen and worded at once. Without words it is not told.
 * `version` is null in a form that was made before it was chosen.
 * @throws NotFound, NotAllowed; Invalid `wording: required` where there is nothing to tell yet; Conflict with the words that
 *   stand when they were changed meanwhile.
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
  const { title, version: standing } = await titled(tx, id)
  await wordDeed(tx, actor, id, { title, wording, version: highlight_id ? (version ?? 0) : standing })
}

const titled = (tx: Tx, report: Id) =>
  tx
    .selectFrom('highlight')
    .innerJoin('report', 'report.highlight_id', 'highlight.id')
    .select(['highlight.title', 'highlight.version'])
    .where('report.id', '=', report)
    .executeTakeFirstOrThrow()
