import { execFile, execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findDraft } from '#server/domain/answers/drafts.ts'
import { saveDraft } from '#server/domain/answers/saving.ts'
import { findLink, type LinkActor } from '#server/domain/links/links.ts'
import { addPhoto } from '#server/domain/answers/photos.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { dump } from '#server/platform/db/dump.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { projectRoot } from '#server/platform/settings/settings.ts'
import { roles } from '../entrances/roles.ts'
import { table } from '../entrances/table.ts'
import { openKvarter, type Kvarter } from '../journeys/kvarter.ts'
import { openFrontDoor, type FrontDoor } from './front-door.ts'

const mark = `Ugglemärket${newId()}`
/** As it may come out: in clear, as an entity, in an address, or escaped in data. */
const traces = [
  mark,
  mark.replace('ä', '&#228;'),
  mark.replace('ä', '\\u00e4'),
  encodeURIComponent(mark),
  JSON.stringify(mark).slice(1, -1)
]
const isTraced = (text: string): boolean => traces.some((trace) => text.includes(trace))

const written = {
  degree: 'partly',
  done: `${mark} gjordes`,
  learnt: mark,
  'figures.0.qualifier': 'about',
  'figures.0.value': '12',
  'figures.0.unit': mark
}

async function leaveDraft(db: Db, secrets: Secrets, token: string, item: string): Promise<LinkActor> {
  const { actor } = await findLink(db, token)
  const standing = await findDraft(db, actor, item, secrets)
  await write(db, actor, (tx) => saveDraft(tx, actor, { item, mark: standing?.mark ?? '', written }, secrets))
  expect((await findDraft(db, actor, item, secrets))?.written['done']).toContain(mark)
  await leavePhoto(db, secrets, token, item)
  return actor
}

async function leavePhoto(db: Db, secrets: Secrets, token: string, item: string): Promise<void> {
  const { actor } = await findLink(db, token)
  const photo = { bytes: Buffer.from(mark), type: 'image/jpeg', width: 16, height: 12 } as const
  await write(db, actor, (tx) => addPhoto(tx, actor, { item, photo }, secrets))
}

/** The server writes beside its socket where it keeps what it has. */
function dataFolder(connection: Connection): string {
  if ('connectionString' in connection) return ''
  const { host, port } = connection
  return readFileSync(`${host}/.s.PGSQL.${port}.lock`, 'utf8').split('\n')[1] ?? ''
}

describe('a draft is told by no entrance but its own', () => {
  let door: FrontDoor
  beforeAll(async () => {
    door = await openFrontDoor()
    await leaveDraft(door.db, door.secrets, door.known.token, door.known.waiting.id)
  })
  afterAll(() => door.close())

  const whole = async (response: Response): Promise<string> =>
    JSON.stringify([...response.headers]) + Buffer.from(await response.arrayBuffer()).toString('latin1')
  const toldBy = async (response: Response): Promise<boolean> =>
    isTraced(Buffer.from(await whole(response), 'latin1').toString('utf8'))

  test('which does tell it', async () => {
    const { token, waitingNumber } = door.known
    expect(await toldBy(await door.ask(`/svara/${token}/${String(waitingNumber)}`))).toBe(true)
  })

  test.each(Object.entries(table))('%s', async (entrance, cases) => {
    const method = entrance.split(' ')[0] ?? 'GET'
    for (const way of [cases].flat()) {
      const path = typeof way.path === 'string' ? way.path : way.path(door.known)
      if (path.includes(door.known.token)) continue
      for (const role of roles)
        expect([path, role, await door.knock(method, way, role, toldBy)]).toEqual([path, role, false])
    }
  })

  test('nor by another’s personal link', async () => {
    const { rows: links } = await sql<{ id: string; generation: number }>`
      select link.id, link.generation from link join responder on responder.id = link.responder_id
      where responder.space_id <> ${door.known.space.id} order by link.id`.execute(door.db)
    for (const link of links) {
      const home = `/svara/${tokenOf(door.secrets, link)}`
      const own = [String(door.known.waitingNumber), 'skicka', `bilder/${door.known.photo}`]
      for (const path of [home, ...own.map((place) => `${home}/${place}`)])
        expect(await toldBy(await door.ask(path))).toBe(false)
    }
    expect(links.length).toBeGreaterThan(5)
  })
})

describe('a draft is told by nothing beside the pages', () => {
  let kvarter: Kvarter
  let token = ''
  beforeAll(async () => {
    kvarter = await openKvarter({ log: 'trace' })
    const { db, secrets } = kvarter
    const { rows } = await sql<{ id: string; generation: number; item_id: string; number: number }>`
      select link.id, link.generation, item.id as item_id, commitment.number
      from link join link_item on link_item.link_id = link.id join round_item item on item.id = link_item.item_id
      join round on round.id = item.round_id and round.state = 'open' join commitment on commitment.id = item.commitment_id
      where not exists (select from report where item_id = item.id) and not exists (select from draft where item_id = item.id)
      limit 1`.execute(db)
    const [link] = rows
    if (!link) throw new Error('the story has nothing left to answer')
    token = tokenOf(secrets, link)
    const path = `${kvarter.origin}/svara/${token}/${link.number}?/save`
    const headers = { origin: kvarter.origin, accept: 'text/html' }
    const body = new URLSearchParams({ ...written, mark: '' })
    const init = { method: 'POST', redirect: 'manual' as const, headers, body }
    expect((await fetch(path, init)).status).toBe(303)
    await leavePhoto(db, secrets, token, link.item_id)
    // What goes wrong is told in the log; not what was written.
    await fetch(path, {
      ...init,
      body: new URLSearchParams({ ...written, mark: 'felaktig', learnt: `${mark} 850101-1236` })
    })
    await fetch(`${kvarter.origin}/svara/${token}?${new URLSearchParams({ x: mark })}`)
  })
  afterAll(() => kvarter.close())

  test('no column of any table', async () => {
    const { rows } = await sql<{ table_name: string; column_name: string; data_type: string }>`
      select c.table_name, c.column_name, c.data_type from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`.execute(kvarter.db)
    expect(rows.length).toBeGreaterThan(200)
    for (const { table_name, column_name, data_type } of rows) {
      const column = sql.ref(column_name)
      const hit =
        data_type === 'bytea'
          ? sql`position(convert_to(${mark}, 'UTF8') in ${column}) > 0`
          : sql`position(${mark} in ${column}::text) > 0`
      const found = await sql`select from ${sql.table(table_name)} where ${hit} limit 1`.execute(kvarter.db)
      expect([table_name, column_name, found.rows.length]).toEqual([table_name, column_name, 0])
    }
  })

  test('no dump', async () => {
    const file = join(tmpdir(), `kvarter-secrecy-${process.pid}.dump`)
    await dump(kvarter.connection, file)
    const lines = gunzipSync(readFileSync(file)).toString('utf8')
    rmSync(file)
    expect(lines).toContain('Exempelkvarteret')
    expect(isTraced(lines)).toBe(false)
  })

  test.skipIf('connectionString' in inject('database').server)(
    'no file of the database, its log of writes among them',
    () => {
      const folder = dataFolder(kvarter.connection)
      const search = (text: string) =>
        execFileSync('sh', ['-c', 'grep -rlaF -- "$1" "$2" || true', 'sh', text, folder], {
          encoding: 'utf8'
        })
      expect(search('Exempelkvarteret')).not.toBe('')
      expect(search(mark)).toBe('')
    }
  )

  test.each(['doctor', 'sign-in-link coordinator', 'sign-in-link administrator', '--help'])(
    'not the command %s',
    async (command) => {
      const file = join(projectRoot, 'src/server/cli/kvarter.ts')
      const told = await promisify(execFile)(process.execPath, [file, ...command.split(' ')], {
        env: { ...process.env, ...kvarter.environment }
      }).catch((error: { stdout: string; stderr: string }) => error)
      expect(told.stdout + told.stderr).not.toBe('')
      expect(isTraced(told.stdout + told.stderr)).toBe(false)
    }
  )

  test('not the log, where everything is told', async () => {
    const told = kvarter.complaints().join('\n')
    expect(told).toContain('"level"')
    expect(isTraced(told)).toBe(false)
    expect(told.includes(token)).toBe(false)
  })
})
