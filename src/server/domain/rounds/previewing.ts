import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { LinkActor } from '../links/links.ts'
import { visitor, type Actor } from '../people/actor.ts'
import { findRoundById } from './rounds.ts'

/** Nobody's link: no row has it. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Somebody who holds a link to all that a party is asked, as they would see it the first time. Nobody of the party: what
 * its own people have begun is not opened for them, and they can't write.
 * @throws NotFound for everyone but the round's coordinators, and where it asks no such party.
 */
export async function previewingActor(
  db: Db,
  actor: Actor,
  id: Id,
  organisation: string
): Promise<LinkActor> {
  const round = await findRoundById(db, actor, id)
  const space = await db
    .selectFrom('space')
    .innerJoin('organisation', 'organisation.id', 'space.organisation_id')
    .leftJoin('responder', 'responder.space_id', 'space.id')
    .select(['space.id', 'organisation.id as organisation_id', 'organisation.name'])
    .select(['responder.name as responder', 'responder.mail'])
    .where('space.round_id', '=', id)
    .where('organisation.slug', '=', organisation)
    .orderBy('responder.name')
    .executeTakeFirst()
  if (!space) throw new NotFound('space')
  const items = await db
    .selectFrom('round_item')
    .select('id')
    .where('space_id', '=', space.id)
    .where('exempted_at', 'is', null)
    .execute()
  return {
    ...visitor,
    record: actor.record,
    errand: {
      link: nobody,
      kind: 'read',
      responder: { id: nobody, name: space.responder ?? space.name, mail: space.mail ?? '' },
      admitted: false,
      space: space.id,
      organisation: { id: space.organisation_id, name: space.name },
      round: id,
      collaboration: round.collaboration_id,
      items: items.map((item) => item.id)
    }
  }
}
