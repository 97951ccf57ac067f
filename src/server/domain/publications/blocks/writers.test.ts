import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood } from '#tests/neighbourhood.ts'
import type { Actor } from '../../people/actor.ts'
import { createPublication } from '../composing.ts'
import { findPublication, listBlocks } from '../publications.ts'
import { changeBlock, moveBlock } from './blocks.ts'
import { listWriters } from './writers.ts'

const db = await testDatabase()

test('who wrote where just now is told their colleagues, and nobody of themselves', async () => {
  const { collaboration, people } = await neighbourhood(db)
  const { coordinator, areaCoordinator, reader } = people
  const id = await write(db, coordinator, (tx) =>
    createPublication(tx, coordinator, {
      collaboration: collaboration.id,
      template: 'final_follow_up',
      title: 'Så gick det',
      slug: 'sa-gick-det',
      blocks: ['a', 'b', 'c'].map((prose) => ({ kind: 'prose' as const, prose }))
    })
  )
  const publication = await findPublication(db, coordinator, 'sa-gick-det')
  const [a, b, c] = (await listBlocks(db, id)).map((block) => block.id)
  const save = (actor: Actor, block: string | undefined, prose: string, version: number) =>
    write(db, actor, (tx) => changeBlock(tx, actor, block ?? '', { heading: null, prose, version }))
  const seenBy = async (actor: Actor) =>
    (await listWriters(db, actor, publication)).map(({ block, who }) => [block, who])

  expect(await seenBy(areaCoordinator), 'a new draft is written by nobody').toEqual([])
  for (const version of [1, 2]) await save(coordinator, a, `aa${version}`, version)
  await save(areaCoordinator, b, 'bb', 1)
  await write(db, coordinator, (tx) => moveBlock(tx, coordinator, c ?? '', { after: null }))
  expect(await seenBy(areaCoordinator)).toEqual([[a, coordinator.person?.name]])
  expect(await seenBy(coordinator)).toEqual([[b, areaCoordinator.person?.name]])
  await sql`update history set at = at - interval '11 minutes' where row_id = ${a}`.execute(db)
  expect(await seenBy(areaCoordinator), 'a while ago').toEqual([])
  await expect(listWriters(db, reader, publication)).rejects.toThrow(NotAllowed)
})
