import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { Conflict, Invalid, NotAllowed } from '#server/platform/refusals.ts'
import { read } from '#server/platform/forms/fields.ts'
import { testDatabase } from '#tests/database.ts'
import { ensureAccount } from './accounts.ts'
import { actorFor, cli, visitor, type Actor } from './actor.ts'
import { changePerson, createPerson, endPerson, resumePerson } from './changing.ts'
import { newGrant, newPerson } from './fields.ts'
import { grantRole, withdrawRole } from './granting.ts'
import { findPerson, listPeople } from './people.ts'
import { can } from './permissions.ts'

const db = await testDatabase()
const everywhere = { kind: 'installation', id: null } as const
const described = { name: 'Samordnare', mail: 'samordnare@kvarter.example', position: null, language: null }
const organisation = newId()
let first = ''
let administrator: Actor

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => write(db, actor, work)
const actorOf = async (person: string) =>
  (await actorFor(db, person, { via: 'session', person })) ?? expect.fail('nobody')

beforeEach(async () => {
  first = await as(cli, (tx) =>
    createPerson(tx, cli, { ...described, mail: 'administrator@kvarter.example' })
  )
  await as(cli, (tx) => grantRole(tx, cli, first, { role: 'administrator', scope: everywhere }))
  await as(cli, (tx) =>
    tx
      .insertInto('organisation')
      .values({ id: organisation, slug: 'skolan', name: 'Skolan', kind: 'school' })
      .execute()
  )
  administrator = await actorOf(first)
})

describe('people', () => {
  test('are kept by administrators and nobody else', () => {
    const all = { list: true, create: true, change: true, grant: true, end: true }
    const none = { list: false, create: false, change: false, grant: false, end: false }
    expect(can(administrator)).toEqual(all)
    expect(can(visitor)).toEqual(none)
    expect(can({ ...administrator, administrator: false, coordinates: 'all', reads: 'all' })).toEqual(none)
  })

  test('are not shown to others', async () => {
    await expect(listPeople(db, visitor)).rejects.toThrow(NotAllowed)
    await expect(findPerson(db, visitor, first)).rejects.toThrow(NotAllowed)
    await expect(as(visitor, (tx) => createPerson(tx, visitor, described))).rejects.toThrow(NotAllowed)
  })

  test('are one when the form is sent twice', async () => {
    const id = newId()
    for (const _ of [1, 2])
      await as(administrator, (tx) => createPerson(tx, administrator, { ...described, id }))
    expect(await listPeople(db, administrator)).toHaveLength(2)
  })

  test('have a mail of their own', async () => {
    await as(administrator, (tx) => createPerson(tx, administrator, described))
    const second = as(administrator, (tx) => createPerson(tx, administrator, described))
    await expect(second).rejects.toThrow(new Invalid({ mail: 'taken' }))
  })

  test('are changed by one at a time', async () => {
    const id = await as(administrator, (tx) => createPerson(tx, administrator, described))
    const change = (name: string) =>
      as(administrator, (tx) => changePerson(tx, administrator, id, { ...described, name, version: 1 }))
    await change('Anna')
    await change('Anna')
    await expect(change('Britta')).rejects.toThrow(Conflict)
  })

  test('leave neither name nor mail in history', async () => {
    await as(administrator, (tx) => createPerson(tx, administrator, { ...described, name: 'Vem Somhelst' }))
    const history = await db.selectFrom('history').selectAll().execute()
    expect(JSON.stringify(history)).not.toMatch(/Vem Somhelst|samordnare@/)
  })

  test('are signed out when their mail is changed or when they end', async () => {
    const id = await as(administrator, (tx) => createPerson(tx, administrator, described))
    await ensureAccount(db, { id, mail: described.mail })
    const mail = 'ny@kvarter.example'
    await as(administrator, (tx) => changePerson(tx, administrator, id, { ...described, mail, version: 1 }))
    expect(await db.selectFrom('sign_in_account').selectAll().execute()).toEqual([])
    await ensureAccount(db, { id, mail })
    await as(administrator, (tx) => endPerson(tx, administrator, id))
    expect(await db.selectFrom('sign_in_account').selectAll().execute()).toEqual([])
    expect(await actorFor(db, id, { via: 'session' })).toBeNull()
    await as(administrator, (tx) => resumePerson(tx, administrator, id))
    expect(await actorFor(db, id, { via: 'session' })).not.toBeNull()
  })
})

describe('roles', () => {
  test('are given once and taken back', async () => {
    const scope = { kind: 'organisation', id: organisation } as const
    const id = await as(administrator, (tx) => createPerson(tx, administrator, described))
    for (const role of ['representative', 'member', 'member'] as const)
      await as(administrator, (tx) => grantRole(tx, administrator, id, { role, scope }))
    expect((await findPerson(db, administrator, id)).grants).toMatchObject([
      { role: 'representative', scope_name: 'Skolan' },
      { role: 'member', scope_name: 'Skolan' }
    ])
    expect((await actorOf(id)).organisations).toEqual([organisation])
    for (const role of ['representative', 'member'] as const)
      await as(administrator, (tx) => withdrawRole(tx, administrator, id, { role, scope }))
    expect((await actorOf(id)).organisations).toEqual([])
  })

  test('are held somewhere that exists', async () => {
    const scope = { kind: 'area', id: newId() } as const
    const granting = as(administrator, (tx) => grantRole(tx, administrator, first, { role: 'reader', scope }))
    await expect(granting).rejects.toThrow(Invalid)
  })

  test('are held where they can be', () => {
    const grant = (role: string, scope: string) => read(newGrant, { role, scope })
    expect(grant('coordinator', `area:${organisation}`).ok).toBe(true)
    expect(grant('administrator', 'installation').ok).toBe(true)
    for (const [role, scope] of [
      ['administrator', `area:${organisation}`],
      ['representative', 'installation'],
      ['member', `collaboration:${organisation}`],
      ['coordinator', `organisation:${organisation}`]
    ] as const)
      expect(grant(role, scope)).toEqual({ ok: false, errors: { scope: 'not_for_role' } })
    for (const scope of [
      '',
      'area',
      'area:',
      'area:x',
      `installation:${organisation}`,
      `area:${organisation}:x`
    ])
      expect(grant('coordinator', scope)).toEqual({ ok: false, errors: { scope: 'not_a_choice' } })
  })

  test('of administrator cannot be taken from the last one', async () => {
    const withdraw = () =>
      as(cli, (tx) => withdrawRole(tx, cli, first, { role: 'administrator', scope: everywhere }))
    await expect(withdraw()).rejects.toThrow(Invalid)
    await expect(as(cli, (tx) => endPerson(tx, cli, first))).rejects.toThrow(Invalid)
    const id = await as(cli, (tx) => createPerson(tx, cli, described))
    await as(cli, (tx) => grantRole(tx, cli, id, { role: 'administrator', scope: everywhere }))
    await withdraw()
  })
})

test('a person is read from what was written', () => {
  expect(read(newPerson, { name: ' Bo ', mail: 'BO@Kvarter.example ' })).toMatchObject({
    ok: true,
    value: { name: 'Bo', mail: 'bo@kvarter.example', position: null, language: null }
  })
})
