import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { read } from '#server/platform/forms/fields.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { cli, visitor, type Actor } from '../people/actor.ts'
import { changeOrganisation, createOrganisation, placeOrganisation, renameOrganisation } from './changing.ts'
import { changedOrganisation, newOrganisation, newPlace } from './fields.ts'
import { findOrganisation, findRelatives, listOrganisations, type Organisation } from './organisations.ts'

const db = await testDatabase()
const asCli = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)

function written<T>(reading: { ok: true; value: T } | { ok: false; errors: unknown }): T {
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.value
}
const create = (name: string, rest: Record<string, unknown> = {}) => {
  const value = written(read(newOrganisation, { name, kind: 'municipal_department', ...rest }))
  return asCli((tx) => createOrganisation(tx, cli, value))
}
const called = async (name: string, rest: Record<string, unknown> = {}) =>
  findOrganisation(db, await create(name, rest))
const place = (organisation: Organisation, rest: Record<string, string>) => {
  const value = written(read(newPlace, { version: String(organisation.version), ...rest }))
  return asCli((tx) => placeOrganisation(tx, cli, organisation.id, value))
}

let office: Organisation
let unit: Organisation
beforeAll(async () => {
  office = await called('Socialförvaltningen', { aliases: 'Socialtjänsten' })
  unit = await called('Fältgruppen', { kind: 'municipal_unit', parent_id: office.id })
})

describe('an organisation', () => {
  test('is found by its address and by one it had before', async () => {
    await asCli((tx) => renameOrganisation(tx, cli, unit.id, { slug: 'falt', version: unit.version }))
    expect((await findOrganisation(db, 'faltgruppen')).slug).toBe('falt')
    await expect(findOrganisation(db, 'ingen')).rejects.toThrow(NotFound)
  })

  test('is made once though its form is sent twice, and gets a free address', async () => {
    const id = '0190a000-0000-7000-8000-00000000000b'
    expect([await create('Fältgruppen', { id }), await create('Fältgruppen', { id })]).toEqual([
      'faltgruppen-2',
      'faltgruppen-2'
    ])
  })

  test('is refused an address that is another’s, and a parent that is not there', async () => {
    await expect(create('Ny', { slug: 'faltgruppen' })).rejects.toEqual(new Invalid({ slug: 'taken' }))
    const orphan = create('Ny', { parent_id: '0190a000-0000-7000-8000-00000000ffff' })
    await expect(orphan).rejects.toEqual(new Invalid({ parent_id: 'not_a_choice' }))
  })

  test('is listed by the alphabet, and by kind', async () => {
    await create('Åkeriet', { kind: 'business' })
    await create('Ängens skola', { kind: 'school' })
    expect((await listOrganisations(db)).map((one) => one.name)).toEqual([
      'Fältgruppen',
      'Socialförvaltningen',
      'Åkeriet',
      'Ängens skola'
    ])
    expect((await listOrganisations(db, { kind: 'school' })).map((one) => one.name)).toEqual(['Ängens skola'])
  })

  test('stands with those it belongs to and those it became', async () => {
    const later = await called('Förvaltningen för alla')
    await place(office, { successor_id: later.id, to_day: '2020-12-31' })
    expect(await findRelatives(db, await findOrganisation(db, office.slug))).toMatchObject([
      { relation: 'part', name: 'Fältgruppen' },
      { relation: 'successor', name: 'Förvaltningen för alla' }
    ])
    expect(await findRelatives(db, later)).toMatchObject([{ relation: 'predecessor' }])
    expect(await findRelatives(db, unit)).toMatchObject([{ relation: 'parent' }])
  })

  test('is never a part of itself, nor its own successor', async () => {
    const refusal = new Invalid({ parent_id: 'within_itself' })
    await expect(place(office, { parent_id: office.id })).rejects.toEqual(refusal)
    await expect(place(office, { parent_id: unit.id })).rejects.toEqual(refusal)
    await expect(place(office, { successor_id: office.id })).rejects.toEqual(
      new Invalid({ successor_id: 'within_itself' })
    )
  })

  test('ends after it began', () => {
    const reading = read(newPlace, { version: '1', from_day: '2021-01-01', to_day: '2020-12-31' })
    expect(reading).toEqual({ ok: false, errors: { to_day: 'wrong_order' } })
  })
})

describe('who changes an organisation', () => {
  const member: Actor = { ...visitor, record: { via: 'session' }, organisations: [] }
  const value = (version: number) =>
    written(read(changedOrganisation, { name: 'Fältarna', kind: 'municipal_unit', version: String(version) }))

  test('is one of its own', async () => {
    const own = { ...member, organisations: [unit.id] }
    await write(db, own, (tx) => changeOrganisation(tx, own, unit.id, value(unit.version)))
    expect((await findOrganisation(db, unit.slug)).name).toBe('Fältarna')
  })

  test('where it is reached is for those who speak for it: personal links are sent there', async () => {
    const own = { ...member, organisations: [unit.id] }
    const speaker = { ...own, represents: [unit.id] }
    const { version, slug } = await findOrganisation(db, unit.slug)
    const moved = { ...value(version), contact_mail: 'ny@faltarna.example' }
    const by = (actor: Actor) => write(db, actor, (tx) => changeOrganisation(tx, actor, unit.id, moved))
    await expect(by(own)).rejects.toEqual(new Invalid({ contact_mail: 'representatives_only' }))
    await by(speaker)
    expect((await findOrganisation(db, slug)).contact_mail).toBe('ny@faltarna.example')
  })

  test('is nobody from another', async () => {
    const other = { ...member, organisations: [office.id] }
    const change = write(db, other, (tx) => changeOrganisation(tx, other, unit.id, value(unit.version)))
    await expect(change).rejects.toThrow(NotAllowed)
  })

  test('gets both texts when somebody else changed it meanwhile', async () => {
    await asCli((tx) => changeOrganisation(tx, cli, unit.id, value(unit.version)))
    const mine = { ...value(unit.version), name: 'Mina' }
    await expect(asCli((tx) => changeOrganisation(tx, cli, unit.id, mine))).rejects.toThrow(Conflict)
  })
})
