import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'

/**
 * Personal links to a person's mail open nothing more: all, or those to answer for one organisation. Whoever coordinates
 * may send them anew, to whoever answers instead or to the same person come back.
 */
export const withdrawLinksOf = (tx: Tx, person: Id, organisation?: Id) =>
  tx
    .updateTable('link')
    .set({ withdrawn_at: now() })
    .where('withdrawn_at', 'is', null)
    .where('responder_id', 'in', (eb) =>
      eb
        .selectFrom('responder')
        .innerJoin('person', 'person.mail', 'responder.mail')
        .innerJoin('space', 'space.id', 'responder.space_id')
        .select('responder.id')
        .where('person.id', '=', person)
        .$if(organisation !== undefined, (query) =>
          query.where('space.organisation_id', '=', organisation ?? '')
        )
    )
    .execute()
