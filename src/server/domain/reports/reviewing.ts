import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, Invalid, NotAllowed } from '#server/platform/refusals.ts'
import { queueMessage } from '../messages/messages.ts'
import type { Actor } from '../people/actor.ts'
import { leastOf } from '../people/reach.ts'
import type { NewReview } from './fields.ts'
import { can } from './permissions.ts'
import { findReceived, findReport, type Received, type Report } from './reports.ts'
import { wordForPublic } from './wording.ts'

type ReviewToWrite = Omit<NewReview, 'wording_version'> & { wording_version?: number }

/**
 * Accepts the latest version received, or returns it with a word. Accepting shows the degree to whoever may see the
 * commitment, if the partner lets it be public; a returned answer is its organisation's to go on with. The same verdict
 * twice is one.
 * @throws NotFound, NotAllowed; Conflict when it was judged otherwise or sent in anew since `version`;
 *   Invalid `note: round_closed`, since nobody could answer.
 */
export async function reviewReport(tx: Tx, actor: Actor, id: Id, review: ReviewToWrite): Promise<void> {
  const { version, verdict, note, wording, wording_version = 0 } = review
  await holdReach(tx, id)
  await tx.selectFrom('report').select('id').where('id', '=', id).forUpdate().execute()
  const report = await findReport(tx, actor, id)
  if (!can(actor, report).review) throw new NotAllowed()
  const received = await findReceived(tx, id)
  if (received.verdict === verdict) return
  if (received.verdict !== null || report.version !== version) throw new Conflict({ ...report })
  await tx
    .insertInto('review')
    .values({
      id: newId(),
      report_version_id: received.id,
      verdict,
      note,
      reviewed_by: actor.person?.id ?? null,
      at: now()
    })
    .execute()
  await (verdict === 'accepted' ? accept : giveBack)(tx, report, received)
  if (verdict === 'accepted' && wording !== undefined)
    await wordForPublic(tx, actor, id, { version: wording_version, wording })
}

/**
 * How far the commitment is seen stands still until the verdict does: whoever narrows it meanwhile waits, and finds what
 * was accepted. Held before the report, as by whoever narrows it.
 */
const holdReach = (tx: Tx, report: Id) =>
  tx
    .selectFrom('commitment')
    .select('commitment.id')
    .where('commitment.id', 'in', (eb) =>
      eb.selectFrom('report').select('report.commitment_id').where('report.id', '=', report)
    )
    .forShare()
    .execute()

async function accept(tx: Tx, report: Report, received: Received): Promise<void> {
  const { degree, publishable } = received
  await change(tx, report, {
    state: 'accepted',
    accepted_version_id: received.id,
    accepted_at: now(),
    degree,
    audience: leastOf(report.widest_audience, publishable ? 'public' : 'own')
  })
  const proposes = report.stage && proposedStage(degree, report.stage)
  await recordFact(tx, 'report.accepted', { kind: 'report', id: report.id }, { degree, proposes })
}

async function giveBack(tx: Tx, report: Report, received: Received): Promise<void> {
  const round = await tx
    .selectFrom('round')
    .select('state')
    .where('id', '=', report.round_id)
    .forShare()
    .executeTakeFirst()
  if (round?.state !== 'open') throw new Invalid({ note: 'round_closed' })
  await change(tx, report, { state: 'returned' })
  await recordFact(tx, 'report.returned', { kind: 'report', id: report.id }, { number: received.number })
  const links = await tx
    .selectFrom('link_item')
    .innerJoin('link', 'link.id', 'link_item.link_id')
    .select('link.id')
    .where('link_item.item_id', '=', report.item_id)
    .where('link.withdrawn_at', 'is', null)
    .execute()
  for (const link of links)
    await queueMessage(tx, 'answer_returned', `answer_returned:${received.id}:${link.id}`, {
      link_id: link.id,
      report_id: report.id
    })
}

type Changes = {
  state: string
  accepted_version_id?: Id
  accepted_at?: Date
  degree?: Degree | null
  audience?: Report['audience']
}

const change = (tx: Tx, report: Report, changes: Changes) =>
  tx
    .updateTable('report')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('id', '=', report.id)
    .execute()

const proposals: Record<Degree, string | null> = {
  fully: 'completed',
  mostly: 'ongoing',
  partly: 'ongoing',
  begun: 'ongoing',
  unstated: null,
  not_begun: null,
  not_carried_out: 'discontinued'
}

/** What the degree suggests for the commitment's stage, for a coordinator to take or leave; null when nothing new. */
export function proposedStage(degree: Degree | null, stage: string): string | null {
  const proposed = degree && proposals[degree]
  if (proposed === 'ongoing') return stage === 'agreed' ? proposed : null
  return ['agreed', 'ongoing'].includes(stage) ? proposed : null
}
