import { beforeEach, expect, test } from 'vitest'
import { write, type Tx } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { freshDatabase } from '#tests/database.ts'
import { askedReader, reportToRead } from '#tests/read-report.ts'
import { cli } from '../people/actor.ts'
import { publish } from '../publications/editions/publishing.ts'
import { approveReport } from './approving.ts'
import { addComment, changeComment } from './commenting.ts'
import { findReadingErrand } from './errands.ts'
import { listComments } from './listing.ts'

const { db } = await freshDatabase()
const world = await reportToRead(db)
const eva = await askedReader(db, world.publication)

const said = { kind: 'objection', text: 'Nej.', instead: null, id: null, block: null, about: null } as const
const object = (tx: Tx) => addComment(tx, eva, said)
const approve = (tx: Tx) => approveReport(tx, eva)
const answerOf = (refused: unknown) => (refused instanceof Invalid ? refused.errors : refused)

/** The second begins while the first is not done. Gives what the second is told. */
async function atOnce(first: (tx: Tx) => Promise<unknown>, second: (tx: Tx) => Promise<unknown>) {
  let later: Promise<unknown> | undefined
  await write(db, eva, async (tx) => {
    await first(tx)
    later = write(db, eva, second).then(() => null, answerOf)
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  return later
}
const standing = async () => [
  (await findReadingErrand(db, eva)).approved_at !== null,
  (await listComments(db, cli, world.report)).length
]
beforeEach(() =>
  write(db, cli, async (tx) => {
    await tx.updateTable('comment').set({ withdrawn_at: new Date() }).execute()
    await tx.updateTable('publication_reader').set({ approved_at: null }).execute()
  })
)

test('an objection takes the place of an approval from another device', async () => {
  expect(await atOnce(approve, object)).toBeNull()
  expect(await standing()).toEqual([false, 1])
})

test('whoever approves while an objection of theirs arrives is told of it', async () => {
  expect(await atOnce(object, approve)).toEqual({ form: 'own_objection' })
  expect(await standing()).toEqual([false, 1])
})

test('a comment that becomes an objection does the same', async () => {
  const comment = await write(db, eva, (tx) => addComment(tx, eva, { ...said, kind: 'comment' }))
  const change = (tx: Tx) => changeComment(tx, eva, { ...said, comment, version: 1 })
  expect(await atOnce(approve, change)).toBeNull()
  expect(await standing()).toEqual([false, 1])
})

test('what is said while the draft is frozen is not lost in it: its writer is told', async () => {
  let saying: Promise<unknown> | undefined
  await write(db, cli, async (tx) => {
    await publish(tx, cli, world.publication)
    saying = write(db, eva, (other) => addComment(other, eva, said)).catch((refusal) => refusal)
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  const refusal = await saying
  expect(refusal instanceof Invalid && refusal.errors).toEqual({ form: 'draft_frozen' })
  expect(await listComments(db, cli, world.report)).toEqual([])
})
