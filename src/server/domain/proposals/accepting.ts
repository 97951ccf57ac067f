import type { Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { OwnAnswers } from '../answers/own-answers.ts'
import { chooseAsAnswered, type AnsweredOn } from '../carrying-over/answering.ts'
import { createCommitment } from '../commitments/creating.ts'
import type { NewCommitment } from '../commitments/fields.ts'
import { reword } from '../commitments/wording.ts'
import type { Actor } from '../people/actor.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { areasNamed } from './places.ts'

type Proposal = {
  item_id: Id
  commitment_id: Id | null
  collaboration_id: Id
  organisation_id: Id
  answers: OwnAnswers
  /** Where the one that it mends was promised, and what this collaboration goes on from. */
  promised_in: Id | null
  predecessor_id: Id | null
}

/**
 * Accepts a promise as its party worded it: it becomes a proposed commitment of the collaboration, or mends the one it
 * was about; asked about the period before, it becomes the choice of what is to be carried over. It is agreed, and its words locked, by whoever agrees it afterwards. Accepted twice it is one.
 * @throws NotFound, NotAllowed, Conflict as reviewing does.
 */
export async function acceptPromise(tx: Tx, actor: Actor, report: Id, version: number): Promise<void> {
  const before = await proposalOf(tx, report)
  await reviewReport(tx, actor, report, { version, verdict: 'accepted', note: null })
  if (before.accepted) return
  const promised = await promisedBy(tx, before)
  const mended = await mendedBy(tx, actor, before, promised)
  if (mended) await mend(tx, actor, mended, promised)
  else if (!before.commitment_id) await take(tx, actor, before, promised)
}

/** The commitment whose words it mends. What was promised in the period before is chosen for; mended where it was carried over meanwhile. */
async function mendedBy(
  tx: Tx,
  actor: Actor,
  { commitment_id, collaboration_id: successor, predecessor_id, promised_in, answers }: Proposal,
  promised: Promised
): Promise<Id | null> {
  if (!commitment_id || promised_in === successor || !predecessor_id) return commitment_id
  const pair = { earlier: predecessor_id, successor }
  const later = await chooseAsAnswered(tx, actor, pair, commitment_id, answeredOn(answers, promised))
  return answers['goes_on'] === false ? null : later
}

function answeredOn(answers: OwnAnswers, { title, wording, ...promised }: Promised): AnsweredOn {
  if (answers['goes_on'] === false) return { choice: 'end', reason: whyNot(answers) }
  const { responsible, target_group, to_day, targets } = promised
  const [target] = targets ?? []
  const counted = { target_value: target?.value ?? null, target_unit: target?.unit ?? null }
  return { choice: 'make_concrete', title, wording, responsible, target_group, to_day, ...counted }
}

async function proposalOf(tx: Tx, report: Id): Promise<Proposal & { accepted: boolean }> {
  const found = await tx
    .selectFrom('report')
    .innerJoin('round_item', 'round_item.id', 'report.item_id')
    .innerJoin('report_version', 'report_version.report_id', 'report.id')
    .innerJoin('collaboration', 'collaboration.id', 'report.collaboration_id')
    .leftJoin('commitment', 'commitment.id', 'round_item.commitment_id')
    .select(['report.item_id', 'report.collaboration_id', 'report.organisation_id', 'report.state'])
    .select(['round_item.commitment_id', 'report_version.answers', 'collaboration.predecessor_id'])
    .select('commitment.collaboration_id as promised_in')
    .where('report.id', '=', report)
    .where('round_item.about', '=', 'promise')
    .orderBy('report_version.number', 'desc')
    .forUpdate('report')
    .limit(1)
    .executeTakeFirst()
  if (!found) throw new NotFound('report')
  return { ...found, answers: found.answers as OwnAnswers, accepted: found.state === 'accepted' }
}

const textOf = (answers: OwnAnswers, key: string): string | null => {
  const said = answers[key]
  return typeof said === 'string' ? said : null
}

/** How it is known that it came about stands in its words, where there is no number to count towards. */
function wordingOf(answers: OwnAnswers): string {
  const known = textOf(answers, 'known_by')
  return [textOf(answers, 'wording') ?? '', ...(known ? [known] : [])].join('\n\n')
}

async function promisedBy(tx: Tx, { collaboration_id, organisation_id, answers }: Proposal) {
  const until = textOf(answers, 'by_when')
  const value = answers['target_value']
  const unit = textOf(answers, 'target_unit')
  return {
    title: textOf(answers, 'title') ?? '',
    wording: wordingOf(answers),
    lead_id: organisation_id,
    responsible: textOf(answers, 'who'),
    target_group: textOf(answers, 'target_group'),
    area_ids: await areasNamed(tx, collaboration_id, textOf(answers, 'place')),
    to_day: until,
    precision: 'day' as const,
    ...(typeof value === 'number' && value > 0 && unit
      ? { targets: [{ qualifier: 'at_least' as const, value, unit, per: 'period' as const }] }
      : {})
  } satisfies NewCommitment
}

/** What ends says why; whoever did not say is asked. */
function whyNot(answers: OwnAnswers): string {
  const said = textOf(answers, 'why_not')
  if (!said) throw new Invalid({ form: 'why_not_missing' })
  return said
}

type Promised = Awaited<ReturnType<typeof promisedBy>>

async function take(tx: Tx, actor: Actor, { item_id, collaboration_id }: Proposal, promised: NewCommitment) {
  const { id } = await createCommitment(tx, actor, collaboration_id, { ...promised, stage: 'proposed' })
  await tx.updateTable('round_item').set({ commitment_id: id }).where('id', '=', item_id).execute()
}

/** What was told is changed; what was not asked, or not answered, stands as it does. */
async function mend(tx: Tx, actor: Actor, id: Id, promised: Promised): Promise<void> {
  const { version, wording_number } = await tx
    .selectFrom('commitment')
    .leftJoin('commitment_wording', 'commitment_wording.id', 'commitment.wording_id')
    .select(['commitment.version', 'commitment_wording.number as wording_number'])
    .where('commitment.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('commitment'))
  const { wording, title, responsible, target_group, to_day } = promised
  await reword(tx, actor, id, { wording, wording_number: wording_number ?? 0 })
  const told = Object.entries({ responsible, target_group, to_day }).filter(([, value]) => value)
  const changes = { version, title, ...Object.fromEntries(told) }
  if (await changeVersioned(tx, 'commitment', id, changes))
    await recordFact(tx, 'commitment.changed', { kind: 'commitment', id })
}
