import * as v from 'valibot'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { createCollaboration } from '#server/domain/collaborations/creating.ts'
import { statedTotal } from '#server/domain/collaborations/fields.ts'
import { stateTotal } from '#server/domain/collaborations/stating.ts'
import { createCommitment } from '#server/domain/commitments/creating.ts'
import { commitmentNumbered, setLineage } from '#server/domain/commitments/lineage.ts'
import { addDecision } from '#server/domain/decisions/decisions.ts'
import { addDocument } from '#server/domain/documents/changing.ts'
import { addObjective } from '#server/domain/objectives/objectives.ts'
import { addParty } from '#server/domain/parties/parties.ts'
import { cli } from '#server/domain/people/actor.ts'
import type { StoryCollaboration, StoryCommitment, StoryPublication } from '../types.ts'
import { contactOf } from './people-and-places.ts'
import { named, namedAll, namedOr, onDay, tell, type Teller } from './teller.ts'
import { decisionOf, tellPublication, type Told } from './publications.ts'
import { answerAndReview, closeTold, openTold, planTold } from './rounds.ts'

/**
 * One collaboration from its beginning: what was agreed by each round is written before the round asks of it, and what was
 * published meanwhile knows no more than was known then. What it returns tells those of its publications that point to
 * collaborations told later.
 */
export async function tellCollaboration(
  teller: Teller,
  told: StoryCollaboration
): Promise<() => Promise<void>> {
  const of: Told = { id: '', objectives: new Map(), documents: new Map() }
  of.id = await onDay(told.period.from ?? '2026-01-01', () =>
    tell(teller, (tx) => begin(teller, tx, told, of))
  )
  const later = told.publications.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'next_period'))
  let publications = told.publications.filter((publication) => !later.includes(publication))
  let left = told.commitments
  for (const round of told.rounds) {
    const before = publications.filter(({ published }) => published !== null && published < round.opened)
    publications = publications.filter((publication) => !before.includes(publication))
    await publishAll(teller, of, before)
    const agreed = left.filter((commitment) => (commitment.agreed ?? '') <= round.opened)
    left = left.filter((commitment) => !agreed.includes(commitment))
    await onDay(round.opened, async () => {
      await tell(teller, (tx) => promise(teller, tx, of, agreed))
      const opened = await openTold(teller, of.id, round)
      await answerAndReview(teller, opened, told, round)
      if (round.closed) await onDay(round.closed, () => closeTold(teller, opened))
    })
  }
  await tell(teller, (tx) => promise(teller, tx, of, left))
  const { planned } = told
  if (planned) await onDay(planned.prepared, () => planTold(teller, of.id, planned))
  await publishAll(teller, of, publications)
  return () => publishAll(teller, of, later)
}

async function publishAll(teller: Teller, of: Told, publications: StoryPublication[]): Promise<void> {
  for (const publication of publications)
    await onDay(publication.published ?? '2026-11-20', () => tellPublication(teller, of, publication))
}

async function begin(
  teller: Teller,
  tx: Tx,
  told: StoryCollaboration,
  { objectives, documents }: Told
): Promise<Id> {
  const { id } = await createCollaboration(tx, cli, {
    id: null,
    slug: told.slug,
    kind_id: named(teller.kinds, told.kind),
    name: told.name,
    purpose: told.purpose ?? null,
    guidelines: told.guidelines ?? null,
    principles: told.principles ?? null,
    lifecycle: told.lifecycle,
    from_day: told.period.from,
    to_day: told.period.to,
    precision: told.period.precision,
    authority_id: named(teller.organisations, told.authority),
    main_area_id: named(teller.areas, told.mainArea),
    area_ids: namedAll(teller.areas, told.otherAreas),
    predecessor_id: namedOr(teller.collaborations, told.predecessor),
    parent_ids: namedAll(teller.collaborations, told.parents),
    ...contactOf(told.contact),
    invented: told.invented,
    source: told.source ?? null,
    reach: told.reach
  })
  teller.collaborations.set(told.slug, id)
  for (const { organisation, role, period, note } of told.parties)
    await addParty(tx, cli, id, {
      organisation_id: named(teller.organisations, organisation),
      role,
      from_day: period?.from ?? null,
      to_day: period?.to ?? null,
      note: note ?? null
    })
  for (const { of, value, ...total } of told.statedTotals)
    await stateTotal(tx, cli, id, v.parse(statedTotal, { subject: of, value: value?.toString(), ...total }))
  for (const { key, parent, kind, title, text } of told.objectives)
    objectives.set(
      key,
      await addObjective(tx, cli, id, {
        kind,
        title,
        description: text ?? null,
        parent_id: namedOr(objectives, parent)
      })
    )
  for (const decision of told.decisions ?? []) await addDecision(tx, cli, id, decisionOf(decision))
  for (const { day, caseNumber, ...document } of told.documents) {
    const filed = { ...document, dated_on: day ?? null, case_number: caseNumber ?? null }
    documents.set(document.title, await addDocument(tx, cli, id, filed))
  }
  return id
}

async function promise(
  teller: Teller,
  tx: Tx,
  { id: collaboration, objectives }: Told,
  commitments: StoryCommitment[]
): Promise<void> {
  for (const told of commitments) {
    const { id } = await createCommitment(tx, cli, collaboration, {
      number: told.number,
      title: told.title,
      wording: told.wording ?? null,
      lead_id: namedOr(teller.organisations, told.lead),
      answerer_id: told.lead ? null : namedOr(teller.organisations, told.answerer),
      responsible: told.responsible ?? null,
      co_actor_ids: namedAll(teller.organisations, told.coActors),
      initiator_ids: namedAll(teller.organisations, told.initiators),
      funder_ids: namedAll(teller.organisations, told.funders),
      objective_ids: namedAll(objectives, told.objectives),
      area_ids: namedAll(teller.areas, told.areas),
      target_group: told.targetGroup ?? null,
      from_day: told.period?.from ?? null,
      to_day: told.period?.to ?? null,
      precision: told.period?.precision ?? 'day',
      stage: told.stage,
      stage_reason: told.stageReason ?? null,
      labels: told.labels ?? [],
      on_the_way: told.onTheWay ?? false,
      reach: told.reach ?? 'public',
      targets: (told.targets ?? []).map((target) => ({ alternatives: [], ...target }))
    })
    if (told.continues) {
      const { collaboration: earlier, number } = told.continues
      await setLineage(tx, cli, id, {
        earlier: await commitmentNumbered(tx, cli, named(teller.collaborations, earlier), number),
        kind: 'continues'
      })
    }
  }
}
