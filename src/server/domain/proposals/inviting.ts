import { sql } from 'kysely'
import { dayIn, now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { reservedSlugs } from '#server/platform/db/slugs.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { slugFrom } from '#server/platform/forms/slugs.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { Actor } from '../people/actor.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { contactsOf } from '../rounds/contacts.ts'
import { can } from '../rounds/permissions.ts'
import { reach } from '../rounds/reaching.ts'
import { spacesFor, type PlannedRound } from '../rounds/spaces.ts'
import type { Invitation } from './fields.ts'
import { placesOf } from './places.ts'
import { promiseQuestions } from './questions.ts'

export type Invitable = {
  id: Id
  name: string
  slug: string
  /** What it carries that is not agreed yet. */
  proposed: number
  /** Whom the mail would go to; empty when nobody there has an address. */
  contacts: { name: string; mail: string }[]
}

/** The parties that could be asked to word their promises, by name. @throws NotAllowed for others than coordinators. */
export async function listInvitable(db: Db, actor: Actor, collaboration: Id): Promise<Invitable[]> {
  if (!can(actor, collaboration).plan) throw new NotAllowed()
  const { rows } = await sql<Omit<Invitable, 'contacts'>>`
    select o.id, o.name, o.slug, (select count(*) from commitment c
      where c.collaboration_id = ${collaboration} and c.owner_id = o.id and c.stage = 'proposed') as proposed
    from organisation o
    where exists (select from party p where p.collaboration_id = ${collaboration} and p.organisation_id = o.id
      and (p.to_day is null or p.to_day >= ${dayIn(await timeZoneOf(db))}::date))
    order by o.name collate "sv-x-icu"`.execute(db)
  const contacts = await contactsOf(
    db,
    collaboration,
    rows.map(({ id }) => id)
  )
  return rows.map((row) => ({
    ...row,
    contacts: (contacts.get(row.id) ?? []).map(({ name, mail }) => ({ name, mail }))
  }))
}

/**
 * Asks parties to word their promises, each by its personal links: those they carry that are not agreed yet, to mend,
 * and one to begin. Sent twice alike it is sent once.
 * @throws NotAllowed; Invalid `name: taken`, `organisation_ids: not_a_choice` for those who are no parties.
 */
export async function inviteToWord(
  tx: Tx,
  actor: Actor,
  collaboration_id: Id,
  { organisation_ids, name, from_day, due_on, invitation }: Invitation,
  secrets: Secrets
): Promise<{ id: Id; slug: string }> {
  if (!can(actor, collaboration_id).plan) throw new NotAllowed()
  const invitable = await listInvitable(tx, actor, collaboration_id)
  if (!organisation_ids.every((id) => invitable.some((one) => one.id === id)))
    throw new Invalid({ organisation_ids: 'not_a_choice' })
  const slug = slugOf(name)
  const row = {
    ...{ id: newId(), collaboration_id, kind: 'wording', slug, name, invitation },
    ...{ from_day, to_day: due_on, due_on, state: 'open', opened_at: now() },
    questions: JSON.stringify(promiseQuestions(await placesOf(tx, collaboration_id))),
    held_by: actor.person?.id ?? null
  }
  const round = await tx
    .insertInto('round')
    .values(row)
    .onConflict((conflict) => conflict.columns(['collaboration_id', 'slug']).doNothing())
    .returning(['id', 'collaboration_id', 'state', 'due_on', 'questions'])
    .executeTakeFirst()
  if (!round) return sentBefore(tx, row)
  await fill(tx, round, organisation_ids, secrets)
  await recordFact(tx, 'round.opened', { kind: 'round', id: round.id }, { due_on, wording: true })
  return { id: round.id, slug }
}

export const slugOf = (name: string): string => {
  const slug = slugFrom(name) || 'ord'
  return reservedSlugs.includes(slug) ? `omgang-${slug}` : slug
}

type Same = { collaboration_id: Id; slug: string; name: string; due_on: string }

async function sentBefore(tx: Tx, { collaboration_id, slug, name, due_on }: Same) {
  const there = await tx
    .selectFrom('round')
    .select(['id', 'kind', 'name', 'due_on'])
    .where('collaboration_id', '=', collaboration_id)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  if (there.kind !== 'wording' || there.name !== name || there.due_on !== due_on)
    throw new Invalid({ name: 'taken' })
  return { id: there.id, slug }
}

async function fill(tx: Tx, round: PlannedRound, organisations: Id[], secrets: Secrets): Promise<void> {
  const spaces = await spacesFor(tx, round, organisations)
  const carried = await tx
    .selectFrom('commitment')
    .select(['id', 'owner_id', 'wording_id'])
    .where('collaboration_id', '=', round.collaboration_id)
    .where('stage', '=', 'proposed')
    .where('owner_id', 'in', organisations)
    .execute()
  const items = [...spaces].flatMap(([organisation, space_id]) => [
    ...carried
      .filter(({ owner_id }) => owner_id === organisation)
      .map(({ id, wording_id }) => ({ space_id, commitment_id: id, wording_id })),
    { space_id, commitment_id: null, wording_id: null }
  ])
  await tx
    .insertInto('round_item')
    .values(items.map((item) => ({ id: newId(), round_id: round.id, about: 'promise', ...item })))
    .execute()
  await reach(tx, round, [...spaces.values()], secrets)
}
