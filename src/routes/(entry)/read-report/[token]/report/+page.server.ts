import { redirect, type RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import type { GenericSchema, InferOutput } from 'valibot'
import { approveReport } from '#server/domain/comments/approving.ts'
import { addComment, changeComment, takeBackComment } from '#server/domain/comments/commenting.ts'
import { changedComment, newComment, ofComment } from '#server/domain/comments/fields.ts'
import { noteOpened } from '#server/domain/comments/opening.ts'
import type { ReaderActor } from '#server/domain/comments/readers.ts'
import { readProof } from '#server/domain/publications/editions/proofs.ts'
import { countAttempt } from '#server/platform/attempts/attempts.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { openPart, type PartOf } from '../../../../parts.ts'
import { submit } from '../../../../submitting.ts'
import { readerIn } from '../../holding.ts'
import { readingData } from '../../loading.ts'

/** Whoever comes here has gone in to read: one step in from the link itself. */
export const load = async (event) => {
  const actor = await readerIn(event)
  const data = await readingData(event, actor)
  const { content, told } = await readProof(runtime().db, actor)
  if (!content) redirect(303, data.door)
  await write(runtime().db, actor, (tx) => noteOpened(tx, actor))
  const sent = event.url.searchParams
  return {
    ...data,
    ...{ content, told, open: openPart(event), newId: newId() },
    sent: sent.has('skickad') ? ('sent' as const) : sent.has('tillbaka') ? ('taken_back' as const) : null
  }
}

/** More than anybody has to say in an hour: all of it is kept. */
const often = { what: 'comment', most: 200, withinSeconds: 3600 }

/** As whoever holds the link, whatever they are signed in as. */
const asReader =
  <S extends GenericSchema>(
    part: PartOf,
    schema: S,
    command: (tx: Tx, actor: ReaderActor, value: InferOutput<S>) => Promise<string>
  ) =>
  async (event: RequestEvent) => {
    const actor = await readerIn(event)
    await countAttempt(runtime().db, runtime().secrets, often, actor.reading.reader)
    return submit(
      event,
      part,
      schema,
      async (tx, value) => event.url.pathname + (await command(tx, actor, value))
    )
  }

export const actions = {
  comment: asReader(
    ({ block }) => (block ? `ny-${String(block)}` : 'ny'),
    newComment,
    async (tx, actor, value) => `?skickad#sagt-${await addComment(tx, actor, value)}`
  ),
  change: asReader(
    ({ comment }) => String(comment),
    changedComment,
    async (tx, actor, value) => {
      await changeComment(tx, actor, value)
      return `#sagt-${value.comment}`
    }
  ),
  takeBack: asReader('ta-tillbaka', ofComment, async (tx, actor, { comment }) => {
    await takeBackComment(tx, actor, comment)
    return '?tillbaka#innehall'
  }),
  approve: async (event: RequestEvent) => {
    const actor = await readerIn(event)
    const { door } = await readingData(event, actor)
    return submit(event, 'godkann', v.object({}), async (tx) => {
      await approveReport(tx, actor)
      return door
    })
  }
}
