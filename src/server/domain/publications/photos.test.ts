import { expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { cli, visitor } from '#server/domain/people/actor.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { keepFile } from '../files/files.ts'
import { findPhoto } from '../photos/attached.ts'
import { createPublication } from './composing.ts'
import type { Content } from './content.ts'
import { findEdition } from './editions/editions.ts'
import { publish } from './editions/publishing.ts'

const db = await testDatabase()
const picture = (said: string) => ({
  bytes: Buffer.from(said),
  type: 'image/jpeg' as const,
  width: 160,
  height: 120
})

const attach = (commitment: string, said: string) =>
  write(db, cli, async (tx) => {
    const version = await tx
      .selectFrom('report')
      .innerJoin('commitment', 'commitment.id', 'report.commitment_id')
      .select('accepted_version_id')
      .where('commitment.title', '=', commitment)
      .executeTakeFirstOrThrow()
    const id = newId()
    const file_id = await keepFile(tx, picture(said))
    const report_version_id = String(version.accepted_version_id)
    await tx.insertInto('attachment').values({ id, file_id, report_version_id, alt: said, sort: 0 }).execute()
    return id
  })

const photosIn = ({ blocks }: Content) =>
  blocks.flatMap((block) =>
    block.kind === 'deeds'
      ? block.facts.groups.flatMap(({ deeds }) => deeds.map(({ title, photos }) => [title, photos]))
      : []
  )

test('a photo stays in what was published, for those it was published for', async () => {
  const promise = await makePromise(db, [
    { title: 'Frukost', told: { done: 'Frukost varje dag.' } },
    { title: 'Torgdag', told: { done: 'Det blev en.' } },
    { title: 'Läxhjälp', told: { done: 'Inte för alla.', publishable: false } }
  ])
  const shown = await attach('Frukost', 'Ett frukostbord')
  const own = await attach('Läxhjälp', 'Ett rum')
  await write(db, cli, async (tx) => {
    const slug = 'sa-gick-det'
    const values = { template: 'final_follow_up' as const, title: 'Så gick det', slug }
    const id = await createPublication(tx, cli, { collaboration: promise.collaboration, ...values })
    await publish(tx, cli, id)
  })
  const edition = await findEdition(db, visitor, 'sa-gick-det')
  expect(photosIn(edition.content)).toEqual([
    ['Frukost', [{ id: shown, alt: 'Ett frukostbord', width: 160, height: 120 }]],
    ['Torgdag', undefined]
  ])
  // Taken in afterwards: what comes is not shown, and what was shown is.
  const later = await attach('Torgdag', 'Ett torg')
  expect((await findPhoto(db, visitor, later)).bytes.toString()).toBe('Ett torg')
  await write(db, cli, (tx) => tx.updateTable('report').set({ audience: 'own' }).execute())
  expect((await findPhoto(db, visitor, shown)).bytes.toString()).toBe('Ett frukostbord')
  await expect(findPhoto(db, visitor, later)).rejects.toThrow('not found: photo')
  await expect(findPhoto(db, visitor, own)).rejects.toThrow('not found: photo')
})
