import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach } from '../people/reach.ts'

/** What was decided about one thing, the latest first, as this reader may see it. */
export const listDecisionsAbout = (db: Db, actor: Actor, kind: 'commitment' | 'collaboration', id: Id) =>
  db
    .selectFrom('decision_about')
    .innerJoin('decision', 'decision.id', 'decision_about.decision_id')
    .select([
      'decision.id',
      'decision.body',
      'decision.decided_on',
      'decision.section',
      'decision.case_number',
      'decision.wording'
    ])
    .where('decision_about.subject_kind', '=', kind)
    .where('decision_about.subject_id', '=', id)
    .where(withinReach(actor, { audience: 'decision.audience', collaboration: 'decision.collaboration_id' }))
    .orderBy('decision.decided_on', (order) => order.desc().nullsLast())
    .execute()
