import { expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { cli, visitor } from '../../people/actor.ts'
import { createPublication } from '../composing.ts'
import { listPublished, listShelves } from './listing.ts'

const db = await testDatabase()

test('an edition that says its time and area in another way is listed by the day it was published', async () => {
  const { collaboration } = await makePromise(db, [])
  const made = {
    ...{ collaboration, template: 'final_follow_up' as const },
    ...{ title: 'Så gick det', slug: 'sa-gick-det' }
  }
  const published_at = new Date('2025-05-01T10:00:00Z')
  const told = { from: 'våren', to: 'hösten', precision: 'day' }
  const period = { from: 'då', to: null, precision: 'day' }
  const content = { title: 'Så gick det', audience: 'public', told, collaboration: { name: 'X', period } }
  await write(db, cli, async (tx) => {
    const publication_id = await createPublication(tx, cli, made)
    const edition = { id: newId(), publication_id, number: 1, content: JSON.stringify(content), sha256: '' }
    const [frozen_at, audience] = [published_at, 'public'] as const
    await tx.updateTable('publication').set({ audience, reach: audience }).execute()
    await tx
      .insertInto('edition')
      .values({ ...edition, frozen_at, published_at })
      .execute()
  })
  expect(await listPublished(db, visitor)).toMatchObject([{ slug: 'sa-gick-det', year: 2025 }])
  expect(await listShelves(db, visitor)).toEqual({ years: [2025], areas: [] })
})
