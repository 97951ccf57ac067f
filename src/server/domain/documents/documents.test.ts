import { beforeAll, describe, expect, test } from 'vitest'
import { cli, visitor, type Actor } from '#server/domain/people/actor.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import type { ReceivedFile } from '#server/platform/files/receiving.ts'
import { read } from '#server/platform/forms/fields.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { rolesRound } from '#tests/publications/roles.ts'
import { addAnnex } from '../publications/annexes/changing.ts'
import { piecesOf } from '../files/files.ts'
import { createPublication } from '../publications/composing.ts'
import { addDocument, changeDocument, removeDocument } from './changing.ts'
import { listAllDocuments, listDocuments, listDocumentShelves } from './documents.ts'
import { changedDocument, newDocument } from './fields.ts'
import { findUpload, listFormerUploads } from './finding.ts'

const db = await testDatabase()
let collaboration: Id
let roles: ReturnType<typeof rolesRound>

beforeAll(async () => {
  const promise = await makePromise(db, [])
  collaboration = promise.collaboration
  roles = rolesRound(collaboration, promise.maker)
})

const act = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
const pdf = (said: string, name = 'Rapport.pdf'): ReceivedFile => ({
  name,
  type: 'application/pdf',
  bytes: Buffer.from(`%PDF-1.7 ${said}`),
  width: null,
  height: null
})
const named = { title: 'Årsrapport 2014', year: 2014 }
const add = (more: object = {}) => act((tx) => addDocument(tx, cli, collaboration, { ...named, ...more }))
const asWritten = {
  ...named,
  kind: null,
  dated_on: null,
  case_number: null,
  url: null,
  note: null,
  reach: 'public' as const
}
const change = (id: Id, version: number, more: object = {}) =>
  act((tx) => changeDocument(tx, cli, id, { ...asWritten, version, ...more }))
const countFiles = async () => (await db.selectFrom('file').select('id').execute()).length

async function bytesOf(id: Id, size: number): Promise<string> {
  const whole = await new Response(piecesOf(db, id, size)).arrayBuffer()
  return Buffer.from(whole).toString()
}

describe('a document', () => {
  test('is only named until its file comes', async () => {
    const id = await add()
    expect(await listDocuments(db, visitor, collaboration)).toMatchObject([{ id, file_id: null }])
    await expect(findUpload(db, visitor, id)).rejects.toThrow(NotFound)
    await change(id, 1, { file: pdf('först') })
    const { id: file, size, name } = await findUpload(db, visitor, id)
    expect([await bytesOf(file, size), name]).toEqual(['%PDF-1.7 först', 'Rapport.pdf'])
  })

  test('keeps what it was when another file takes its place, and what it told of leads there still', async () => {
    const id = await add({ file: pdf('först', 'först.pdf') })
    const { id: first } = await findUpload(db, visitor, id)
    await change(id, 1, { file: pdf('sedan', 'sedan.pdf') })
    expect(await findUpload(db, visitor, id)).toMatchObject({ name: 'sedan.pdf' })
    expect(await findUpload(db, visitor, id, first)).toMatchObject({ name: 'först.pdf' })
    expect(await listFormerUploads(db, cli, id)).toMatchObject([{ id: first, name: 'först.pdf' }])
    await change(id, 2, { file: pdf('först', 'först igen.pdf') })
    expect(await findUpload(db, visitor, id)).toMatchObject({ id: first, name: 'först igen.pdf' })
    const history = await db.selectFrom('history').select('id').where('row_id', '=', id).execute()
    expect(history).toHaveLength(3)
  })

  test('opened to more with another file keeps the first from them', async () => {
    const id = await add({ reach: 'own', file: pdf('HEMLIGT') })
    const { id: first } = await findUpload(db, cli, id)
    await change(id, 1, { reach: 'public', file: pdf('maskat') })
    expect(await findUpload(db, visitor, id)).toMatchObject({ audience: 'public' })
    await expect(findUpload(db, visitor, id, first)).rejects.toThrow(NotFound)
    expect(await findUpload(db, cli, id, first)).toMatchObject({ id: first })
    const { id: second } = await findUpload(db, visitor, id)
    await change(id, 2, { reach: 'public', file: pdf('tredje') })
    expect(await findUpload(db, visitor, id, second)).toMatchObject({ id: second })
  })

  test('keeps its file when its words are changed', async () => {
    const id = await add({ file: pdf('samma') })
    await change(id, 1, { title: 'Annan titel' })
    expect(await findUpload(db, visitor, id)).toMatchObject({ name: 'Rapport.pdf' })
  })

  test('is only named again when its file is taken away, and no bytes are left', async () => {
    const before = await countFiles()
    const id = await add({ file: pdf('ett') })
    await change(id, 1, { file: pdf('två') })
    await change(id, 2, { remove_file: true })
    expect(await listDocuments(db, visitor, collaboration)).toMatchObject([{ id, file_id: null }])
    expect(await countFiles()).toBe(before)
  })

  test('shares bytes with another: those stay until nobody has them', async () => {
    const before = await countFiles()
    const one = await add({ file: pdf('samma', 'ett.pdf') })
    const other = await add({ title: 'Annan', file: pdf('samma', 'två.pdf') })
    expect(await countFiles()).toBe(before + 1)
    await act((tx) => removeDocument(tx, cli, collaboration, one))
    expect(await findUpload(db, visitor, other)).toMatchObject({ name: 'två.pdf' })
    await act((tx) => removeDocument(tx, cli, collaboration, other))
    expect(await countFiles()).toBe(before)
  })

  test('sent twice is there once', async () => {
    const id = newId()
    await add({ id, file: pdf('en gång') })
    await add({ id, file: pdf('en gång') })
    expect(await listDocuments(db, visitor, collaboration)).toHaveLength(1)
  })

  test('changed by two keeps nothing of the later one, its file neither', async () => {
    const id = await add()
    await change(id, 1, { title: 'Först' })
    const before = await countFiles()
    await expect(change(id, 1, { title: 'Sedan', file: pdf('sedan') })).rejects.toThrow(Conflict)
    expect(await countFiles()).toBe(before)
  })

  test('stays as long as a report has it for an annex', async () => {
    const id = await add()
    await act(async (tx) => {
      const made = { collaboration, template: 'final_follow_up' as const, title: 'x', slug: 'x' }
      const publication = await createPublication(tx, cli, made)
      await addAnnex(tx, cli, publication, { what: { kind: 'document', id } })
    })
    await expect(act((tx) => removeDocument(tx, cli, collaboration, id))).rejects.toThrow(Invalid)
  })

  test('that is large is read a piece at a time', async () => {
    const large = { ...pdf(''), bytes: Buffer.alloc(2_500_000, 'abcdefg') }
    const { id: file, size } = await findUpload(db, visitor, await add({ file: large }))
    expect(size).toBe(2_500_000)
    expect(Buffer.from(await bytesOf(file, size)).equals(large.bytes)).toBe(true)
  })
})

describe('what was written', () => {
  const written = { title: 'Årsrapport', reach: 'public' }

  test('a file that could not be taken is an error of its field', () => {
    const file = { ok: false, fault: 'macros' }
    expect(read(newDocument, { ...written, file })).toEqual({ ok: false, errors: { file: 'macros' } })
  })

  test.each(['text', ['a', 'b'], undefined, null, ''])('%s in place of a file is no file', (file) => {
    expect(read(newDocument, { ...written, file })).toMatchObject({ ok: true, value: { file: null } })
  })

  test('the year of a day', () => {
    const reading = read(changedDocument, { ...written, version: '1', dated_on: '2013-06-30' })
    expect(reading).toMatchObject({ ok: true, value: { year: 2013 } })
  })
})

describe('the list of all', () => {
  test('is by year, narrowed, and a page at a time', async () => {
    for (const year of [2012, 2014, 2013, null, 2014])
      await add({ title: `År ${year}`, year, kind: year === 2014 ? 'Årsrapport' : 'Delårsrapport' })
    const all = await listAllDocuments(db, visitor, { limit: 10 })
    expect(all.map(({ year }) => year)).toEqual([2014, 2014, 2013, 2012, null])
    const first = await listAllDocuments(db, visitor, { limit: 2 })
    expect(first).toHaveLength(3)
    const rest = await listAllDocuments(db, visitor, { limit: 10, after: first[1]?.id })
    expect(rest.map(({ year }) => year)).toEqual([2013, 2012, null])
    expect(await listAllDocuments(db, visitor, { limit: 10, year: 2013 })).toHaveLength(1)
    expect(await listAllDocuments(db, visitor, { limit: 10, kind: 'Årsrapport' })).toHaveLength(2)
    expect(await listAllDocuments(db, visitor, { limit: 10, collaboration: 'annan' })).toEqual([])
    expect(await listDocumentShelves(db, visitor)).toMatchObject({
      years: [2014, 2013, 2012],
      kinds: ['Delårsrapport', 'Årsrapport'],
      collaborations: [{ name: 'Löftet' }]
    })
  })
})

const reaches = ['public', 'parties', 'own'] as const
const reading: Record<string, readonly string[]> = {
  visitor: ['public'],
  'signed in without a role': ['public'],
  'representative of a party': ['public', 'parties'],
  'reader of the collaboration': reaches,
  'coordinator of the collaboration': reaches,
  'coordinator of another': ['public'],
  'reader of all': reaches,
  'coordinator of all': reaches,
  administrator: reaches,
  'command line': reaches
}
const changing = ['coordinator of the collaboration', 'coordinator of all', 'administrator', 'command line']

describe('rights', () => {
  const everyone = Object.entries(reading).map(([role, may]) => [role, may] as const)
  const actorOf = (role: string): Actor => roles[role as keyof typeof roles]

  test.each(everyone)('%s reads what is %s, listed and as bytes', async (role, may) => {
    const ids = new Map<string, Id>()
    for (const reach of reaches) ids.set(reach, await add({ title: reach, reach, file: pdf(reach) }))
    const actor = actorOf(role)
    const opened = await Promise.all(
      reaches.map((reach) =>
        findUpload(db, actor, ids.get(reach) ?? '').then(
          () => reach,
          () => null
        )
      )
    )
    expect(opened.filter((reach) => reach !== null)).toEqual(may)
    expect((await listDocuments(db, actor, collaboration)).map(({ title }) => title)).toEqual(may)
    expect((await listAllDocuments(db, actor, { limit: 9 })).map(({ title }) => title)).toEqual(may)
    expect((await listDocumentShelves(db, actor)).years).toEqual([2014])
    const narrow = ids.get('own') ?? ''
    if (!may.includes('own')) expect(await listFormerUploads(db, actor, narrow)).toEqual([])
  })

  test.each(everyone)('%s changes them or not', async (role) => {
    const actor = actorOf(role)
    const id = await add()
    const tries: ((tx: Tx) => Promise<unknown>)[] = [
      (tx: Tx) => addDocument(tx, actor, collaboration, named),
      (tx: Tx) => changeDocument(tx, actor, id, { ...asWritten, version: 1, file: pdf('annan') }),
      (tx: Tx) => removeDocument(tx, actor, collaboration, id)
    ]
    for (const attempt of tries)
      if (changing.includes(role)) await act(attempt)
      else await expect(act(attempt)).rejects.toThrow(NotAllowed)
  })

  test('what is not to be seen is not found', async () => {
    const id = await add({ reach: 'own' })
    const attempt = (tx: Tx) => changeDocument(tx, visitor, id, { ...asWritten, version: 1 })
    await expect(act(attempt)).rejects.toThrow(NotFound)
  })
})
