import { beforeAll, describe, expect, test } from 'vitest'
import { cli, visitor, type Actor } from '#server/domain/people/actor.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { read } from '#server/platform/forms/fields.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { rolesRound } from '#tests/publications/roles.ts'
import { addDocument } from '../../documents/changing.ts'
import { changePublication, createPublication } from '../composing.ts'
import { publish } from '../editions/publishing.ts'
import { withdraw } from '../editions/withdrawing.ts'
import { listAnnexes, listAnnexesToEdit } from './annexes.ts'
import { addAnnex, annexNewDocument, changeAnnex, moveAnnex, removeAnnex } from './changing.ts'
import { newAnnex } from './fields.ts'

const db = await testDatabase()
let roles: ReturnType<typeof rolesRound>
const ids = { report: '', other: '', public: '', own: '' }

beforeAll(async () => {
  const { collaboration, maker } = await makePromise(db, [])
  roles = rolesRound(collaboration, maker)
  await write(db, cli, async (tx) => {
    for (const slug of ['report', 'other'] as const)
      ids[slug] = await createPublication(tx, cli, {
        collaboration,
        template: 'final_follow_up',
        title: slug,
        slug
      })
    for (const reach of ['public', 'own'] as const)
      ids[reach] = await addDocument(tx, cli, collaboration, { title: `Dokument ${reach}`, reach })
  })
})

const act = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
const document = (id: Id) => ({ what: { kind: 'document' as const, id } })
const page = (title: string) => ({ title, url: 'https://kvarter.example/omraden' })
const add = (annex: Parameters<typeof addAnnex>[3]) => act((tx) => addAnnex(tx, cli, ids.report, annex))
const titles = async (actor: Actor = cli) =>
  (await listAnnexes(db, actor, ids.report)).map(({ title }) => title)

describe('annexes', () => {
  test('are documents, other publications and addresses, by their own titles or by what they are', async () => {
    await add(document(ids.public))
    await add({ what: { kind: 'publication', id: ids.other }, title: 'Förra årets rapport' })
    await add({ url: 'https://kvarter.example/omraden' })
    expect(await listAnnexes(db, cli, ids.report)).toMatchObject([
      { title: 'Dokument public', ownTitle: null, document: { id: ids.public, file: null } },
      { title: 'Förra årets rapport', publication: { slug: 'other', title: 'other' } },
      { title: 'https://kvarter.example/omraden', url: 'https://kvarter.example/omraden' }
    ])
  })

  test('that a reader may not read are left out; those who compile are told', async () => {
    await add(document(ids.public))
    await add(document(ids.own))
    await add({ what: { kind: 'publication', id: ids.other } })
    expect(await titles(visitor)).toEqual(['Dokument public'])
    const edited = await listAnnexesToEdit(db, cli, visitor, ids.report)
    expect(edited.map(({ title, shown }) => [title, shown])).toEqual([
      ['Dokument public', true],
      ['Dokument own', false],
      ['other', false]
    ])
  })

  test('go by the title that readers have, whatever is written on meanwhile', async () => {
    await add({ what: { kind: 'publication', id: ids.other } })
    await act((tx) => publish(tx, cli, ids.other))
    await act((tx) =>
      changePublication(tx, cli, ids.other, { version: 1, title: 'Arbetsnamn', reach: 'public' })
    )
    expect(await titles(visitor)).toEqual(['other'])
  })

  test('that are withdrawn reports are left out, but for those who read the whole', async () => {
    await add({ what: { kind: 'publication', id: ids.other } })
    await act((tx) => publish(tx, cli, ids.other))
    await act((tx) => withdraw(tx, cli, ids.other, { edition: 1, reason: 'Fel.' }))
    expect(await titles(visitor)).toEqual([])
    expect(await titles()).toEqual(['other'])
  })

  test('move a step at a time, and stay at the ends', async () => {
    const [one = '', two = ''] = [await add(page('1')), await add(page('2')), await add(page('3'))]
    const move = (id: Id, direction: 'up' | 'down', position: number) =>
      act((tx) => moveAnnex(tx, cli, id, { direction, position }))
    await move(one, 'down', 0)
    expect(await titles()).toEqual(['2', '1', '3'])
    // A second press of the same button.
    await move(one, 'down', 0)
    await move(two, 'up', 0)
    expect(await titles()).toEqual(['2', '1', '3'])
    await act((tx) => removeAnnex(tx, cli, ids.report, one))
    await act((tx) => removeAnnex(tx, cli, ids.report, one))
    await add(page('4'))
    expect(await titles()).toEqual(['2', '3', '4'])
  })

  test('sent twice are there once, and changed by two are told of', async () => {
    const id = newId()
    await add({ id, ...page('1') })
    await add({ id, ...page('1') })
    expect(await titles()).toEqual(['1'])
    await act((tx) => changeAnnex(tx, cli, id, { title: 'Ny', version: 1 }))
    const late = act((tx) => changeAnnex(tx, cli, id, { title: 'Sen', version: 1 }))
    await expect(late).rejects.toThrow(Conflict)
  })

  test('are neither the report itself nor anything unseen', async () => {
    await expect(add({ what: { kind: 'publication', id: ids.report } })).rejects.toThrow(Invalid)
    await expect(add(document(newId()))).rejects.toThrow(Invalid)
  })
})

describe('what was written', () => {
  const what = 'document:01900000-0000-7000-8000-000000000000'
  const url = 'https://kvarter.example'
  test.each([
    [{ what }, 'ok'],
    [{ url }, 'ok'],
    [{}, { what: 'required' }],
    [{ what, url }, { url: 'two_annexes' }],
    [{ what: 'person:01900000-0000-7000-8000-000000000000' }, { what: 'not_a_choice' }],
    [{ what: `${what}:more` }, { what: 'not_a_choice' }],
    [{ url: 'javascript:alert(1)' }, { url: 'not_an_address' }]
  ])('%o', (written, expected) => {
    const reading = read(newAnnex, written)
    expect(reading.ok ? 'ok' : reading.errors).toEqual(expected)
  })
})

describe('rights', () => {
  const may = ['coordinator of the collaboration', 'coordinator of all', 'administrator', 'command line']
  const readers = ['reader of the collaboration', 'reader of all']
  test.each([
    'visitor',
    'signed in without a role',
    'representative of a party',
    'coordinator of another',
    ...readers,
    ...may
  ])('%s', async (role) => {
    const actor = roles[role as keyof typeof roles]
    const id = await add(page('1'))
    const tries: ((tx: Tx) => Promise<unknown>)[] = [
      (tx: Tx) => addAnnex(tx, actor, ids.report, page('2')),
      (tx: Tx) => changeAnnex(tx, actor, id, { title: 'Ny', version: 1 }),
      (tx: Tx) => moveAnnex(tx, actor, id, { direction: 'up', position: 0 }),
      (tx: Tx) => removeAnnex(tx, actor, ids.report, id)
    ]
    for (const attempt of tries)
      if (may.includes(role)) await act(attempt)
      // A draft is not to be seen by others than those who read the collaboration whole.
      else await expect(act(attempt)).rejects.toThrow(readers.includes(role) ? NotAllowed : NotFound)
  })
})

describe('a new document', () => {
  test('is filed in its year and is the last annex; sent twice it is one of each', async () => {
    const form = { id: newId(), title: 'Underlag', kind: 'Bilaga', year: 2026, reach: 'public' as const }
    const annex = () => act((tx) => annexNewDocument(tx, cli, ids.report, form))
    const once = await annex()
    expect(await annex()).toBe(once)
    expect((await listAnnexes(db, visitor, ids.report)).at(-1)).toMatchObject({
      ...{ id: once, title: 'Underlag' },
      document: { id: form.id, kind: 'Bilaga', year: 2026, file: null }
    })
    const filed = await db.selectFrom('document').select('id').where('title', '=', 'Underlag').execute()
    expect(filed).toEqual([{ id: form.id }])
  })

  test('is annexed by those who compile the report, and nobody else', async () => {
    const form = { title: 'Underlag två', reach: 'public' as const }
    const by = (actor: Actor) => write(db, actor, (tx) => annexNewDocument(tx, actor, ids.report, form))
    await expect(by(visitor)).rejects.toBeInstanceOf(NotFound)
    await expect(by(roles['reader of the collaboration'])).rejects.toBeInstanceOf(NotAllowed)
  })
})
