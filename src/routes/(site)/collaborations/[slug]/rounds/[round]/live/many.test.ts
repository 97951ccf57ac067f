import { expect, test } from 'vitest'
import { openLog } from '#server/platform/log/log.ts'
import { setRuntime } from '#server/platform/runtime.ts'
import { readSettings } from '#server/platform/settings/settings.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { GET } from './+server.ts'

const db = await testDatabase()

test('one person is told on so many pages at once, and on the rest the page asks now and then', async () => {
  const { roles, round } = await askedWorld(db)
  let listening = 0
  const live = {
    listen: () => {
      listening += 1
      return () => void (listening -= 1)
    },
    close: async () => {}
  }
  setRuntime({ db, secrets, live, log: openLog('silent'), settings: readSettings({ DATA_DIR: '/tmp/none' }) })
  const ask = async (actor = roles.coordinator) =>
    GET({ locals: { actor }, params: { slug: 'tillsammans', round: round.slug } } as unknown as Parameters<
      typeof GET
    >[0])
  const told = await Promise.all(Array.from({ length: 8 }, () => ask()))
  expect(told.map(({ status }) => status)).toEqual(Array(8).fill(200))
  expect((await ask()).status).toBe(204)
  const other = await ask(roles.administrator)
  expect([other.status, listening]).toEqual([200, 9])
  await told[0]?.body?.cancel()
  const again = await ask()
  expect(again.status).toBe(200)
  for (const { body } of [...told.slice(1), other, again]) await body?.cancel()
  expect(listening).toBe(0)
})
