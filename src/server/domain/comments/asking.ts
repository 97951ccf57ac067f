import { dayIn } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { hashOf, tokenOf } from '../links/tokens.ts'
import { queueMessage } from '../messages/messages.ts'
import type { Actor } from '../people/actor.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { draftNumber } from './drafts.ts'
import type { Asked, Asking } from './fields.ts'
import { can } from './permissions.ts'

const daysAfterDue = 60

/** Late words are welcome until the draft is frozen, and what was answered can be read a good while after. */
const expiryOf = (due: string): Date => new Date(Date.parse(`${due}T23:59:59Z`) + daysAfterDue * 86_400_000)

type Report = { id: Id; collaboration_id: Id }

/**
 * Asks them to read the draft that stands: a link each, and a mail that carries it. Whoever has a link to that draft
 * keeps it, and gives the number of new ones; a withdrawn one is made anew.
 * @throws NotAllowed for everyone but the coordinators; Invalid `due_on: past`, `people: not_a_choice` for an
 *   organisation that is no party.
 */
export async function askReaders(
  tx: Tx,
  actor: Actor,
  publication: Id,
  { people, words, due_on }: Asking,
  secrets: Secrets
): Promise<number> {
  const report = await publicationToAsk(tx, actor, publication)
  if (due_on < dayIn(await timeZoneOf(tx))) throw new Invalid({ due_on: 'past' })
  await refuseStrangers(tx, report, people)
  const edition_number = await draftNumber(tx, publication)
  const letter = { words, due_on, expires_at: expiryOf(due_on), asked_by: actor.person?.id ?? null }
  let asked = 0
  for (const person of people)
    if (await askOne(tx, { publication_id: publication, edition_number, ...letter }, person, secrets))
      asked += 1
  if (asked > 0)
    await recordFact(
      tx,
      'publication.readers_asked',
      { kind: 'publication', id: publication },
      { mails: asked }
    )
  return asked
}

async function publicationToAsk(tx: Tx, actor: Actor, id: Id): Promise<Report> {
  const report = await tx
    .selectFrom('publication')
    .select(['id', 'collaboration_id'])
    .where('id', '=', id)
    .forShare()
    .executeTakeFirstOrThrow(() => new NotFound('publication'))
  if (!can(actor, report).ask) throw new NotAllowed()
  return report
}

async function refuseStrangers(tx: Tx, { collaboration_id }: Report, people: Asked[]): Promise<void> {
  const parties = await tx
    .selectFrom('party')
    .select('organisation_id')
    .where('collaboration_id', '=', collaboration_id)
    .execute()
  const known = new Set(parties.map(({ organisation_id }) => organisation_id))
  if (people.some(({ organisation }) => organisation && !known.has(organisation)))
    throw new Invalid({ people: 'not_a_choice' })
}

type Letter = {
  publication_id: Id
  edition_number: number
  words: string
  due_on: string
  expires_at: Date
  asked_by: Id | null
}

async function askOne(tx: Tx, letter: Letter, { name, mail, organisation }: Asked, secrets: Secrets) {
  const id = newId()
  const made = await tx
    .insertInto('publication_reader')
    .values({
      ...{ id, ...letter, name, mail, organisation_id: organisation },
      token_hash: hashOf(tokenOf(secrets, { id, generation: 1 }))
    })
    .onConflict((conflict) => conflict.columns(['publication_id', 'edition_number', 'mail']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return askAnew(tx, letter, mail, secrets)
  await queueMessage(tx, 'reading_asked', `reading_asked:${id}:1`, { reader_id: id })
  return true
}

/** Somebody whose link was withdrawn gets another; the old one stays dead. */
async function askAnew(tx: Tx, letter: Letter, mail: string, secrets: Secrets): Promise<boolean> {
  const { publication_id, edition_number, ...words } = letter
  const reader = await tx
    .selectFrom('publication_reader')
    .select(['id', 'generation'])
    .where('publication_id', '=', publication_id)
    .where('edition_number', '=', edition_number)
    .where('mail', '=', mail)
    .where('withdrawn_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!reader) return false
  await linkAnew(tx, reader, words, secrets)
  return true
}

type Changes = Partial<Omit<Letter, 'publication_id' | 'edition_number'> & Pick<Asked, 'name' | 'mail'>>

/** Another link for the same reader, and a mail that carries it. */
export async function linkAnew(
  tx: Tx,
  { id, generation }: { id: Id; generation: number },
  changes: Changes,
  secrets: Secrets
): Promise<void> {
  const next = generation + 1
  await tx
    .updateTable('publication_reader')
    .set({
      ...changes,
      ...{ generation: next, withdrawn_at: null, bounced_at: null, bounce_reason: null },
      token_hash: hashOf(tokenOf(secrets, { id, generation: next }))
    })
    .where('id', '=', id)
    .execute()
  await queueMessage(tx, 'reading_asked', `reading_asked:${id}:${next}`, { reader_id: id })
}
