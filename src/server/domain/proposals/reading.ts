import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { OwnAnswers } from '../answers/own-answers.ts'
import { promisedNow } from '../answers/promised.ts'
import { promisesLike } from './nearby.ts'

type Proposed = { item_id: Id; collaboration_id: Id; state: string }

/**
 * What a coordinator reads a worded promise beside: the words that stand of the one it mends, by the questions' keys,
 * until it is accepted; the number it has; and what is much like it nearby.
 */
export async function besideProposal(
  db: Db,
  { item_id, collaboration_id, state }: Proposed,
  answers: OwnAnswers
) {
  const item = await db
    .selectFrom('round_item')
    .leftJoin('commitment', 'commitment.id', 'round_item.commitment_id')
    .leftJoin('collaboration', 'collaboration.id', 'commitment.collaboration_id')
    .select([
      'round_item.commitment_id',
      'commitment.number',
      'commitment.title',
      'commitment.collaboration_id as promised_in'
    ])
    .select(['collaboration.slug', 'collaboration.name', 'collaboration.language'])
    .where('round_item.id', '=', item_id)
    .executeTakeFirstOrThrow()
  const { commitment_id, number } = item
  const standing = state === 'accepted' ? {} : await promisedNow(db, { about: 'promise', commitment_id })
  const said = (key: string) => String(answers[key] ?? '')
  const before = item.promised_in !== null && item.promised_in !== collaboration_id
  const { slug, name, language, title } = item
  return {
    number: before ? null : number,
    /** What was promised in the period before, where that is what it answers. */
    before: before && number && slug && name && language ? { number, title, slug, name, language } : null,
    standing: Object.fromEntries(
      Object.entries(standing).map(([field, text]) => [field.replace(/^answers\./, ''), text])
    ),
    similar: await promisesLike(
      db,
      collaboration_id,
      { title: said('title'), wording: said('wording'), place: said('place') },
      commitment_id
    )
  }
}
