import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { CommentKind } from './fields.ts'
import { can } from './permissions.ts'
import type { ReaderActor } from './readers.ts'

/** What has been said and not taken back: objections first among what waits, then the latest. */
const said = (db: Db) =>
  db
    .selectFrom('comment')
    .innerJoin('publication_reader as reader', 'reader.id', 'comment.reader_id')
    .leftJoin('organisation', 'organisation.id', 'reader.organisation_id')
    .select([
      'comment.id',
      'comment.version',
      'comment.block_id',
      'comment.about',
      'comment.kind',
      'comment.text'
    ])
    .select(['comment.instead', 'comment.written_at', 'comment.settled_at', 'comment.answer'])
    .select(['reader.name', 'organisation.name as organisation'])
    .where('comment.withdrawn_at', 'is', null)
    .orderBy(sql`comment.settled_at is not null`)
    .orderBy(sql`comment.kind <> 'objection'`)
    .orderBy('comment.written_at')
    .orderBy('comment.id')
    .$narrowType<{ kind: CommentKind }>()
export type Comment = Awaited<ReturnType<ReturnType<typeof said>['executeTakeFirstOrThrow']>>

type Report = { id: Id; collaboration_id: Id }

const saidOf = (db: Db, actor: Actor, report: Report) => {
  if (!can(actor, report).follow) throw new NotAllowed()
  return said(db).where('comment.publication_id', '=', report.id)
}

/** All that has been said of a report, what waits for a word first. @throws NotAllowed for others than its coordinators. */
export const listComments = async (db: Db, actor: Actor, report: Report): Promise<Comment[]> =>
  saidOf(db, actor, report).execute()

/** What somebody does not want to stand, and nobody has answered. @throws NotAllowed for others than its coordinators. */
export const listOpenObjections = async (db: Db, actor: Actor, report: Report): Promise<Comment[]> =>
  saidOf(db, actor, report)
    .where('comment.kind', '=', 'objection')
    .where('comment.settled_at', 'is', null)
    .execute()

/** What they have said themselves, with what was answered. */
export const listOwnComments = (db: Db, { reading }: ReaderActor): Promise<Comment[]> =>
  said(db).where('comment.reader_id', '=', reading.reader).execute()
