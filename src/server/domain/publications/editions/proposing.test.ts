import { expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { sendNow } from '#tests/publications/made.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { cli } from '../../people/actor.ts'
import { createPublication } from '../composing.ts'
import { readDeciding } from './deciding.ts'
import type { NewBlock } from '../fields.ts'

const db = await testDatabase()

test.each<[string, NewBlock[], string | null]>([
  [
    'its proposal',
    [{ kind: 'prose', part: 'proposal_for_decision', prose: 'Nämnden godkänner.' }],
    'Nämnden godkänner.'
  ],
  ['none where none is written', [{ kind: 'prose', part: 'proposal_for_decision', prose: null }], null],
  ['none of its other texts', [{ kind: 'prose', part: 'closing', prose: 'Tack.' }, { kind: 'totals' }], null]
])('what is decided on a report begins with %s', async (name, blocks, proposal) => {
  const { collaboration } = await makePromise(db, [{ title: 'Frukost' }])
  const slug = name.replaceAll(' ', '-')
  const id = await write(db, cli, (tx) =>
    createPublication(tx, cli, { collaboration, template: 'brief', title: 'Så gick det', slug, blocks })
  )
  await sendNow(db, id)
  expect((await readDeciding(db, cli, id))?.proposal).toBe(proposal)
})
