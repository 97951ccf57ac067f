import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { tokenOf } from './tokens.ts'

/**
 * What a mail that carries a link is made of, computed when it is sent. Null when there is nothing to send any more:
 * the link is withdrawn or gone.
 */
export async function linkMail(db: Db, secrets: Secrets, id: Id) {
  const link = await db
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .innerJoin('organisation', 'organisation.id', 'space.organisation_id')
    .innerJoin('round', 'round.id', 'space.round_id')
    .innerJoin('collaboration', 'collaboration.id', 'round.collaboration_id')
    .innerJoin('kind', 'kind.id', 'collaboration.kind_id')
    .select([
      'link.id',
      'link.generation',
      'responder.name',
      'responder.mail',
      'organisation.name as organisation_name',
      'round.name as round_name',
      'round.due_on',
      'round.state as round_state',
      'collaboration.name as collaboration_name',
      'collaboration.language',
      'collaboration.contact_function',
      'collaboration.contact_mail',
      'collaboration.contact_phone',
      'kind.words as kind_words'
    ])
    .where('link.id', '=', id)
    .where('link.withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!link) return null
  const items = await db
    .selectFrom('link_item')
    .innerJoin('round_item', 'round_item.id', 'link_item.item_id')
    .innerJoin('commitment', 'commitment.id', 'round_item.commitment_id')
    .leftJoin('report', 'report.item_id', 'round_item.id')
    .select(['commitment.number', 'commitment.title', 'report.state', 'report.id as report_id'])
    .where('link_item.link_id', '=', id)
    .orderBy('commitment.number')
    .execute()
  return { ...link, token: tokenOf(secrets, link), items }
}

/** The word an answer was returned with. */
export async function returnedNote(db: Db, report: Id): Promise<string | null> {
  const review = await db
    .selectFrom('review')
    .innerJoin('report_version', 'report_version.id', 'review.report_version_id')
    .select('review.note')
    .where('report_version.report_id', '=', report)
    .where('review.verdict', '=', 'returned')
    .orderBy('report_version.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return review?.note ?? null
}
