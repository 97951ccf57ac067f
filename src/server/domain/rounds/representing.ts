import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { tokenOf } from '../links/tokens.ts'
import type { Actor } from '../people/actor.ts'
import { admittedNow, askResponders } from './responders.ts'

/**
 * A representative answers for their organisation by a link of their own, like anyone who answers: made when it is
 * first needed. Gives its token.
 * @throws NotFound for everyone but the organisation's representatives; Invalid `form: round_closed`, `form: link_withdrawn`.
 */
export async function openOwnLink(tx: Tx, actor: Actor, space: Id, secrets: Secrets): Promise<string> {
  const { round, person } = await representedSpace(tx, actor, space)
  // Nobody begins to write there while it is looked into whether somebody has.
  await tx.selectFrom('space').select('id').where('id', '=', space).forUpdate().execute()
  if (round.state === 'closed') throw new Invalid({ form: 'round_closed' })
  const admitted = await admittedNow(tx, space)
  const [made] = await askResponders(tx, round, [{ ...person, space, admitted }], secrets)
  if (made) await recordFact(tx, 'responder.added', { kind: 'round', id: round.id }, { space })
  const link = await tx
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .select(['link.id', 'link.generation', 'link.withdrawn_at'])
    .where('responder.space_id', '=', space)
    .where('responder.mail', '=', person.mail)
    .orderBy('link.withdrawn_at', (order) => order.asc().nullsFirst())
    .executeTakeFirstOrThrow()
  if (link.withdrawn_at) throw new Invalid({ form: 'link_withdrawn' })
  return tokenOf(secrets, link)
}

async function representedSpace(tx: Tx, actor: Actor, space: Id) {
  const found = await tx
    .selectFrom('space')
    .innerJoin('round', 'round.id', 'space.round_id')
    .innerJoin('role_grant', 'role_grant.scope_id', 'space.organisation_id')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select(['round.id', 'round.state', 'round.due_on', 'person.name', 'person.mail'])
    .where('space.id', '=', space)
    .where('round.state', '<>', 'preparing')
    .where('role_grant.role', '=', 'representative')
    .where('role_grant.person_id', '=', actor.person?.id ?? null)
    .executeTakeFirst()
  if (!found) throw new NotFound('space')
  const { name, mail, ...round } = found
  return { round, person: { name, mail } }
}
