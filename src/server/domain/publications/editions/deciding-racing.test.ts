import { beforeEach, expect, test } from 'vitest'
import type { Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { Conflict } from '#server/platform/refusals.ts'
import { freshDatabase } from '#tests/database.ts'
import { neighbourhood } from '#tests/neighbourhood.ts'
import { madeOf, sendNow } from '#tests/publications/made.ts'
import { changeCollaborationReach } from '../../collaborations/reaching.ts'
import { addBlock } from '../blocks/blocks.ts'
import { createPublication } from '../composing.ts'
import { decideEdition } from './deciding.ts'
import { publish, publishDue, publishEdition } from './publishing.ts'
import { sendForDecision } from './sending.ts'
import { sendBack, withdraw } from './withdrawing.ts'

const { db } = await freshDatabase()
const { collaboration, people } = await neighbourhood(db)
const { coordinator } = people
let publication: Id
let n = 0

beforeEach(async () => {
  n += 1
  publication = await act((tx) =>
    createPublication(tx, coordinator, {
      ...{ collaboration: collaboration.id, template: 'final_follow_up', title: `R ${n}`, slug: `r-${n}` }
    })
  )
})

const act = <T>(work: (tx: Tx) => Promise<T>) => write(db, coordinator, work)
const editions = () =>
  db
    .selectFrom('edition')
    .select(['number', 'published_at', 'returned_at', 'withdrawn_at'])
    .where('publication_id', '=', publication)
    .orderBy('number')
    .execute()
const now = { edition: 1, day: null, time: null }

test('two who send at once freeze one edition', async () => {
  const [one, other] = [await madeOf(db, publication), await madeOf(db, publication)]
  const send = (made: typeof one) =>
    act((tx) => sendForDecision(tx, coordinator, publication, { number: 1 }, made))
  expect(await Promise.all([send(one), send(other)])).toEqual([1, 1])
  expect(await editions()).toHaveLength(1)
  expect(await db.selectFrom('edition_file').selectAll().execute()).toHaveLength(3)
})

test('what is written while the files are made is not frozen unseen', async () => {
  const made = await madeOf(db, publication)
  const [sent] = await Promise.allSettled([
    act(async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      return sendForDecision(tx, coordinator, publication, {}, made)
    }),
    act((tx) => addBlock(tx, coordinator, publication, { kind: 'prose', prose: 'Ändrat.' }))
  ])
  expect(sent).toMatchObject({ status: 'rejected', reason: expect.any(Conflict) })
  expect(await editions()).toEqual([])
})

test('what is published and sent back at the same moment becomes one of them', async () => {
  await sendNow(db, publication)
  await Promise.allSettled([
    act((tx) => publishEdition(tx, coordinator, publication, now)),
    act((tx) => sendBack(tx, coordinator, publication, { edition: 1, reason: 'x' }))
  ])
  const [edition] = await editions()
  expect([edition?.published_at, edition?.returned_at].filter(Boolean)).toHaveLength(1)
})

test('a correction that is published while the first is withdrawn stands', async () => {
  await act((tx) => publish(tx, coordinator, publication))
  await sendNow(db, publication, 'Rättad.')
  await Promise.all([
    act((tx) => publishEdition(tx, coordinator, publication, { ...now, edition: 2 })),
    act((tx) => withdraw(tx, coordinator, publication, { edition: 1, reason: 'x' }))
  ])
  expect(
    (await editions()).map(({ published_at, withdrawn_at }) => [!!published_at, !!withdrawn_at])
  ).toEqual([
    [true, true],
    [true, false]
  ])
})

test('is published once when its time has come, whoever looks, and not when it is sent back meanwhile', async () => {
  await sendNow(db, publication)
  await act((tx) =>
    tx
      .updateTable('edition')
      .set({ publish_at: new Date('2026-01-01T08:00:00Z') })
      .where('publication_id', '=', publication)
      .execute()
  )
  let due: Promise<number>[] = []
  await act(async (tx) => {
    await sendBack(tx, coordinator, publication, { edition: 1, reason: 'x' })
    due = [publishDue(db), publishDue(db)]
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  expect(await Promise.all(due)).toEqual([0, 0])
  expect((await editions())[0]?.published_at).toBeNull()
})

const audience = async () => {
  const decided = db.selectFrom('decision').select(['reach', 'audience']).orderBy('id', 'desc')
  return decided.executeTakeFirst()
}

/** Registers a decision, and while that is going on does something else. */
async function whileDeciding(work: (tx: Tx) => Promise<unknown>) {
  let other: Promise<unknown> | undefined
  await act(async (tx) => {
    await decideEdition(tx, coordinator, publication, 1, { body: 'Nämnden' })
    other = act(work)
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  await other
}

test('a decision that is registered while its report is published is let out with it', async () => {
  await sendNow(db, publication)
  await whileDeciding((tx) => publishEdition(tx, coordinator, publication, now))
  expect(await audience()).toEqual({ reach: 'public', audience: 'public' })
})

test('a decision that is registered while its collaboration is narrowed follows it', async () => {
  await act((tx) => publish(tx, coordinator, publication))
  const { version } = await db
    .selectFrom('collaboration')
    .select('version')
    .where('id', '=', collaboration.id)
    .executeTakeFirstOrThrow()
  await whileDeciding((tx) =>
    changeCollaborationReach(tx, coordinator, collaboration.id, { reach: 'parties', version })
  )
  expect(await audience()).toEqual({ reach: 'public', audience: 'parties' })
})
