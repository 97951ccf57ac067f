import { tokenOf } from '#server/domain/links/tokens.ts'
import type { Kvarter } from './kvarter.ts'

/** The personal link that an organisation got in the latest round of a collaboration, as it stands in its mail. */
export async function linkFor(
  { db, secrets, origin }: Kvarter,
  organisation: string,
  collaboration: string
): Promise<string> {
  const link = await db
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .innerJoin('organisation', 'organisation.id', 'space.organisation_id')
    .innerJoin('round', 'round.id', 'space.round_id')
    .innerJoin('collaboration', 'collaboration.id', 'round.collaboration_id')
    .select(['link.id', 'link.generation'])
    .where('organisation.slug', '=', organisation)
    .where('collaboration.slug', '=', collaboration)
    .orderBy('round.due_on', 'desc')
    .orderBy('link.id')
    .executeTakeFirstOrThrow()
  return `${origin}/svara/${tokenOf(secrets, link)}`
}
