import { dayIn, now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { LinkActor } from '../links/links.ts'
import { isMemberOf, type Actor } from '../people/actor.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { commitmentQuestions } from './questions.ts'
import { linkItems } from './reaching.ts'
import { openOwnLink } from './representing.ts'
import { expiryOf } from './responders.ts'
import { linkTo, type Teller } from './telling.ts'

/** Where to write: the token of a personal link, and the number of the commitment in it. */
export type Begun = { token: string; number: number }
type Answerer = Teller & { organisation: Id }
type Commitment = { id: Id; number: number; collaboration_id: Id; wording_id: Id | null; owner_id: Id | null }

/** It is kept open; nobody is asked, so nobody is late. */
const years = 10

/**
 * Lets a representative tell what has happened with a commitment of their organisation, at any time: where a round that
 * is open asks about it and waits for the answer, there; else outside rounds. `name` is what the round of such answers
 * is called where there is none yet.
 * @throws NotAllowed for everyone but the organisation's representatives; Invalid `form: not_active` before it is under way.
 */
export async function beginOwnAnswer(
  tx: Tx,
  actor: Actor,
  commitment: Id,
  name: string,
  secrets: Secrets
): Promise<Begun> {
  const found = await commitmentOf(tx, commitment)
  const answerer = await representativeOf(tx, actor, found.owner_id)
  const asked = await waitingSpace(tx, found)
  if (asked) return { token: await openOwnLink(tx, actor, asked, secrets), number: found.number }
  return begin(tx, found, answerer, name, secrets)
}

/**
 * The same for whoever answered by a personal link, about what it asked: what is with the coordinator, or was asked in a
 * round that is closed.
 * @throws NotFound for what is not among the link's own; NotAllowed by a link that only reads, or whose holder is not
 *   let in; Invalid `form: not_yet` while the round waits for the answer.
 */
export async function beginAnotherAnswer(
  tx: Tx,
  { errand }: LinkActor,
  item: Id,
  name: string,
  secrets: Secrets
): Promise<Begun> {
  if (errand.kind === 'read' || !errand.admitted) throw new NotAllowed()
  const asked = await tx
    .selectFrom('round_item')
    .innerJoin('round', 'round.id', 'round_item.round_id')
    .leftJoin('report', 'report.item_id', 'round_item.id')
    .select(['round_item.commitment_id', 'round.state', 'report.state as report_state'])
    .where('round_item.id', '=', item)
    .where('round_item.id', 'in', [...errand.items, null])
    .executeTakeFirst()
  if (!asked?.commitment_id) throw new NotFound('item')
  if (asked.state === 'open' && asked.report_state !== 'accepted') throw new Invalid({ form: 'not_yet' })
  const found = await commitmentOf(tx, asked.commitment_id)
  if (found.owner_id !== errand.organisation.id) throw new NotFound('item')
  const { name: who, mail } = errand.responder
  const { forwarded_from_id } = await tx
    .selectFrom('link')
    .select('forwarded_from_id')
    .where('id', '=', errand.link)
    .executeTakeFirstOrThrow()
  const sentOnIn = forwarded_from_id && errand.link
  return begin(tx, found, { organisation: errand.organisation.id, name: who, mail, sentOnIn }, name, secrets)
}

/** Whether this actor may begin an answer about it: for the button, not instead of asking when it is pressed. */
export async function mayTell(
  db: Db,
  actor: Actor,
  { id, owner_id }: { id: Id; owner_id: Id | null }
): Promise<boolean> {
  if (!actor.person || !isMemberOf(actor, owner_id)) return false
  const found = await db
    .selectFrom('commitment')
    .innerJoin('collaboration', 'collaboration.id', 'commitment.collaboration_id')
    .innerJoin('role_grant', 'role_grant.scope_id', 'commitment.owner_id')
    .select('commitment.id')
    .where('commitment.id', '=', id)
    .where('commitment.stage', '<>', 'proposed')
    .where('collaboration.lifecycle', '<>', 'preparing')
    .where('role_grant.role', '=', 'representative')
    .where('role_grant.person_id', '=', actor.person.id)
    .executeTakeFirst()
  return found !== undefined
}

async function commitmentOf(tx: Tx, id: Id): Promise<Commitment> {
  const { lifecycle, ...commitment } = await tx
    .selectFrom('commitment')
    .innerJoin('collaboration', 'collaboration.id', 'commitment.collaboration_id')
    .select(['commitment.id', 'commitment.number', 'commitment.collaboration_id', 'commitment.wording_id'])
    .select(['commitment.owner_id', 'commitment.stage', 'collaboration.lifecycle'])
    .where('commitment.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('commitment'))
  if (lifecycle === 'preparing' || commitment.stage === 'proposed') throw new Invalid({ form: 'not_active' })
  return commitment
}

async function representativeOf(tx: Tx, actor: Actor, organisation: Id | null): Promise<Answerer> {
  const person = await tx
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select(['person.name', 'person.mail'])
    .where('role_grant.role', '=', 'representative')
    .where('role_grant.scope_id', '=', organisation)
    .where('role_grant.person_id', '=', actor.person?.id ?? null)
    .executeTakeFirst()
  if (!person || !organisation) throw new NotAllowed()
  return { organisation, ...person, sentOnIn: null }
}

/** The space of an open round that asks about it and has no answer, or a returned one. */
async function waitingSpace(tx: Tx, commitment: Commitment): Promise<Id | undefined> {
  const item = await tx
    .selectFrom('round_item')
    .innerJoin('round', 'round.id', 'round_item.round_id')
    .innerJoin('space', 'space.id', 'round_item.space_id')
    .leftJoin('report', 'report.item_id', 'round_item.id')
    .select('round_item.space_id')
    .where('round_item.commitment_id', '=', commitment.id)
    .where('space.organisation_id', '=', commitment.owner_id)
    .where('round.kind', '=', 'follow_up')
    .where('round.state', '=', 'open')
    .where('round_item.exempted_at', 'is', null)
    .where('space.exempted_at', 'is', null)
    .where((eb) => eb.or([eb('report.id', 'is', null), eb('report.state', '=', 'returned')]))
    .orderBy('round.due_on')
    .limit(1)
    .executeTakeFirst()
  return item?.space_id
}

async function begin(
  tx: Tx,
  commitment: Commitment,
  { organisation, ...teller }: Answerer,
  name: string,
  secrets: Secrets
): Promise<Begun> {
  const today = dayIn(await timeZoneOf(tx))
  const round = await runningRound(tx, commitment.collaboration_id, name, today)
  const space = await spaceIn(tx, round, organisation)
  const item = await openItem(tx, round, space, commitment)
  const token = await linkTo(tx, { space, item }, teller, expiryOf(today), secrets)
  await linkItems(tx, [item])
  return { token, number: commitment.number }
}

async function runningRound(tx: Tx, collaboration_id: Id, name: string, today: string): Promise<Id> {
  const id = newId()
  const until = `${Number(today.slice(0, 4)) + years}-12-31`
  const made = await tx
    .insertInto('round')
    .values({
      ...{ id, collaboration_id, name, kind: 'running', slug: `lopande-${id.slice(-8)}` },
      ...{ from_day: today, to_day: until, due_on: until, state: 'open', opened_at: now() },
      questions: JSON.stringify(commitmentQuestions),
      remind_days: []
    })
    .onConflict((conflict) =>
      conflict
        .column('collaboration_id')
        .where('kind', '=', 'running')
        .where('state', '=', 'open')
        .doNothing()
    )
    .returning('id')
    .executeTakeFirst()
  if (made) {
    await recordFact(tx, 'round.opened', { kind: 'round', id }, { running: true })
    return id
  }
  const { id: there } = await tx
    .selectFrom('round')
    .select('id')
    .where('collaboration_id', '=', collaboration_id)
    .where('kind', '=', 'running')
    .where('state', '=', 'open')
    .forShare()
    .executeTakeFirstOrThrow()
  return there
}

/** Held while something new is asked there. */
async function spaceIn(tx: Tx, round_id: Id, organisation_id: Id): Promise<Id> {
  await tx
    .insertInto('space')
    .values({ id: newId(), round_id, organisation_id })
    .onConflict((conflict) => conflict.columns(['round_id', 'organisation_id']).doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('space')
    .select('id')
    .where('round_id', '=', round_id)
    .where('organisation_id', '=', organisation_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return id
}

/** The one that is being written, if any is; an answer is gone on with until it is accepted. */
async function openItem(tx: Tx, round_id: Id, space_id: Id, commitment: Commitment): Promise<Id> {
  const open = await tx
    .selectFrom('round_item')
    .leftJoin('report', 'report.item_id', 'round_item.id')
    .select('round_item.id')
    .where('round_item.space_id', '=', space_id)
    .where('round_item.commitment_id', '=', commitment.id)
    .where('round_item.exempted_at', 'is', null)
    .where((eb) => eb.or([eb('report.id', 'is', null), eb('report.state', '<>', 'accepted')]))
    .executeTakeFirst()
  if (open) return open.id
  const id = newId()
  const { id: commitment_id, wording_id } = commitment
  await tx
    .insertInto('round_item')
    .values({ id, round_id, space_id, commitment_id, wording_id, running: true })
    .execute()
  return id
}
