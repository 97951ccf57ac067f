import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { slugFrom } from '#server/platform/forms/slugs.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { Actor } from '../people/actor.ts'
import { whomItAsks, type Asked } from './asking.ts'
import type { NewRound } from './fields.ts'
import { can } from './permissions.ts'
import { defaultQuestions } from './questions.ts'
import { askResponders } from './responders.ts'

export type OpenedRound = { id: Id; slug: string }

/**
 * Opens a round: freezes its questions and the wording of that day, gives each answering organisation its space, and
 * mails each responder a personal link, all or nothing. Opened twice alike it is opened once.
 * @throws Invalid `name: taken` when another round of the collaboration is called so; `form: nothing_to_ask`.
 */
export async function openRound(
  tx: Tx,
  actor: Actor,
  collaboration: Id,
  asked: NewRound,
  secrets: Secrets
): Promise<OpenedRound> {
  if (!can(actor, collaboration).open) throw new NotAllowed()
  const round = {
    id: newId(),
    slug: slugFrom(asked.name) || 'omgang',
    collaboration_id: collaboration,
    ...asked
  }
  const made = await tx
    .insertInto('round')
    .values({ ...round, questions: JSON.stringify(defaultQuestions), opened_at: now() })
    .onConflict((conflict) => conflict.columns(['collaboration_id', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return alreadyOpened(tx, round)
  await ask(tx, actor, round, secrets)
  await recordFact(tx, 'round.opened', { kind: 'round', id: round.id }, { due_on: round.due_on })
  return { id: round.id, slug: round.slug }
}

type RoundRow = NewRound & { id: Id; slug: string; collaboration_id: Id }

async function alreadyOpened(tx: Tx, { collaboration_id, slug, ...asked }: RoundRow): Promise<OpenedRound> {
  const { id, ...there } = await tx
    .selectFrom('round')
    .select(['id', 'name', 'from_day', 'to_day', 'due_on'])
    .where('collaboration_id', '=', collaboration_id)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const alike = Object.entries(there).every(
    ([column, value]) => asked[column as keyof typeof there] === value
  )
  if (!alike) throw new Invalid({ name: 'taken' })
  return { id, slug }
}

async function ask(tx: Tx, actor: Actor, round: RoundRow, secrets: Secrets): Promise<void> {
  const { asked } = await whomItAsks(tx, actor, round.collaboration_id)
  if (asked.length === 0) throw new Invalid({ form: 'nothing_to_ask' })
  const spaces = asked.map((one) => ({ ...one, id: newId() }))
  await tx
    .insertInto('space')
    .values(
      spaces.map(({ id, organisation }) => ({ id, round_id: round.id, organisation_id: organisation.id }))
    )
    .execute()
  await tx
    .insertInto('round_item')
    .values(spaces.flatMap((space) => itemsOf(round.id, space)))
    .execute()
  const responders = spaces.flatMap(({ id, responders }) =>
    responders.map(({ name, mail }) => ({ space: id, name, mail }))
  )
  await askResponders(tx, round, responders, secrets)
}

const itemsOf = (round: Id, space: Asked & { id: Id }) =>
  space.items.map(({ id, wording_id }) => ({
    id: newId(),
    round_id: round,
    space_id: space.id,
    commitment_id: id,
    wording_id
  }))
