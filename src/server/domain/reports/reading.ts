import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { listFigures } from '../figures/figures.ts'
import type { Actor } from '../people/actor.ts'
import { can } from './permissions.ts'
import { findReceived, findReportIn } from './reports.ts'
import { proposedStage } from './reviewing.ts'

/**
 * An answer as its coordinators read it: what was received last, beside the promise in the words of the day the round
 * opened. @throws NotFound for everyone else.
 */
export async function findReading(db: Db, actor: Actor, round: Id, number: number) {
  const report = await findReportIn(db, actor, round, number)
  if (!can(actor, report).review) throw new NotFound('report')
  const received = await findReceived(db, report.id)
  const promise = await db
    .selectFrom('round_item')
    .leftJoin('commitment_wording', 'commitment_wording.id', 'round_item.wording_id')
    .select('commitment_wording.wording')
    .where('round_item.id', '=', report.item_id)
    .executeTakeFirst()
  return {
    report,
    received: { ...received, figures: await listFigures(db, [received.id]) },
    promise: promise?.wording ?? null,
    proposes: report.state === 'accepted' ? proposedStage(received.degree, report.stage) : null
  }
}
