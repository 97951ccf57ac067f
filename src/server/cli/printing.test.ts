import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from '#server/platform/log/log.ts'
import { write } from '#server/platform/db/write.ts'
import { readSettings } from '#server/platform/settings/settings.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { sendNow } from '#tests/publications/made.ts'
import { secrets } from '#tests/round.ts'
import { cli } from '../domain/people/actor.ts'
import { createPublication } from '../domain/publications/composing.ts'
import { formats, listFiles, readFacts } from '../domain/publications/editions/files.ts'
import { listUnkept } from '../domain/publications/editions/keeping.ts'
import { publish } from '../domain/publications/editions/publishing.ts'
import type { House } from './house.ts'
import { keepTold, printFiles } from './printing.ts'

const db = await testDatabase()
const settings = readSettings({ DATA_DIR: mkdtempSync(join(tmpdir(), 'kvarter-')) })
const house = { db, secrets, settings, log: openLog('silent') } as unknown as House
const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('an edition that was told without files gets them once, in the bytes that it is printed in when asked for', async () => {
  const { collaboration } = await makePromise(db, [{ title: 'Frukost' }])
  const reportCalled = (slug: string) =>
    write(db, cli, (tx) =>
      createPublication(tx, cli, { collaboration, template: 'brief', title: slug, slug })
    )
  const told = await reportCalled('berattad')
  await write(db, cli, (tx) => publish(tx, cli, told))
  await sendNow(db, await reportCalled('skickad'))
  const unkept = await listUnkept(db)
  expect(unkept).toHaveLength(1)
  expect([await keepTold(house), await keepTold(house)]).toEqual([1, 0])
  for (const { id, ...stamp } of unkept) {
    const asked = await printFiles(house, { ...stamp, facts: await readFacts(db, id) })
    const kept = await listFiles(db, id)
    expect(kept.map(({ format, sha256 }) => [format, sha256])).toEqual(
      formats.map((format) => [format, sumOf(asked[format].bytes)])
    )
  }
}, 60_000)
