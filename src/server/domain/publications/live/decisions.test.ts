import { expect, test } from 'vitest'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { sendNow } from '#tests/publications/made.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { cli, visitor } from '../../people/actor.ts'
import { createPublication } from '../composing.ts'
import { decideEdition } from '../editions/deciding.ts'
import { publishEdition } from '../editions/publishing.ts'
import { withdraw } from '../editions/withdrawing.ts'
import { decidedOf } from './decisions.ts'

const db = await testDatabase()

test('what was decided about an edition that is withdrawn says its number, and not what it was called', async () => {
  const { collaboration } = await makePromise(db, [{ title: 'Frukost' }])
  const made = {
    ...{ collaboration, template: 'final_follow_up' as const },
    ...{ title: 'Så gick det', slug: 'sa-gick-det' }
  }
  const act = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
  const publication = await act((tx) => createPublication(tx, cli, made))
  await sendNow(db, publication)
  await act((tx) => decideEdition(tx, cli, publication, 1, { body: 'Nämnden', reach: 'public' }))
  await act((tx) => publishEdition(tx, cli, publication, { edition: 1, day: null, time: null }))
  const decided = () => decidedOf(db, visitor, { collaboration, publication })
  expect(await decided()).toMatchObject([{ edition: { number: 1, title: 'Så gick det' } }])
  await act((tx) => withdraw(tx, cli, publication, { edition: 1, reason: 'Fel.' }))
  expect(await decided()).toMatchObject([{ body: 'Nämnden', edition: { number: 1, title: '' } }])
})
