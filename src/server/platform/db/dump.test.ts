import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadWorld } from '#story/load.ts'
import { world } from '#story/world.ts'
import { emptyDatabase, freshDatabase } from '#tests/database.ts'
import { reportsOnTheirWay } from '#tests/entrances/reports.ts'
import { uploadTo } from '#tests/uploaded.ts'
import { secretsFrom } from '../secrets/secrets.ts'
import type { Connection } from './connection.ts'
import { openDatabase } from './database.ts'
import { dump } from './dump.ts'
import { newId } from './ids.ts'
import { load } from './load.ts'
import { migrate } from './migrate.ts'
import { write } from './write.ts'

const { db, connection } = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'kvarter-dump-'))
const file = join(folder, 'dump')
const awkward = 'Ett ställe\twith \\. and \\N\n\\.\n{"end":true} 🏠'
const cli = { record: { via: 'cli' as const } }
const [child, parent] = [newId(), newId()]

beforeAll(async () => {
  await sql`select ensure_history_month(current_date)`.execute(db)
  await write(db, cli, async (tx) => {
    await tx.insertInto('installation').values({ name: awkward }).execute()
    await tx.insertInto('organisation').values(organisation(child, 'a')).execute()
    await tx.insertInto('organisation').values(organisation(parent, 'b')).execute()
    // Rows lie in the order they were written, and this one before what it refers to.
    await tx.updateTable('organisation').set({ parent_id: parent }).where('id', '=', child).execute()
    const everyByte = Buffer.from(Array.from({ length: 100_000 }, (_, n) => n % 256))
    const photo = { id: newId(), sha256: Buffer.alloc(32, 92), type: 'image/jpeg', content: everyByte }
    await tx.insertInto('file').values(photo).execute()
    for (let n = 0; n < 3000; n++) {
      await tx
        .insertInto('organisation')
        .values({ ...organisation(newId(), `nr-${n}`), aliases: [awkward] })
        .execute()
    }
  })
  await dump(connection, file)
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('a dump', () => {
  test('loads into an empty place, the same in every row', async () => {
    const place = await emptyDatabase()
    const loaded = await load(place, file)
    const again = join(folder, 'again')
    expect(await dump(place, again)).toEqual({ rows: loaded.rows, tables: loaded.tables })
    expect(sortedLines(again)).toEqual(sortedLines(file))
  })

  test(
    'of the whole story, with frozen reports and their files, loads the same in every row',
    { timeout: 120_000 },
    async () => {
      const told = await freshDatabase()
      await loadWorld(told.db, secretsFrom(Buffer.alloc(32)), world)
      const collaboration = await anyCollaboration(told.db)
      await reportsOnTheirWay(told.db, collaboration)
      await uploadTo(told.db, collaboration, 'det uppladdade')
      const [before, after] = [join(folder, 'told'), join(folder, 'retold')]
      const { rows } = await dump(told.connection, before)
      const place = await emptyDatabase()
      await load(place, before)
      await dump(place, after)
      expect(rows).toBeGreaterThan(1000)
      const dumped = gunzipSync(readFileSync(after)).toString()
      for (const said of ['webbsida 1', 'det uppladdade'])
        expect(dumped).toContain(Buffer.from(said).toString('hex'))
      expect(sortedLines(after)).toEqual(sortedLines(before))
    }
  )

  test('leaves keys, triggers and counters as they were', async () => {
    const place = await emptyDatabase()
    await load(place, file)
    const there = openDatabase(place)
    try {
      const orphan = write(there, cli, (tx) =>
        tx
          .insertInto('organisation')
          .values({ ...organisation(newId(), 'c'), parent_id: newId() })
          .execute()
      )
      await expect(orphan).rejects.toThrow('foreign key')
      const nobody = there.insertInto('organisation').values(organisation(newId(), 'd')).execute()
      await expect(nobody).rejects.toThrow('a write without an actor')
      const before = await latestHistory(there)
      await write(there, cli, (tx) =>
        tx.insertInto('organisation').values(organisation(newId(), 'e')).execute()
      )
      expect(await latestHistory(there)).toBeGreaterThan(before)
    } finally {
      await there.destroy()
    }
  })

  test('is for its owner alone', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})

describe('nothing is loaded', () => {
  const refused = async (bytes: Buffer, reason: string | RegExp) => {
    const broken = join(folder, 'broken')
    writeFileSync(broken, bytes)
    const place = await emptyDatabase()
    await expect(load(place, broken)).rejects.toThrow(reason)
    expect(await countOrganisations(place)).toBe(0)
  }

  test.each([0.1, 0.5, 0.9, 0.999])('of a file cut off at %d of its length', async (part) => {
    const whole = readFileSync(file)
    await refused(whole.subarray(0, whole.length * part), /cut off/)
  })

  test('of a file that lacks its end', async () => {
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')
    await refused(gzipSync(`${lines.slice(0, -1).join('\n')}\n`), /cut off/)
  })

  test('of a file that lacks a row', async () => {
    const text = gunzipSync(readFileSync(file)).toString()
    await refused(gzipSync(text.replace(/^.*\tnr-7\t.*\n/m, '')), /Of organisation, 3001 rows of 3002/)
  })

  test('of a file whose row refers to nothing', async () => {
    const text = gunzipSync(readFileSync(file)).toString()
    const row = new RegExp(`^${child}\\t.*$`, 'm')
    await refused(gzipSync(text.replace(row, (line) => line.replace(parent, newId()))), 'foreign key')
  })

  test.each([
    ['a text', Buffer.from('hello\n')],
    ['nothing', Buffer.alloc(0)],
    ['another gzip file', gzipSync('hello\n')],
    ['another JSON file', gzipSync('{"a":1}\n')]
  ])('of %s', async (_what, bytes) => {
    await refused(bytes, /not a dump|cut off/)
  })

  test('into a place where there is something', async () => {
    await expect(load(connection, file)).rejects.toThrow('empty database only')
  })
})

const anyCollaboration = async (place: typeof db): Promise<string> => {
  const { id } = await place.selectFrom('collaboration').select('id').limit(1).executeTakeFirstOrThrow()
  return id
}

const organisation = (id: string, slug: string) => ({ id, slug, name: slug, kind: 'other' })

const sortedLines = (dumped: string): string[] =>
  gunzipSync(readFileSync(dumped)).toString().split('\n').slice(1).sort()

async function latestHistory(place: typeof db): Promise<number> {
  const { latest } = await place
    .selectFrom('history')
    .select((eb) => eb.fn.max('id').as('latest'))
    .executeTakeFirstOrThrow()
  return latest
}

async function countOrganisations(place: Connection): Promise<number> {
  await migrate(place)
  const there = openDatabase(place)
  const all = await there.selectFrom('organisation').select('id').execute()
  await there.destroy()
  return all.length
}
