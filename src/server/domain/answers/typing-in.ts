import { sql } from 'kysely'
import * as v from 'valibot'
import { dayIn, momentIn, now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { choice, day, optionalText } from '#server/platform/forms/fields.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import { isCoordinatorOf, type Actor } from '../people/actor.ts'
import { queueMessage } from '../messages/messages.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { questionsOf } from '../rounds/questions.ts'
import { askedAt, type Asked } from './asked.ts'
import { readAnswer } from './fields.ts'
import type { About } from './items.ts'
import { receiveAnswer } from './receiving.ts'
import type { WrittenAnswer } from './written.ts'

/** How it came, who said it (a function or a name), and the day it came. */
const how = { source: choice(['paper', 'phone']), said_by: optionalText(200), on: day() }
/** The same with the rest of the form: what the answer's own form has. */
export const typedIn = v.pipe(
  v.objectWithRest(how, v.unknown()),
  v.transform(({ source, said_by, on, ...rest }) => ({ source, said_by, on, written: textsOf(rest) }))
)
export type TypedIn = v.InferOutput<typeof typedIn>

const textsOf = (written: Record<string, unknown>): WrittenAnswer =>
  Object.fromEntries(
    Object.entries(written).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  )

/** What somebody else was asked, for a coordinator who types in what they said. @throws NotFound for everyone else. */
export async function findItemToTypeIn(db: Db, actor: Actor, id: Id) {
  const item = await db
    .selectFrom('round_item')
    .innerJoin('space', 'space.id', 'round_item.space_id')
    .innerJoin('round', 'round.id', 'round_item.round_id')
    .innerJoin('organisation', 'organisation.id', 'space.organisation_id')
    .leftJoin('commitment', 'commitment.id', 'round_item.commitment_id')
    .leftJoin('commitment_wording', 'commitment_wording.id', 'round_item.wording_id')
    .leftJoin('report', 'report.item_id', 'round_item.id')
    .select([
      'round_item.id',
      'round_item.about',
      'round_item.commitment_id',
      'round_item.exempted_at',
      'space.id as space_id',
      'space.organisation_id',
      'space.exempted_at as space_exempted_at',
      'organisation.name as organisation_name',
      'round.id as round_id',
      'round.state as round_state',
      'round.collaboration_id',
      'round.questions',
      'commitment.number',
      'commitment.title',
      'commitment_wording.wording',
      'report.state'
    ])
    .where('round_item.id', '=', id)
    .where('round_item.about', '<>', 'promise')
    .$narrowType<{ about: About }>()
    .executeTakeFirst()
  if (!item || !isCoordinatorOf(actor, item.collaboration_id)) throw new NotFound('item')
  return { ...item, asked: await askedOf(db, item), refused: refusalOf(item) }
}

type AskedState = {
  state: string | null
  round_state: string
  exempted_at: Date | null
  space_exempted_at: Date | null
}

function refusalOf({ state, round_state, exempted_at, space_exempted_at }: AskedState): string | null {
  if (round_state !== 'open') return 'round_closed'
  if (exempted_at || space_exempted_at) return 'not_asked'
  return state === 'submitted' || state === 'accepted' ? 'answered' : null
}

/** The same as the party itself is asked, but photos, and that nothing is new, which they say by themselves. */
async function askedOf(
  db: Db,
  item: { about: About; collaboration_id: Id; organisation_id: Id; questions: unknown }
): Promise<Asked> {
  const roles = await db
    .selectFrom('party')
    .select('role')
    .where('collaboration_id', '=', item.collaboration_id)
    .where('organisation_id', '=', item.organisation_id)
    .execute()
  const asked = askedAt(
    questionsOf(item.questions),
    item.about,
    roles.map(({ role }) => role)
  )
  const { photos: _photos, no_change: _noChange, ...builtIn } = asked.builtIn
  return { ...asked, builtIn, about: item.about, last: null }
}

/**
 * Receives what somebody said on paper or by phone, as a coordinator typed it in. What is begun in the party's own space
 * stays there, unread. Gives the report.
 * @throws NotFound for everyone but its coordinators; Invalid by field, or `form: round_closed | not_asked | answered`,
 *   `on: in_future`.
 */
export async function typeInAnswer(tx: Tx, actor: Actor, id: Id, typed: TypedIn): Promise<Id> {
  const { space_id } = await findItemToTypeIn(tx, actor, id)
  await tx.selectFrom('space').select('id').where('id', '=', space_id).forUpdate().execute()
  const item = await findItemToTypeIn(tx, actor, id)
  await tx.selectFrom('round').select('id').where('id', '=', item.round_id).forShare().execute()
  if (item.refused) throw new Invalid({ form: item.refused })
  const reading = readAnswer(typed.written, item.asked)
  if (!reading.ok) throw new Invalid(reading.errors)
  const about = {
    item: item.id,
    commitment: item.commitment_id,
    collaboration: item.collaboration_id,
    round: item.round_id,
    organisation: item.organisation_id
  }
  const at = await cameAt(tx, typed.on)
  await actOnBehalf(tx, actor, item.organisation_id, typed.source)
  const by = typed.said_by ?? item.organisation_name
  const received = await receiveAnswer(tx, about, reading.value, { by, at, source: typed.source })
  const { report, version, number } = received
  await sendReceipts(tx, item.id, version)
  await recordFact(tx, 'report.typed_in', { kind: 'report', id: report }, { number, source: typed.source })
  return report
}

/** The party sees what was written down for it: everybody whose link was to answer it. */
async function sendReceipts(tx: Tx, item: Id, version: Id): Promise<void> {
  const links = await tx
    .selectFrom('link_item')
    .innerJoin('link', 'link.id', 'link_item.link_id')
    .select('link.id')
    .where('link_item.item_id', '=', item)
    .where('link.errand', '=', 'answer')
    .where('link.withdrawn_at', 'is', null)
    .execute()
  for (const { id } of links)
    await queueMessage(tx, 'answer_receipt', `answer_receipt:${version}:${id}`, {
      ...{ link_id: id, versions: [version] }
    })
}

/** History keeps for whom it was written down, and how it came. */
const actOnBehalf = (tx: Tx, { record }: Actor, on_behalf_of: Id, source: 'paper' | 'phone') =>
  sql`select set_config('kvarter.actor', ${JSON.stringify({ ...record, on_behalf_of, source })}, true)`.execute(
    tx
  )

async function cameAt(tx: Tx, on: string): Promise<Date> {
  const zone = await timeZoneOf(tx)
  const today = dayIn(zone)
  if (on > today) throw new Invalid({ on: 'in_future' })
  return on === today ? now() : momentIn(zone, on, '12:00')
}
