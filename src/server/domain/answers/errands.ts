import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { KindWords } from '../kinds/kinds.ts'
import type { LinkActor } from '../links/links.ts'

/** What the round says of itself to whoever is to answer. Due when their party's day is. */
export const findErrandRound = (db: Db, actor: LinkActor) =>
  db
    .selectFrom('round')
    .innerJoin('collaboration', 'collaboration.id', 'round.collaboration_id')
    .innerJoin('kind', 'kind.id', 'collaboration.kind_id')
    .innerJoin('space', 'space.round_id', 'round.id')
    .innerJoin('organisation as authority', 'authority.id', 'collaboration.authority_id')
    // A coordinator who looks at it as a party would has none.
    .leftJoin('link', (join) => join.on('link.id', '=', actor.errand.link))
    .select((eb) => [
      'round.id',
      'round.name',
      'round.kind',
      'round.from_day',
      'round.to_day',
      eb.fn.coalesce('space.due_on', 'round.due_on').as('due_on'),
      'round.state',
      'collaboration.name as collaboration_name',
      'collaboration.slug as collaboration_slug',
      'collaboration.invented',
      'collaboration.language',
      'collaboration.contact_function',
      'collaboration.contact_mail',
      'collaboration.contact_phone',
      'authority.name as authority_name',
      'link.first_opened_at',
      'space.exempted_at',
      'space.declined_at',
      'space.declined_reason',
      'space.declined_by'
    ])
    .select('kind.words')
    .$narrowType<{ words: KindWords }>()
    .where('space.id', '=', actor.errand.space)
    .executeTakeFirstOrThrow(() => new NotFound('round'))
export type ErrandRound = Awaited<ReturnType<typeof findErrandRound>>
