import { expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { freshDatabase } from '#tests/database.ts'
import { askedReader, reportToRead } from '#tests/read-report.ts'
import { cli } from '../people/actor.ts'
import { publish } from '../publications/editions/publishing.ts'
import { addComment } from './commenting.ts'
import { listComments } from './listing.ts'

const { db } = await freshDatabase()
const world = await reportToRead(db)
const eva = await askedReader(db, world.publication)

test('what is said while the draft is frozen is not lost in it: its writer is told', async () => {
  const said = { kind: 'objection', text: 'Nej.', instead: null, id: null, block: null, about: null } as const
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
