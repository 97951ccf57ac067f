import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { partyOf, preparedRound } from '#tests/prepared-round.ts'
import { asked, secrets } from '#tests/round.ts'
import { cli } from '../people/actor.ts'
import { openPreparedRound } from './opening.ts'
import { planOf } from './planning.ts'
import { prepareRound } from './preparing.ts'
import { addResponder, removeResponder } from './responders.ts'

const db = await testDatabase()
beforeEach(() => setClock(new Date('2026-12-01T09:00:00Z')))
afterEach(() => setClock(null))
const asCli = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
const count = async (table: 'space' | 'round_item' | 'responder' | 'link' | 'message' | 'round') =>
  (await db.selectFrom(table).selectAll().execute()).length

describe('who answers', () => {
  test('is filled from contacts, and mended in the plan', async () => {
    const world = await preparedRound(db)
    const { coordinator, does, police } = world
    const { space, responders } = await world.party(police)
    await does((tx) => removeResponder(tx, coordinator, responders[0]?.id ?? ''))
    const { parties } = await planOf(db, coordinator, world.round)
    expect(parties[0]).toMatchObject({ organisation: { name: 'Polisen' }, gaps: ['no_mail'] })
    const ask = () =>
      does((tx) => addResponder(tx, coordinator, space, { name: 'Bo', mail: 'bo@polisen.example' }, secrets))
    expect(await ask()).toBe(await ask())
    expect((await world.party(police)).gaps).toEqual([])
    expect(await count('link')).toBe(0)
  })

  test('is those who were asked the last time, where nobody is named', async () => {
    const world = await preparedRound(db)
    const { coordinator, does, police, housing } = world
    await does((tx) => openPreparedRound(tx, coordinator, world.round, secrets))
    const { space } = await world.party(police)
    await does((tx) =>
      addResponder(tx, coordinator, space, { name: 'Bo', mail: 'bo@polisen.example' }, secrets)
    )
    await asCli(async (tx) => {
      await tx.updateTable('party').set({ contact_mail: null }).execute()
      await tx
        .updateTable('link')
        .set({ bounced_at: new Date() })
        .where('responder_id', 'in', (eb) =>
          eb.selectFrom('responder').select('id').where('mail', '=', 'kommunpolis@polisen.example')
        )
        .execute()
    })
    const next = await does((tx) =>
      prepareRound(tx, coordinator, world.collaboration, { ...asked, name: 'Nästa' })
    )
    expect((await partyOf(db, coordinator, next.id, police)).responders.map(({ mail }) => mail)).toEqual([
      'bo@polisen.example'
    ])
    expect((await partyOf(db, coordinator, next.id, housing)).responders.map(({ mail }) => mail)).toEqual([
      'chef@bostader.example'
    ])
  })

  test('is told to have left: the account, the collaboration, the organisation', async () => {
    const world = await preparedRound(db)
    await asCli(async (tx) => {
      await tx
        .insertInto('person')
        .values({ id: newId(), name: 'Slutat', mail: 'chef@bostader.example', ended_at: new Date() })
        .execute()
      await tx
        .updateTable('party')
        .set({ to_day: '2026-06-30' })
        .where('organisation_id', '=', world.police)
        .execute()
      await tx
        .updateTable('organisation')
        .set({ to_day: '2026-06-30', successor_id: world.housing })
        .where('id', '=', world.police)
        .execute()
    })
    expect((await world.party(world.housing)).gaps).toEqual(['person_ended'])
    expect(await world.party(world.police)).toMatchObject({
      gaps: ['party_left', 'organisation_ended'],
      successor: { id: world.housing }
    })
    await world.does((tx) => openPreparedRound(tx, world.coordinator, world.round, secrets))
    expect(await count('link')).toBe(1)
  })

  test('is never somebody who coordinates it and is not of the party', async () => {
    const world = await preparedRound(db)
    const { space } = await world.party(world.police)
    const person = world.coordinator.person?.id ?? ''
    const { mail } = await db
      .selectFrom('person')
      .select('mail')
      .where('id', '=', person)
      .executeTakeFirstOrThrow()
    const grant = { id: newId(), person_id: person, role: 'coordinator', scope_kind: 'collaboration' }
    await asCli((tx) =>
      tx
        .insertInto('role_grant')
        .values({ ...grant, scope_id: world.collaboration })
        .execute()
    )
    const ask = () =>
      world.does((tx) => addResponder(tx, world.coordinator, space, { name: 'Jag', mail }, secrets))
    await expect(ask()).rejects.toMatchObject({ errors: { mail: 'not_of_the_organisation' } })
    await asCli((tx) => tx.updateTable('party').set({ contact_mail: mail }).execute())
    const other = await world.does((tx) =>
      prepareRound(tx, world.coordinator, world.collaboration, { ...asked, name: 'Annan' })
    )
    const { parties } = await planOf(db, world.coordinator, other.id)
    expect(parties.map(({ gaps }) => gaps)).toEqual([['no_mail'], ['no_mail']])
    await asCli((tx) =>
      tx.insertInto('membership').values({ person_id: person, organisation_id: world.police }).execute()
    )
    expect(await ask()).toBeTruthy()
  })
})

test('somebody added when there is a draft is not let in to it by the coordinator', async () => {
  const { housing, police, party, does, coordinator, open, send } = await preparedRound(db)
  await open()
  await send(housing)
  for (const organisation of [housing, police]) {
    const { space } = await party(organisation)
    await does((tx) => addResponder(tx, coordinator, space, { name: 'Ny', mail: 'ny@part.example' }, secrets))
  }
  const late = db.selectFrom('responder').innerJoin('space', 'space.id', 'responder.space_id')
  const rows = late.select(['organisation_id', 'admitted']).where('mail', '=', 'ny@part.example').execute()
  expect(new Map((await rows).map(({ organisation_id, admitted }) => [organisation_id, admitted]))).toEqual(
    new Map([
      [housing, false],
      [police, true]
    ])
  )
})
