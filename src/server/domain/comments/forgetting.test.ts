import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { cli } from '#server/domain/people/actor.ts'
import { publish } from '#server/domain/publications/editions/publishing.ts'
import { setClock } from '#server/platform/clock.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { askedReader, letter, reportToRead, tokenOfReader } from '#tests/read-report.ts'
import { secrets } from '#tests/round.ts'
import { askReaders } from './asking.ts'
import { listAskable } from './choosing.ts'
import { addComment } from './commenting.ts'
import { listReaders } from './following.ts'
import { forgetReaders } from './forgetting.ts'
import { listComments } from './listing.ts'
import { readerMail } from './mailing.ts'
import { findReader, type ReaderActor } from './readers.ts'
import { mendReader, sendReadingAgain } from './sending.ts'
import { settleComment } from './settling.ts'

const db = await testDatabase()
const mail = 'eva@bolaget.example'
let world: Awaited<ReturnType<typeof reportToRead>>
let eva: ReaderActor
let token: string

beforeAll(async () => {
  setClock(new Date('2027-01-10T09:00:00Z'))
  world = await reportToRead(db)
  eva = await askedReader(db, world.publication, { organisation: world.maker })
  token = await tokenOfReader(db, world.publication, mail)
})
beforeEach(() => setClock(new Date('2027-01-10T10:00:00Z')))
afterEach(() => setClock(null))

const said = { kind: 'objection', text: 'Nej.', instead: null, id: null, block: null, about: null } as const
const say = () => write(db, eva, (tx) => addComment(tx, eva, said))
const publishNow = () => write(db, cli, (tx) => publish(tx, cli, world.publication))
const names = async () => (await listReaders(db, cli, world.report)).map(({ name }) => name)

/** Every row of every table that holds the words. */
async function rowsWith(words: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: holding } = await sql`
      select 1 from ${sql.raw(name)} t where to_jsonb(t)::text ilike ${`%${words}%`} limit 1`.execute(db)
    if (holding.length > 0) found.push(name)
  }
  return found
}

test('readers are forgotten 90 days after what they read was published, not before', async () => {
  setClock(new Date('2027-06-01T10:00:00Z'))
  expect(await forgetReaders(db)).toBe(0)
  await publishNow()
  setClock(new Date('2027-08-30T09:59:00Z'))
  expect(await forgetReaders(db)).toBe(0)
  setClock(new Date('2027-08-30T10:01:00Z'))
  expect([await forgetReaders(db), await forgetReaders(db)]).toEqual([1, 0])
  expect(await names()).toEqual([null])
})

test('nowhere is their name or address, in history neither; their words stay, as their organisation’s', async () => {
  await say()
  await publishNow()
  expect(await rowsWith(mail)).toEqual(['publication_reader'])
  setClock(new Date('2027-05-01T10:00:00Z'))
  await forgetReaders(db)
  expect([await rowsWith(mail), await rowsWith('Eva Läsare')]).toEqual([[], []])
  expect(await listComments(db, cli, world.report)).toMatchObject([
    { text: 'Nej.', name: null, organisation: 'Ett bolag' }
  ])
})

test('a draft that never was published forgets them a year after its day', async () => {
  setClock(new Date('2100-01-31T12:00:00Z'))
  expect(await forgetReaders(db)).toBe(0)
  setClock(new Date('2100-02-02T12:00:00Z'))
  expect(await forgetReaders(db)).toBe(1)
})

test('whoever reads the next draft is not forgotten with the former', async () => {
  await publishNow()
  setClock(new Date('2027-05-01T10:00:00Z'))
  await askedReader(db, world.publication, { name: 'Bo', mail: 'bo@bolaget.example' })
  expect(await forgetReaders(db)).toBe(1)
  expect(await names()).toEqual(['Bo', null])
})

test('persons of the house are not forgotten before their account is closed', async () => {
  const person = { id: newId(), name: 'Eva', mail }
  await write(db, cli, (tx) => tx.insertInto('person').values(person).execute())
  await publishNow()
  setClock(new Date('2027-05-01T10:00:00Z'))
  expect(await forgetReaders(db)).toBe(0)
  await write(db, cli, (tx) =>
    tx.updateTable('person').set({ ended_at: new Date() }).where('id', '=', person.id).execute()
  )
  expect(await forgetReaders(db)).toBe(1)
})

test('their link says so and opens nothing; nobody mails, mends or proposes them', async () => {
  const comment = await say()
  await publishNow()
  setClock(new Date('2027-05-01T10:00:00Z'))
  await forgetReaders(db)
  expect((await findReader(db, token)).state).toBe('forgotten')
  const { reader } = eva.reading
  const moved = { name: 'Eva', mail: 'ny@bolaget.example' }
  await expect(write(db, cli, (tx) => sendReadingAgain(tx, cli, reader, secrets))).rejects.toThrow(NotFound)
  await expect(write(db, cli, (tx) => mendReader(tx, cli, reader, moved, secrets))).rejects.toThrow(NotFound)
  await write(db, cli, (tx) => settleComment(tx, cli, { comment, answer: 'Ja.' }))
  expect(await readerMail(db, secrets, reader)).toBeNull()
  expect(await listAskable(db, cli, world.report)).toMatchObject([{ contacts: [] }])
})

test('may be asked again, as somebody else', async () => {
  await publishNow()
  setClock(new Date('2027-05-01T10:00:00Z'))
  await forgetReaders(db)
  const people = [{ name: 'Eva Läsare', mail, organisation: null }]
  expect(
    await write(db, cli, (tx) => askReaders(tx, cli, world.publication, { ...letter, people }, secrets))
  ).toBe(1)
  expect((await findReader(db, token)).state).toBe('forgotten')
})
