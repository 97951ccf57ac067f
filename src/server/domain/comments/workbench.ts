import { sql } from 'kysely'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { timeZoneOf } from '../installation/installation.ts'
import type { Actor } from '../people/actor.ts'
import { draftNumber } from './drafts.ts'
import { listComments } from './listing.ts'

const silentOne = sql`approved_at is null and forgotten_at is null
  and not exists (select from comment c where c.reader_id = reader.id and c.withdrawn_at is null)`

/**
 * What whoever compiles a report sees beside it: what has been said, and how many read the draft that stands. `unanswered`
 * have said nothing, until the last of their days; `over` when that has been.
 */
export async function readingOf(db: Db, actor: Actor, report: { id: Id; collaboration_id: Id }) {
  const comments = await listComments(db, actor, report)
  const { asked, silent, until } = await db
    .selectFrom('publication_reader as reader')
    .select(({ fn }) => fn.countAll<number>().as('asked'))
    .select(sql<number>`count(*) filter (where ${silentOne})`.as('silent'))
    .select(sql<string | null>`max(due_on) filter (where ${silentOne})`.as('until'))
    .where('publication_id', '=', report.id)
    .where('edition_number', '=', await draftNumber(db, report.id))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  const over = until !== null && until < dayIn(await timeZoneOf(db))
  return { comments, asked: Number(asked), unanswered: { count: Number(silent), until, over } }
}
export type ReadingBeside = Awaited<ReturnType<typeof readingOf>>
