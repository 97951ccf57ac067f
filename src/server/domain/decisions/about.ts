import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { decisionColumns, decisionReach } from './columns.ts'
import type { DecisionKind } from './fields.ts'

export type DecisionSubject = { kind: 'collaboration' | 'commitment' | 'edition'; id: Id }

const about = (db: Db, actor: Actor, { kind, id }: DecisionSubject) =>
  db
    .selectFrom('decision_about')
    .innerJoin('decision', 'decision.id', 'decision_about.decision_id')
    .select(decisionColumns)
    .where('decision_about.subject_kind', '=', kind)
    .where('decision_about.subject_id', '=', id)
    .where(decisionReach(actor))
    .$narrowType<{ kind: DecisionKind }>()

/** What was decided about one thing, the latest first, as this reader may see it. */
export const listDecisionsAbout = (db: Db, actor: Actor, kind: 'commitment' | 'collaboration', id: Id) =>
  about(db, actor, { kind, id })
    .orderBy('decision.decided_on', (order) => order.desc().nullsLast())
    .execute()

/** What was decided about the editions of a publication before that number, by edition, the latest first. */
export const listEarlierChains = (db: Db, actor: Actor, publication: Id, number: number) =>
  db
    .selectFrom('decision_about')
    .innerJoin('decision', 'decision.id', 'decision_about.decision_id')
    .innerJoin('edition', 'edition.id', 'decision_about.subject_id')
    .select(decisionColumns)
    .select('edition.number as edition')
    .where('decision_about.subject_kind', '=', 'edition')
    .where('edition.publication_id', '=', publication)
    .where('edition.number', '<', number)
    .where(decisionReach(actor))
    .$narrowType<{ kind: DecisionKind }>()
    .orderBy('edition.number', 'desc')
    .orderBy('decision_about.sort')
    .orderBy('decision.id')
    .execute()

/** The chain of decisions on an edition, in its order. */
export const listChain = (db: Db, actor: Actor, edition: Id) =>
  about(db, actor, { kind: 'edition', id: edition })
    .orderBy('decision_about.sort')
    .orderBy('decision.id')
    .execute()
