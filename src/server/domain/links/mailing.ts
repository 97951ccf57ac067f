import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { KindWords } from '../kinds/kinds.ts'
import { tokenOf } from './tokens.ts'

/** A party's space in a round, with whoever is asked there, if anybody is yet. */
const spaces = (db: Db) =>
  db
    .selectFrom('space')
    .leftJoin('responder', 'responder.space_id', 'space.id')
    .innerJoin('organisation', 'organisation.id', 'space.organisation_id')
    .innerJoin('round', 'round.id', 'space.round_id')
    .innerJoin('collaboration', 'collaboration.id', 'round.collaboration_id')
    .innerJoin('kind', 'kind.id', 'collaboration.kind_id')
    .leftJoin('person as holder', (join) =>
      join.onRef('holder.id', '=', 'round.held_by').on('holder.ended_at', 'is', null)
    )
    .select((eb) => [
      'space.id as space_id',
      'space.exempted_at',
      'space.declined_at',
      'responder.id as responder_id',
      'responder.name',
      'responder.mail',
      'organisation.name as organisation_name',
      'round.name as round_name',
      'round.kind as round_kind',
      'round.state as round_state',
      'round.questions',
      'round.invitation',
      'round.reminder',
      eb.fn.coalesce('space.due_on', 'round.due_on').as('due_on'),
      'collaboration.name as collaboration_name',
      'collaboration.language',
      'holder.name as holder_name',
      'holder.mail as holder_mail',
      'collaboration.contact_function',
      'collaboration.contact_mail',
      'kind.words'
    ])
    .$narrowType<{ words: KindWords; round_kind: 'follow_up' | 'running' | 'wording' }>()
export type MailedSpace = Awaited<ReturnType<ReturnType<typeof spaces>['executeTakeFirstOrThrow']>>

const items = (db: Db) =>
  db
    .selectFrom('round_item')
    .leftJoin('commitment', 'commitment.id', 'round_item.commitment_id')
    .leftJoin('report', 'report.item_id', 'round_item.id')
    .select([
      'round_item.id',
      'round_item.about',
      'commitment.title',
      'report.state',
      'report.id as report_id'
    ])
    .where('round_item.exempted_at', 'is', null)
    .orderBy('commitment.number')
    .orderBy('round_item.id')
    .$narrowType<{ about: 'commitment' | 'party' | 'collaboration' | 'promise' }>()
export type MailedItem = Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>

/**
 * Whether it waits for an answer. A promise that a party may add waits only as long as it has sent in nothing; the same
 * rule as in rounds/reminding.ts.
 */
export function isLeft({ about, title, state }: MailedItem, all: MailedItem[]): boolean {
  if (state !== null) return state === 'returned'
  return about !== 'promise' || title !== null || all.every((item) => item.state === null)
}

/** What a mail that carries a link is made of, computed when it is sent. Null when the link is gone. */
export async function linkMail(db: Db, secrets: Secrets, id: Id) {
  const link = await db
    .selectFrom('link')
    .leftJoin('link as from_link', 'from_link.id', 'link.forwarded_from_id')
    .leftJoin('responder as forwarder', 'forwarder.id', 'from_link.responder_id')
    .select(['link.id', 'link.generation', 'link.errand', 'link.responder_id', 'link.withdrawn_at'])
    .select(['link.expires_at', 'forwarder.name as forwarded_by'])
    .where('link.id', '=', id)
    .executeTakeFirst()
  if (!link) return null
  const space = await spaces(db).where('responder.id', '=', link.responder_id).executeTakeFirstOrThrow()
  const ofLink = db.selectFrom('link_item').select('item_id').where('link_id', '=', id)
  return {
    ...space,
    forwarded_by: link.forwarded_by,
    reads: link.errand === 'read',
    dead: link.withdrawn_at !== null || link.expires_at <= now(),
    token: tokenOf(secrets, link),
    items: await items(db).where('round_item.id', 'in', ofLink).execute()
  }
}
export type LinkMail = NonNullable<Awaited<ReturnType<typeof linkMail>>>

/**
 * The same for a space that is planned, without a link: as it would be mailed to whoever comes first there. Who may see
 * it is decided by whoever asks for it. Null where the round asks nobody.
 */
export async function plannedMail(db: Db, round: Id, space?: Id) {
  const found = await spaces(db)
    .where('round.id', '=', round)
    .where('space.exempted_at', 'is', null)
    .$if(space !== undefined, (query) => query.where('space.id', '=', space ?? ''))
    .orderBy('responder.mail', (order) => order.asc().nullsLast())
    .executeTakeFirst()
  if (!found) return null
  return { ...found, items: await items(db).where('round_item.space_id', '=', found.space_id).execute() }
}

/** Who somebody is that asks to be let in. */
export const findResponder = (db: Db, id: Id) =>
  db.selectFrom('responder').select(['name', 'mail']).where('id', '=', id).executeTakeFirst()

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
