import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { AskingOn } from '../carrying-over/fields.ts'
import { pairTo } from '../carrying-over/finding.ts'
import type { Pair } from '../carrying-over/permissions.ts'
import type { Actor } from '../people/actor.ts'
import { contactsOf } from '../rounds/contacts.ts'
import { includeParty } from '../rounds/exempting.ts'
import { askOf } from '../rounds/reaching.ts'
import { spacesFor, type PlannedRound } from '../rounds/spaces.ts'
import { slugOf } from './inviting.ts'
import { nextPeriodQuestions } from './questions.ts'

type Unasked = {
  commitment_id: Id
  wording_id: Id | null
  organisation_id: Id
  name: string
  /** Somebody chose that this party is not asked. */
  exempt: boolean
}

/** Exempt by choice: not because all that it was asked about was taken back. */
const exemptIn = (successor: Id) => sql<boolean>`exists (select from space s join round r on r.id = s.round_id
  where s.organisation_id = o.id and s.exempted_at is not null and r.collaboration_id = ${successor}
    and r.kind = 'wording' and r.state = 'open' and r.questions @> '[{"key": "goes_on"}]'
    and (s.exempt_reason is not null
      or not exists (select from round_item i where i.space_id = s.id and i.commitment_id is not null)
      or exists (select from round_item i where i.space_id = s.id and i.commitment_id is not null
        and (i.exempted_at is null or i.exempted_at > s.exempted_at))))`

/** Chosen to be asked about, and not asked about yet; whoever nobody carries, nobody can be asked of. */
async function unaskedIn(db: Db, { earlier, successor }: Pair): Promise<Unasked[]> {
  const { rows } = await sql<Unasked>`
    select c.id as commitment_id, c.wording_id, o.id as organisation_id, o.name, ${exemptIn(successor)} as exempt
    from carry_over k join commitment c on c.id = k.earlier_id join organisation o on o.id = c.owner_id
    where k.collaboration_id = ${successor} and c.collaboration_id = ${earlier} and k.choice = 'ask'
      and not exists (select from round_item i join round r on r.id = i.round_id where i.commitment_id = c.id
        and r.collaboration_id = ${successor} and r.kind = 'wording' and r.state = 'open' and i.exempted_at is null)
    order by o.name collate "sv-x-icu", c.number`.execute(db)
  return rows
}

export type Asking = { organisation: string; commitments: number; reached: boolean; exempt: boolean }

/** Whom a press on "ask" would ask, of how many; and whether there is somebody there to mail, or they are exempt. */
export async function listAsking(db: Db, actor: Actor, pair: Pair): Promise<Asking[]> {
  await pairTo('ask', db, actor, pair)
  const unasked = Map.groupBy(await unaskedIn(db, pair), ({ organisation_id }) => organisation_id)
  const contacts = await contactsOf(db, pair.successor, [...unasked.keys()])
  return [...unasked].map(([id, asked]) => ({
    organisation: asked[0]?.name ?? '',
    commitments: asked.length,
    reached: contacts.has(id),
    exempt: asked[0]?.exempt ?? false
  }))
}

/**
 * Asks those who carry what is chosen to be asked about, by their personal links: whether it goes on, and in which words.
 * What comes in is read, and becomes the choice. Later questions are added to what is asked already. Whoever is exempt by
 * choice is not asked. @returns the round, or nothing where nobody is left to ask. @throws NotFound, NotAllowed.
 */
export async function askOn(
  tx: Tx,
  actor: Actor,
  pair: Pair,
  form: AskingOn,
  secrets: Secrets
): Promise<{ slug: string } | null> {
  await pairTo('ask', tx, actor, pair)
  await tx
    .selectFrom('collaboration')
    .select('id')
    .where('id', '=', pair.successor)
    .forNoKeyUpdate()
    .execute()
  const unasked = (await unaskedIn(tx, pair)).filter(({ exempt }) => !exempt)
  if (unasked.length === 0) return null
  const round = (await openedBefore(tx, pair.successor)) ?? (await open(tx, actor, pair.successor, form))
  const spaces = await spacesFor(
    tx,
    round,
    unasked.map(({ organisation_id }) => organisation_id)
  )
  const items = unasked.map(({ organisation_id, commitment_id, wording_id }) => ({
    ...{ id: newId(), round_id: round.id, about: 'promise', space_id: spaces.get(organisation_id)! },
    ...{ commitment_id, wording_id }
  }))
  await tx.insertInto('round_item').values(items).execute()
  await askAgain(tx, actor, [...spaces.values()], secrets)
  const ids = items.map(({ id }) => id)
  await askOf(tx, round, ids, [...spaces.values()], secrets)
  return round
}

/** Whoever was asked nothing any more, since all was taken back, is asked again. */
async function askAgain(tx: Tx, actor: Actor, spaces: Id[], secrets: Secrets): Promise<void> {
  const exempt = await tx
    .selectFrom('space')
    .select('id')
    .where('id', 'in', spaces)
    .where('exempted_at', 'is not', null)
    .execute()
  for (const { id } of exempt) await includeParty(tx, actor, id, secrets)
}

const asked = ['id', 'slug', 'collaboration_id', 'state', 'due_on', 'questions'] as const

const openedBefore = (tx: Tx, collaboration: Id) =>
  tx
    .selectFrom('round')
    .select(asked)
    .where('collaboration_id', '=', collaboration)
    .where('kind', '=', 'wording')
    .where('state', '=', 'open')
    .where(sql<boolean>`questions @> '[{"key": "goes_on"}]'`)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()

async function open(
  tx: Tx,
  actor: Actor,
  collaboration_id: Id,
  { name, from_day, due_on, invitation }: AskingOn
): Promise<PlannedRound & { slug: string }> {
  const slug = await freeAmong(tx, collaboration_id, slugOf(name))
  const round = await tx
    .insertInto('round')
    .values({
      ...{ id: newId(), collaboration_id, kind: 'wording', slug, name, invitation },
      ...{ from_day, to_day: due_on, due_on, state: 'open', opened_at: now() },
      questions: JSON.stringify(nextPeriodQuestions),
      held_by: actor.person?.id ?? null
    })
    .returning(asked)
    .executeTakeFirstOrThrow()
  await recordFact(tx, 'round.opened', { kind: 'round', id: round.id }, { due_on, wording: true })
  return round
}

/** Asked once more after it was closed, it is another round of the same name. */
async function freeAmong(tx: Tx, collaboration: Id, slug: string): Promise<string> {
  const rounds = await tx
    .selectFrom('round')
    .select('slug')
    .where('collaboration_id', '=', collaboration)
    .execute()
  const taken = new Set(rounds.map((round) => round.slug))
  for (let n = 2, free = slug; ; n += 1, free = `${slug}-${n}`) if (!taken.has(free)) return free
}
