import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { draftNumber } from './drafts.ts'
import { listComments } from './listing.ts'

/** What whoever compiles a report sees beside it: what has been said, and how many read the draft that stands. */
export async function readingOf(db: Db, actor: Actor, report: { id: Id; collaboration_id: Id }) {
  const comments = await listComments(db, actor, report)
  const { asked } = await db
    .selectFrom('publication_reader')
    .select(({ fn }) => fn.countAll<number>().as('asked'))
    .where('publication_id', '=', report.id)
    .where('edition_number', '=', await draftNumber(db, report.id))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { comments, asked: Number(asked) }
}
export type ReadingBeside = Awaited<ReturnType<typeof readingOf>>
