import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { queueMessage, type MessageParameters } from '../messages/messages.ts'

/** A message with each link. It holds the link's id only: address, words and recipient are made when it is sent. */
export async function queueLinks(tx: Tx, links: Id[], occasion: string): Promise<void> {
  for (const link of links)
    await queueMessage(tx, 'answer_link', `answer_link:${link}:${occasion}`, { link_id: link })
}

/** What the mail to whoever takes over a round is made of. Null when they are no longer there. */
export async function handedOverMail(
  db: Db,
  { round_id, person_id }: MessageParameters['round_handed_over']
) {
  const person = await db
    .selectFrom('person')
    .select(['name', 'mail'])
    .where('id', '=', person_id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const round = await db
    .selectFrom('round')
    .innerJoin('collaboration', 'collaboration.id', 'round.collaboration_id')
    .select(['round.name as round_name', 'round.slug', 'round.due_on', 'round.kind'])
    .select(['collaboration.name as collaboration_name', 'collaboration.slug as collaboration_slug'])
    .select('collaboration.language')
    .where('round.id', '=', round_id)
    .executeTakeFirst()
  return person && round ? { ...person, ...round } : null
}
