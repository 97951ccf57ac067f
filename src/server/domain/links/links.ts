import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { visitor, type Actor } from '../people/actor.ts'
import { hashOf, tokenOf } from './tokens.ts'

/** All that a link gives: these items of one organisation's space, for one responder. */
export type Errand = {
  link: Id
  /** Whoever has one to read sees what stands in its items, and changes nothing. */
  kind: 'answer' | 'read'
  responder: { id: Id; name: string; mail: string }
  /** May open what colleagues wrote before they came. */
  admitted: boolean
  space: Id
  organisation: { id: Id; name: string }
  round: Id
  collaboration: Id
  items: Id[]
}
/** Whoever holds a link: a visitor with one errand. */
export type LinkActor = Actor & { errand: Errand }
export type LinkState = 'open' | 'withdrawn' | 'expired'
export type FoundLink = { state: LinkState; actor: LinkActor }

const linkRow = (db: Db, token: string) =>
  db
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .innerJoin('round', 'round.id', 'space.round_id')
    .innerJoin('organisation', 'organisation.id', 'space.organisation_id')
    .select([
      'link.id',
      'link.errand',
      'link.expires_at',
      'link.withdrawn_at',
      'responder.id as responder_id',
      'responder.name as responder_name',
      'responder.mail as responder_mail',
      'responder.admitted',
      'space.id as space_id',
      'organisation.id as organisation_id',
      'organisation.name as organisation_name',
      'round.id as round_id',
      'round.collaboration_id'
    ])
    .where('link.token_hash', '=', hashOf(token))
    .executeTakeFirst()
type LinkRow = NonNullable<Awaited<ReturnType<typeof linkRow>>>

/**
 * The link that a token opens, dead ones too, so that their bearer can be told whom to ask. Every token is hashed and
 * looked up alike, whatever it looks like.
 * @throws NotFound when no link ever had it, or when its generation is over.
 */
export async function findLink(db: Db, token: string): Promise<FoundLink> {
  const row = await linkRow(db, token)
  if (!row) throw new NotFound('link')
  const items = await db
    .selectFrom('link_item')
    .select('item_id')
    .where('link_id', '=', row.id)
    .orderBy('item_id')
    .execute()
  return {
    state: stateOf(row),
    actor: actorOf(
      row,
      items.map(({ item_id }) => item_id)
    )
  }
}

const stateOf = (row: Pick<LinkRow, 'withdrawn_at' | 'expires_at'>): LinkState => {
  if (row.withdrawn_at) return 'withdrawn'
  return row.expires_at <= now() ? 'expired' : 'open'
}

const actorOf = (row: LinkRow, items: Id[]): LinkActor => ({
  ...visitor,
  record: { via: 'link', link: row.id, responder: row.responder_id },
  errand: {
    link: row.id,
    kind: row.errand === 'read' ? 'read' : 'answer',
    admitted: row.admitted,
    responder: { id: row.responder_id, name: row.responder_name, mail: row.responder_mail },
    space: row.space_id,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    round: row.round_id,
    collaboration: row.collaboration_id,
    items
  }
})

export type NewLink = { responder: Id; space: Id; expires: Date }

/** A link for each responder, to all that their space is asked. Who may make them is decided by whoever asks for it. */
export async function createLinks(tx: Tx, links: NewLink[], secrets: Secrets): Promise<Id[]> {
  if (links.length === 0) return []
  const made = links.map((link) => ({ ...link, id: newId() }))
  await tx
    .insertInto('link')
    .values(
      made.map(({ id, responder, expires }) => ({
        id,
        errand: 'answer',
        responder_id: responder,
        token_hash: hashOf(tokenOf(secrets, { id, generation: 1 })),
        expires_at: expires
      }))
    )
    .execute()
  await tx
    .insertInto('link_item')
    .columns(['link_id', 'item_id'])
    .expression((eb) =>
      eb
        .selectFrom('link')
        .innerJoin('responder', 'responder.id', 'link.responder_id')
        .innerJoin('round_item', 'round_item.space_id', 'responder.space_id')
        .select(['link.id', 'round_item.id'])
        .where(
          'link.id',
          'in',
          made.map(({ id }) => id)
        )
        .where('round_item.exempted_at', 'is', null)
    )
    .execute()
  return made.map(({ id }) => id)
}
