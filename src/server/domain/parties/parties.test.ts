import { beforeAll, expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import type { Actor } from '../people/actor.ts'
import type { NewParty } from './fields.ts'
import { addParty, changeParty, listParties, listPartyContacts, removeParty } from './parties.ts'

const db = await testDatabase()
let here: Neighbourhood
let coordinator: Actor
beforeAll(async () => {
  here = await neighbourhood(db)
  coordinator = here.people.coordinator
})
const add = (party: Omit<NewParty, 'organisation_id'>, actor = coordinator) =>
  write(db, actor, (tx) =>
    addParty(tx, actor, here.collaboration.id, { organisation_id: here.organisations.outsider, ...party })
  )
const changed = { from_day: null, to_day: null, note: null, contact_name: null, contact_mail: null }

test('an organisation has one role once at a time', async () => {
  await add({ role: 'party', from_day: '2025-01-01', to_day: '2025-12-31' })
  await expect(add({ role: 'party', from_day: '2025-06-01' })).rejects.toMatchObject({
    errors: { organisation_id: 'overlaps' }
  })
  await add({ role: 'party', from_day: '2026-01-01' })
  await add({ role: 'funder', from_day: '2025-06-01' })
})

test('sent twice it is one', async () => {
  const id = newId()
  expect(await add({ id, role: 'party' })).toBe(await add({ id, role: 'party' }))
})

test('who leaves gets a last day, and may come back', async () => {
  const id = await add({ role: 'party', from_day: '2025-01-01' })
  const leave = {
    organisation_id: here.organisations.outsider,
    role: 'party',
    ...changed,
    from_day: '2025-01-01'
  } as const
  await write(db, coordinator, (tx) =>
    changeParty(tx, coordinator, here.collaboration.id, id, { ...leave, to_day: '2025-06-30', version: 1 })
  )
  await add({ role: 'party', from_day: '2026-01-01' })
  await expect(
    write(db, coordinator, (tx) =>
      changeParty(tx, coordinator, here.collaboration.id, id, { ...leave, to_day: '2026-06-30', version: 2 })
    )
  ).rejects.toMatchObject({ errors: { organisation_id: 'overlaps' } })
})

test('one of another collaboration is not to be found here', async () => {
  const id = await add({ role: 'party' })
  const change = {
    organisation_id: here.organisations.outsider,
    role: 'maker',
    ...changed,
    version: 1
  } as const
  const administrator = here.people.administrator
  await expect(
    write(db, administrator, (tx) => changeParty(tx, administrator, here.another.id, id, change))
  ).rejects.toThrow(NotFound)
})

test('only coordinators add, remove, and see contacts', async () => {
  for (const actor of [here.people.party, here.people.reader, here.people.visitor]) {
    await expect(add({ role: 'party' }, actor)).rejects.toThrow(NotAllowed)
    await expect(listPartyContacts(db, actor, here.collaboration.id)).rejects.toThrow(NotAllowed)
  }
  const id = await add({ role: 'party', contact_mail: 'svar@utomstaende.example' })
  expect(await listPartyContacts(db, coordinator, here.collaboration.id)).toContainEqual({
    id,
    contact_name: null,
    contact_mail: 'svar@utomstaende.example'
  })
  await write(db, coordinator, (tx) => removeParty(tx, coordinator, here.collaboration.id, id))
  expect(await listParties(db, here.collaboration.id)).toHaveLength(2)
})
