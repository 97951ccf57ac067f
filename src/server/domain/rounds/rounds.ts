import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { KindWords } from '../kinds/kinds.ts'
import { isCoordinatorOf, type Actor } from '../people/actor.ts'

const rounds = (db: Db) =>
  db
    .selectFrom('round')
    .innerJoin('collaboration', 'collaboration.id', 'round.collaboration_id')
    .innerJoin('kind', 'kind.id', 'collaboration.kind_id')
    .select([
      'round.id',
      'round.version',
      'round.slug',
      'round.name',
      'round.from_day',
      'round.to_day',
      'round.due_on',
      'round.state',
      'round.kind',
      'round.questions',
      'round.opens_at',
      'round.remind_days',
      'round.invitation',
      'round.reminder',
      'round.held_by',
      'round.opened_at',
      'round.closed_at',
      'round.collaboration_id',
      'collaboration.slug as collaboration_slug',
      'collaboration.name as collaboration_name',
      'collaboration.invented',
      'kind.words'
    ])
    .$narrowType<{ words: KindWords }>()
export type Round = Awaited<ReturnType<ReturnType<typeof rounds>['executeTakeFirstOrThrow']>>

/** @throws NotFound for everyone but its coordinators. */
export async function findRound(db: Db, actor: Actor, collaboration: string, slug: string): Promise<Round> {
  const round = await rounds(db)
    .where('collaboration.slug', '=', collaboration)
    .where('round.slug', '=', slug)
    .executeTakeFirst()
  return reached(actor, round)
}

/** The same, by its id. */
export async function findRoundById(db: Db, actor: Actor, id: Id): Promise<Round> {
  return reached(actor, await rounds(db).where('round.id', '=', id).executeTakeFirst())
}

function reached(actor: Actor, round: Round | undefined): Round {
  if (!round || !isCoordinatorOf(actor, round.collaboration_id)) throw new NotFound('round')
  return round
}

/** The latest first; none for those who do not coordinate it. */
export async function listRounds(db: Db, actor: Actor, collaboration: Id): Promise<Round[]> {
  if (!isCoordinatorOf(actor, collaboration)) return []
  return (
    rounds(db)
      .where('round.collaboration_id', '=', collaboration)
      // Those that are prepared are opened last.
      .orderBy('round.opened_at', (order) => order.desc().nullsFirst())
      .orderBy('round.id', 'desc')
      .execute()
  )
}
