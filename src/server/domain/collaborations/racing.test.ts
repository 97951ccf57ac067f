import { expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { freshDatabase } from '#tests/database.ts'
import { neighbourhood } from '#tests/neighbourhood.ts'
import { changeParents } from './parents.ts'
import { changeCollaborationReach } from './reaching.ts'

const { db } = await freshDatabase()
const { collaboration, another, people } = await neighbourhood(db)
const { administrator: actor } = people

test('laid under another that is narrowed at the same moment, it is as narrow', async () => {
  await Promise.all([
    write(db, actor, (tx) =>
      changeParents(tx, actor, collaboration.id, { parent_ids: [another.id], version: 1 })
    ),
    write(db, actor, (tx) => changeCollaborationReach(tx, actor, another.id, { reach: 'own', version: 1 }))
  ])
  const { audience } = await db
    .selectFrom('collaboration')
    .select('audience')
    .where('id', '=', collaboration.id)
    .executeTakeFirstOrThrow()
  expect(audience).toBe('own')
})

test('two that are laid under each other at once are no circle', async () => {
  const lay = (id: string, parent: string, version: number) =>
    write(db, actor, (tx) => changeParents(tx, actor, id, { parent_ids: [parent], version }))
  await write(db, actor, (tx) => changeParents(tx, actor, collaboration.id, { parent_ids: [], version: 2 }))
  const sent = await Promise.allSettled([
    lay(collaboration.id, another.id, 3),
    lay(another.id, collaboration.id, 2)
  ])
  expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})
