import { tmpdir } from 'node:os'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from '#server/platform/log/log.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { readSettings } from '#server/platform/settings/settings.ts'
import { testDatabase } from '#tests/database.ts'
import { secrets } from '#tests/round.ts'
import { cli } from '../domain/people/actor.ts'
import type { House } from './house.ts'
import { seedUnlessBegun } from './seeding.ts'

const db = await testDatabase()

test('the demonstration world is not loaded where people work already, though nothing is called anything yet', async () => {
  await write(db, cli, (tx) =>
    tx.insertInto('person').values({ id: newId(), name: 'Någon', mail: 'nagon@kommunen.example' }).execute()
  )
  const settings = readSettings({ DATA_DIR: mkdtempSync(join(tmpdir(), 'kvarter-')) })
  const house = { db, secrets, settings, log: openLog('silent') } as unknown as House
  expect(await seedUnlessBegun(house)).toBe(false)
  expect(await db.selectFrom('installation').selectAll().execute()).toEqual([])
})
