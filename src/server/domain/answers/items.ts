import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { KindWords } from '../kinds/kinds.ts'
import type { LinkActor } from '../links/links.ts'

const items = (db: Db, actor: LinkActor) =>
  db
    .selectFrom('round_item')
    .innerJoin('commitment', 'commitment.id', 'round_item.commitment_id')
    .leftJoin('commitment_wording', 'commitment_wording.id', 'round_item.wording_id')
    .leftJoin('report', 'report.item_id', 'round_item.id')
    .select([
      'round_item.id',
      'round_item.space_id',
      'commitment.id as commitment_id',
      'commitment.number',
      'commitment.title',
      'commitment.audience',
      'commitment_wording.wording',
      'report.id as report_id',
      'report.state',
      'report.submitted_at'
    ])
    .where('round_item.id', 'in', actor.errand.items.length > 0 ? actor.errand.items : [null])
    .where('round_item.exempted_at', 'is', null)

/** What the link asks about, by the commitments' numbers. */
export const listItems = (db: Db, actor: LinkActor) => items(db, actor).orderBy('commitment.number').execute()
export type Item = Awaited<ReturnType<typeof listItems>>[number]

/** @throws NotFound for what is not among the link's own. */
export const findItem = (db: Db, actor: LinkActor, item: Id): Promise<Item> =>
  items(db, actor)
    .where('round_item.id', '=', item)
    .executeTakeFirstOrThrow(() => new NotFound('item'))

/** Sent in and not returned: it is with the coordinator, and can't be written in. */
export const isSent = (item: Pick<Item, 'state'>): boolean =>
  item.state === 'submitted' || item.state === 'accepted'

/** What the round says of itself to whoever is to answer. */
export const findErrandRound = (db: Db, actor: LinkActor) =>
  db
    .selectFrom('round')
    .innerJoin('collaboration', 'collaboration.id', 'round.collaboration_id')
    .innerJoin('kind', 'kind.id', 'collaboration.kind_id')
    .innerJoin('space', 'space.round_id', 'round.id')
    .innerJoin('organisation as authority', 'authority.id', 'collaboration.authority_id')
    .select([
      'round.id',
      'round.name',
      'round.from_day',
      'round.to_day',
      'round.due_on',
      'round.state',
      'collaboration.name as collaboration_name',
      'collaboration.slug as collaboration_slug',
      'collaboration.invented',
      'collaboration.contact_function',
      'collaboration.contact_mail',
      'collaboration.contact_phone',
      'authority.name as authority_name',
      'space.first_opened_at'
    ])
    .select('kind.words')
    .$narrowType<{ words: KindWords }>()
    .where('space.id', '=', actor.errand.space)
    .executeTakeFirstOrThrow(() => new NotFound('round'))
export type ErrandRound = Awaited<ReturnType<typeof findErrandRound>>
