import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { createLinks } from '../links/links.ts'
import type { Actor } from '../people/actor.ts'
import type { NewResponder } from './fields.ts'
import { queueLinks } from './mailing.ts'
import { can } from './permissions.ts'

const daysAfterDue = 180

/** Late answers are welcome while the round is open, and what was sent can be read a good while after. */
const expiryOf = (due: string): Date => new Date(Date.parse(`${due}T23:59:59Z`) + daysAfterDue * 86_400_000)

/** Makes responders with a link each and a message that carries it. Those already asked are not asked again. */
export async function askResponders(
  tx: Tx,
  round: { due_on: string },
  responders: (NewResponder & { space: Id })[],
  secrets: Secrets
): Promise<Id[]> {
  if (responders.length === 0) return []
  const made = await tx
    .insertInto('responder')
    .values(responders.map(({ space, name, mail }) => ({ id: newId(), space_id: space, name, mail })))
    .onConflict((conflict) => conflict.columns(['space_id', 'mail']).doNothing())
    .returning(['id', 'space_id'])
    .execute()
  const expires = expiryOf(round.due_on)
  const links = await createLinks(
    tx,
    made.map(({ id, space_id }) => ({ responder: id, space: space_id, expires })),
    secrets
  )
  await queueLinks(tx, links, 'opened')
  return links
}

/**
 * Asks one more person of an organisation, and gives the id of their link.
 * @throws NotFound for everyone but the round's coordinators; Invalid `form: round_closed`.
 */
export async function addResponder(
  tx: Tx,
  actor: Actor,
  space: Id,
  responder: NewResponder,
  secrets: Secrets
): Promise<Id> {
  const round = await roundOf(tx, actor, space)
  if (round.state === 'closed') throw new Invalid({ form: 'round_closed' })
  const [link] = await askResponders(tx, round, [{ ...responder, space }], secrets)
  if (!link) return linkOf(tx, space, responder.mail)
  await recordFact(tx, 'responder.added', { kind: 'round', id: round.id }, { space })
  return link
}

async function roundOf(tx: Tx, actor: Actor, space: Id) {
  const round = await tx
    .selectFrom('space')
    .innerJoin('round', 'round.id', 'space.round_id')
    .select(['round.id', 'round.state', 'round.due_on', 'round.collaboration_id'])
    .where('space.id', '=', space)
    .executeTakeFirst()
  if (!round || !can(actor, round.collaboration_id).ask) throw new NotFound('space')
  return round
}

async function linkOf(tx: Tx, space: Id, mail: string): Promise<Id> {
  const { id } = await tx
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .select('link.id')
    .where('responder.space_id', '=', space)
    .where('responder.mail', '=', mail)
    .executeTakeFirstOrThrow()
  return id
}
