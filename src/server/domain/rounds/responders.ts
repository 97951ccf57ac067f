import { sql } from 'kysely'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { createLinks } from '../links/links.ts'
import type { Actor } from '../people/actor.ts'
import { coordinatesForOthers } from '../people/coordinators.ts'
import type { NewResponder } from './fields.ts'
import { queueLinks } from './mailing.ts'
import { can } from './permissions.ts'

const daysAfterDue = 180

/** Late answers are welcome while the round is open, and what was sent can be read a good while after. */
export const expiryOf = (due: string): Date =>
  new Date(Date.parse(`${due}T23:59:59Z`) + daysAfterDue * 86_400_000)

/** `admitted` unless said otherwise: may open what colleagues have begun to write. */
type PlannedResponder = NewResponder & { space: Id; admitted?: boolean }

/** Responders without links, as in a round that is prepared. Those who are there already are left as they are. */
export async function addPlanned(
  tx: Tx,
  responders: PlannedResponder[]
): Promise<{ id: Id; space_id: Id }[]> {
  if (responders.length === 0) return []
  return tx
    .insertInto('responder')
    .values(
      responders.map(({ space, name, mail, admitted = true }) => ({
        ...{ id: newId(), space_id: space, name, mail, admitted }
      }))
    )
    .onConflict((conflict) => conflict.columns(['space_id', 'mail']).doNothing())
    .returning(['id', 'space_id'])
    .execute()
}

/** A link each, as long-lived as their party's last day wants, and a message that carries it. */
export async function linkResponders(
  tx: Tx,
  round: { due_on: string },
  responders: { id: Id; space_id: Id }[],
  secrets: Secrets
): Promise<Id[]> {
  if (responders.length === 0) return []
  const dues = await tx
    .selectFrom('space')
    .select(['id', 'due_on'])
    .where(
      'id',
      'in',
      responders.map(({ space_id }) => space_id)
    )
    .execute()
  const dueOf = new Map(dues.map(({ id, due_on }) => [id, due_on]))
  const links = await createLinks(
    tx,
    responders.map(({ id, space_id }) => ({
      ...{ responder: id, space: space_id },
      expires: expiryOf(dueOf.get(space_id) ?? round.due_on)
    })),
    secrets
  )
  await queueLinks(tx, links, 'opened')
  return links
}

/** Makes responders with a link each and a message that carries it. Those already asked are not asked again. */
export async function askResponders(
  tx: Tx,
  round: { due_on: string },
  responders: PlannedResponder[],
  secrets: Secrets
): Promise<Id[]> {
  return linkResponders(tx, round, await addPlanned(tx, responders), secrets)
}

/** Whoever comes when somebody there has begun to write is let in to it by the party, not by the coordinator. */
export async function admittedNow(tx: Tx, space: Id): Promise<boolean> {
  const { rows } = await sql`select from draft where space_id = ${space}
    union all select from draft_photo where space_id = ${space} limit 1`.execute(tx)
  return rows.length === 0
}

/**
 * Asks one more person of an organisation, and gives the id of their link; while the round is prepared, of the responder.
 * @throws NotFound for everyone but the round's coordinators; Invalid `form: round_closed`, and
 *   `mail: not_of_the_organisation` for whoever coordinates and is not of it: they would read its drafts.
 */
export async function addResponder(
  tx: Tx,
  actor: Actor,
  space: Id,
  responder: NewResponder,
  secrets: Secrets
): Promise<Id> {
  const round = await askableSpace(tx, actor, space)
  if (round.state === 'closed') throw new Invalid({ form: 'round_closed' })
  await refuseCoordinators(tx, round, responder.mail)
  const [made] = await addPlanned(tx, [{ ...responder, space, admitted: await admittedNow(tx, space) }])
  if (made) await recordFact(tx, 'responder.added', { kind: 'round', id: round.id }, { space })
  if (round.state === 'preparing') return made?.id ?? responderOf(tx, space, responder.mail)
  const [link] = made ? await linkResponders(tx, round, [made], secrets) : []
  return link ?? linkOf(tx, space, responder.mail)
}

/** Nobody begins to write there while it is looked into whether somebody has. */
async function askableSpace(tx: Tx, actor: Actor, space: Id) {
  await tx.selectFrom('space').select('id').where('id', '=', space).forNoKeyUpdate().execute()
  const found = await tx
    .selectFrom('space')
    .innerJoin('round', 'round.id', 'space.round_id')
    .select(['round.id', 'round.state', 'round.due_on', 'round.collaboration_id', 'space.organisation_id'])
    .where('space.id', '=', space)
    .forShare('round')
    .executeTakeFirst()
  if (!found || !can(actor, found.collaboration_id).ask) throw new NotFound('space')
  return found
}

async function refuseCoordinators(
  tx: Tx,
  { collaboration_id, organisation_id }: { collaboration_id: Id; organisation_id: Id },
  mail: string
): Promise<void> {
  const barred = coordinatesForOthers(collaboration_id, sql`${mail}`, sql`${organisation_id}`)
  const { rows } = await sql<{ barred: boolean }>`select ${barred} as barred`.execute(tx)
  if (rows[0]?.barred) throw new Invalid({ mail: 'not_of_the_organisation' })
}

/** Is not asked after all. Once it is open the link is withdrawn instead. @throws NotFound; Invalid `form: round_open`. */
export async function removeResponder(tx: Tx, actor: Actor, id: Id): Promise<void> {
  const round = await tx
    .selectFrom('responder')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .innerJoin('round', 'round.id', 'space.round_id')
    .select(['round.id', 'round.state', 'round.collaboration_id', 'space.id as space'])
    .where('responder.id', '=', id)
    .forShare('round')
    .executeTakeFirst()
  if (!round || !can(actor, round.collaboration_id).ask) throw new NotFound('responder')
  if (round.state !== 'preparing') throw new Invalid({ form: 'round_open' })
  await tx.deleteFrom('responder').where('id', '=', id).execute()
  await recordFact(tx, 'responder.removed', { kind: 'round', id: round.id }, { space: round.space })
}

async function responderOf(tx: Tx, space: Id, mail: string): Promise<Id> {
  const { id } = await tx
    .selectFrom('responder')
    .select('id')
    .where('space_id', '=', space)
    .where('mail', '=', mail)
    .executeTakeFirstOrThrow()
  return id
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
