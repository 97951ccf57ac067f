import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'

/** What a message holds while it waits: ids, from which recipient and words are computed when it is sent. */
export type MessageParameters = {
  /** `code` is sealed, and gone when it has been sent. */
  sign_in_code: { person_id: Id; code: string; language: string }
  answer_link: { link_id: Id }
  /** `day` is the one it was made for, in the installation's zone. */
  answer_reminder: { link_id: Id; day: string }
  answer_returned: { link_id: Id; report_id: Id }
  /** To whoever sent them in: these received versions. */
  answer_receipt: { link_id: Id; versions?: Id[] }
  /** To somebody admitted: `responder_id` asks to read what is begun. */
  admission_asked: { link_id: Id; responder_id: Id }
  drafts_begun_anew: { link_id: Id }
  /** To the coordinator who has it from now on. */
  round_handed_over: { round_id: Id; person_id: Id }
  /** To somebody who reads a report before it is decided. */
  reading_asked: { reader_id: Id }
  /** `day` is the one it was made for, in the installation's zone. */
  reading_reminder: { reader_id: Id; day: string }
  /** What was answered to what they said: these comments. */
  comments_settled: { reader_id: Id; comments: Id[] }
}
export type MessageKind = keyof MessageParameters

export type Message = {
  [K in MessageKind]: { id: Id; kind: K; parameters: MessageParameters[K]; created_at: Date }
}[MessageKind]

/**
 * Puts a message in the outbox, in the command's own transaction: it is sent if and only if the command is done.
 * The same `dedupeKey` makes one message however often the command is run. It is not sent before `at`.
 */
export async function queueMessage<K extends MessageKind>(
  tx: Tx,
  kind: K,
  dedupeKey: string,
  parameters: MessageParameters[K],
  at?: Date
): Promise<void> {
  const moment = now()
  await tx
    .insertInto('message')
    .values({
      id: newId(),
      kind,
      dedupe_key: dedupeKey,
      parameters: JSON.stringify(parameters),
      next_at: at ?? moment,
      created_at: moment
    })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .execute()
}

export const can = (actor: Actor) => ({ read: actor.administrator, sendAgain: actor.administrator })

const longestList = 200

type Row = { id: Id; kind: string; parameters: unknown; created_at: Date }

/** Only `queueMessage` writes them, with the parameters that belong to the kind. */
export const messageFrom = ({ id, kind, parameters, created_at }: Row): Message =>
  ({ id, kind, parameters, created_at }) as Message

/** Refused, given up, or sent and come back. */
const notArrived = sql<boolean>`(message.state = 'failed' or (message.state = 'sent' and message.error is not null))`

/**
 * The outbox, newest first, with whose organisation and which collaboration each is about; all, or what did not arrive.
 * @throws NotAllowed for others than administrators.
 */
export async function listMessages(db: Db, actor: Actor, { failed = false } = {}) {
  if (!can(actor).read) throw new NotAllowed()
  const latest = db
    .selectFrom('message')
    .selectAll()
    .$if(failed, (query) => query.where(notArrived))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(longestList)
  const rows = await db
    .selectFrom(latest.as('message'))
    .leftJoin('link', (join) => join.on(sql<boolean>`link.id = (message.parameters ->> 'link_id')::uuid`))
    .leftJoin('responder', 'responder.id', 'link.responder_id')
    .leftJoin('space', 'space.id', 'responder.space_id')
    .leftJoin('round', (join) =>
      join.on(sql<boolean>`round.id = coalesce(space.round_id, (message.parameters ->> 'round_id')::uuid)`)
    )
    .leftJoin('publication_reader', (join) =>
      join.on(sql<boolean>`publication_reader.id = (message.parameters ->> 'reader_id')::uuid`)
    )
    .leftJoin('publication', 'publication.id', 'publication_reader.publication_id')
    .leftJoin('organisation', (join) =>
      join.on(
        sql<boolean>`organisation.id = coalesce(space.organisation_id, publication_reader.organisation_id)`
      )
    )
    .leftJoin('collaboration', (join) =>
      join.on(sql<boolean>`collaboration.id = coalesce(round.collaboration_id, publication.collaboration_id)`)
    )
    .select(['message.id', 'message.kind', 'message.parameters', 'message.state', 'message.attempts'])
    .select(['message.created_at', 'message.sent_at', 'message.error'])
    .select(['organisation.name as organisation', 'collaboration.name as collaboration'])
    .orderBy('message.created_at', 'desc')
    .orderBy('message.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, message: messageFrom(row) }))
}

/** How many did not arrive. */
export async function countFailed(db: Db, actor: Actor): Promise<number> {
  if (!can(actor).read) throw new NotAllowed()
  const { count } = await db
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where(notArrived)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Lets a failed message wait for another try. */
export async function sendAgain(tx: Tx, actor: Actor, id: Id): Promise<void> {
  if (!can(actor).sendAgain) throw new NotAllowed()
  await tx
    .updateTable('message')
    .set({ state: 'waiting', attempts: 0, next_at: now(), error: null })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .execute()
}
