import { expect, test } from 'vitest'
import { write, type Tx } from '#server/platform/db/write.ts'
import { freshDatabase } from '#tests/database.ts'
import { neighbourhood } from '#tests/neighbourhood.ts'
import { changeCollaborationReach } from '../collaborations/reaching.ts'
import type { Reach } from '../people/reach.ts'
import { changePublication, createPublication } from './composing.ts'

const { db } = await freshDatabase()
const { collaboration, people } = await neighbourhood(db)
const { coordinator } = people

/** Does `work`, and while that is going on gives the collaboration another reach. */
async function whileReachBecomes(reach: Reach, version: number, work: (tx: Tx) => Promise<unknown>) {
  let narrowed: Promise<void> | undefined
  await write(db, coordinator, async (tx) => {
    await work(tx)
    narrowed = write(db, coordinator, (other) =>
      changeCollaborationReach(other, coordinator, collaboration.id, { reach, version })
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  await narrowed
}

test('a publication begun or changed while its collaboration is narrowed follows it', async () => {
  const made = {
    collaboration: collaboration.id,
    template: 'final_follow_up' as const,
    title: 'A',
    slug: 'a'
  }
  const publication = () => db.selectFrom('publication').selectAll().executeTakeFirstOrThrow()
  await whileReachBecomes('parties', 1, (tx) => createPublication(tx, coordinator, made))
  expect(await publication()).toMatchObject({ reach: 'public', audience: 'parties' })
  const { id, version } = await publication()
  await whileReachBecomes('own', 2, (tx) =>
    changePublication(tx, coordinator, id, { version, title: 'B', reach: 'public' })
  )
  expect(await publication()).toMatchObject({ title: 'B', audience: 'own' })
})
