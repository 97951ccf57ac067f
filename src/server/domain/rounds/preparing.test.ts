import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { asked, holderOf, secrets, smallWorld, type SmallWorld } from '#tests/round.ts'
import { listItems } from '../answers/items.ts'
import { cli } from '../people/actor.ts'
import { changeDue, changeLetters, changeRound, giveLonger } from './changing.ts'
import { openDueRounds } from './due.ts'
import { openPreparedRound } from './opening.ts'
import { planOf } from './planning.ts'
import { discardRound, prepareRound } from './preparing.ts'
import { questionsOf } from './questions.ts'
import { addResponder, removeResponder } from './responders.ts'

const db = await testDatabase()
beforeEach(() => setClock(new Date('2026-12-01T09:00:00Z')))
afterEach(() => setClock(null))

const asCli = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
const count = async (table: 'space' | 'round_item' | 'responder' | 'link' | 'message' | 'round') =>
  (await db.selectFrom(table).selectAll().execute()).length

async function prepared() {
  const world = await smallWorld(db)
  const { coordinator } = world.roles
  const does = <T>(work: (tx: Tx) => Promise<T>) => write(db, coordinator, work)
  const round = await does((tx) => prepareRound(tx, coordinator, world.collaboration, asked))
  return { ...world, coordinator, does, round: round.id }
}
const row = (id: Id) => db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const partyOf = async (world: SmallWorld & { round: Id }, organisation: Id) => {
  const { parties } = await planOf(db, world.roles.coordinator, world.round)
  const party = parties.find((one) => one.organisation.id === organisation)
  if (!party) throw new Error('not in the plan')
  return party
}

describe('a round that is prepared', () => {
  test('is a plan, and nobody is told', async () => {
    const world = await prepared()
    expect(await row(world.round)).toMatchObject({
      state: 'preparing',
      opened_at: null,
      held_by: world.coordinator.person?.id
    })
    expect([await count('space'), await count('responder')]).toEqual([2, 2])
    expect(await count('round_item')).toBe(4 + 2)
    expect([await count('link'), await count('message')]).toEqual([0, 0])
    const { parties, leftOut } = await planOf(db, world.coordinator, world.round)
    expect(leftOut).toEqual([])
    expect(
      parties.map(({ organisation, items }) => [organisation.name, items.map(({ about }) => about)])
    ).toEqual([
      ['Bostäder', ['commitment', 'commitment', 'commitment', 'party']],
      ['Polisen', ['commitment', 'party']]
    ])
  })

  test('twice alike is one; by another’s name it is refused; never called as what makes a new one', async () => {
    const { collaboration, coordinator, does, round } = await prepared()
    const again = await does((tx) => prepareRound(tx, coordinator, collaboration, asked))
    expect(again).toMatchObject({ id: round, state: 'preparing' })
    await expect(
      does((tx) => prepareRound(tx, coordinator, collaboration, { ...asked, due_on: '2027-03-01' }))
    ).rejects.toMatchObject({ errors: { name: 'taken' } })
    expect(
      await does((tx) => prepareRound(tx, coordinator, collaboration, { ...asked, name: 'Ny' }))
    ).toMatchObject({ slug: 'omgang-ny' })
  })

  test('opens with links and mails, and the wording of that day', async () => {
    const world = await prepared()
    const wording = newId()
    const [first = ''] = world.commitments
    await asCli(async (tx) => {
      await tx
        .insertInto('commitment_wording')
        .values({ id: wording, commitment_id: first, number: 2, wording: 'Nya ord', at: new Date() })
        .execute()
      await tx.updateTable('commitment').set({ wording_id: wording }).where('id', '=', first).execute()
      await tx
        .updateTable('commitment')
        .set({ stage: 'proposed' })
        .where('id', '=', world.commitments[1] ?? '')
        .execute()
    })
    const open = () => world.does((tx) => openPreparedRound(tx, world.coordinator, world.round, secrets))
    await open()
    await open()
    expect(await row(world.round)).toMatchObject({ state: 'open' })
    expect([await count('link'), await count('message')]).toEqual([2, 2])
    const item = db.selectFrom('round_item').select('wording_id').where('commitment_id', '=', first)
    expect(await item.executeTakeFirst()).toEqual({ wording_id: wording })
    const partner = await holderOf(db, world.housing)
    expect(partner.errand.items).toHaveLength(3)
    expect((await listItems(db, partner)).map(({ commitment_id }) => commitment_id)).toContain(first)
  })

  test('does not open with its last day gone, nor with nothing to ask', async () => {
    const world = await prepared()
    const open = () => world.does((tx) => openPreparedRound(tx, world.coordinator, world.round, secrets))
    setClock(new Date('2027-02-01T09:00:00Z'))
    await expect(open()).rejects.toMatchObject({ errors: { due_on: 'past' } })
    setClock(new Date('2026-12-01T09:00:00Z'))
    await asCli((tx) => tx.updateTable('space').set({ exempted_at: new Date() }).execute())
    await expect(open()).rejects.toMatchObject({ errors: { form: 'nothing_to_ask' } })
  })

  test('is taken away whole, but not once it is open', async () => {
    const world = await prepared()
    await world.does((tx) => discardRound(tx, world.coordinator, world.round))
    expect([await count('round'), await count('space'), await count('responder')]).toEqual([0, 0, 0])
    const other = await world.does((tx) => prepareRound(tx, world.coordinator, world.collaboration, asked))
    await world.does((tx) => openPreparedRound(tx, world.coordinator, other.id, secrets))
    await expect(world.does((tx) => discardRound(tx, world.coordinator, other.id))).rejects.toMatchObject({
      errors: { form: 'round_open' }
    })
  })
})

describe('its times', () => {
  const times = {
    ...asked,
    opens_on: '2026-12-05',
    opens_clock: '08:00',
    remind_days: [-3, 3] as (-3 | 3)[],
    version: 1
  }

  test('are changed until it opens, by whoever saw them as they stood', async () => {
    const { coordinator, does, round } = await prepared()
    const change = (more: object) => does((tx) => changeRound(tx, coordinator, round, { ...times, ...more }))
    await change({})
    expect(await row(round)).toMatchObject({
      opens_at: new Date('2026-12-05T07:00:00Z'),
      remind_days: [-3, 3],
      version: 2
    })
    await change({})
    await expect(change({ due_on: '2027-02-02' })).rejects.toMatchObject({
      current: {
        due_on: '2027-01-15',
        opens_on: '2026-12-05',
        opens_clock: '08:00',
        remind_days: ['-3', '3']
      }
    })
    await expect(change({ opens_on: '2026-11-30', version: 2 })).rejects.toMatchObject({
      errors: { opens_on: 'past' }
    })
    await expect(change({ opens_on: '2027-01-16', version: 2 })).rejects.toMatchObject({
      errors: { opens_on: 'after_due' }
    })
    await expect(change({ due_on: '2026-11-30', version: 2 })).rejects.toMatchObject({
      errors: { due_on: 'past' }
    })
    await does((tx) => openPreparedRound(tx, coordinator, round, secrets))
    await expect(change({ version: 3 })).rejects.toMatchObject({ errors: { form: 'round_open' } })
  })

  test('open it when they say, once, on behalf of whoever holds it', async () => {
    const { coordinator, does, round } = await prepared()
    await does((tx) => changeRound(tx, coordinator, round, times))
    setClock(new Date('2026-12-05T06:59:59Z'))
    expect(await openDueRounds(db, secrets)).toBe(0)
    setClock(new Date('2026-12-05T07:00:00Z'))
    expect(await openDueRounds(db, secrets)).toBe(1)
    expect(await openDueRounds(db, secrets)).toBe(0)
    const opened = db.selectFrom('fact').select('actor').where('code', '=', 'round.opened')
    expect(await opened.executeTakeFirst()).toEqual({
      actor: { via: 'job', on_behalf_of: coordinator.person?.id }
    })
  })

  test('leave it waiting where it can’t be opened, and say why', async () => {
    const { coordinator, does, round } = await prepared()
    await does((tx) => changeRound(tx, coordinator, round, times))
    setClock(new Date('2027-03-01T09:00:00Z'))
    expect(await openDueRounds(db, secrets)).toBe(0)
    expect(await row(round)).toMatchObject({ state: 'preparing', opens_at: null })
    const left = db.selectFrom('fact').select('parameters').where('code', '=', 'round.not_opened')
    expect(await left.executeTakeFirst()).toEqual({ parameters: { why: 'past' } })
  })

  test('are longer for all or for one when it is open, and their links live as long', async () => {
    const world = await prepared()
    const { coordinator, does, round, housing } = world
    await does((tx) => openPreparedRound(tx, coordinator, round, secrets))
    const { space } = await partyOf(world, housing)
    const latest = async () =>
      (await db.selectFrom('link').select('expires_at').orderBy('expires_at', 'desc').execute())[0]
        ?.expires_at
    const first = await latest()
    await does((tx) => giveLonger(tx, coordinator, space, { due_on: '2027-02-15' }))
    expect(+((await latest()) ?? 0) - +(first ?? 0)).toBe(31 * 86_400_000)
    await expect(
      does((tx) => giveLonger(tx, coordinator, space, { due_on: '2027-01-15' }))
    ).rejects.toMatchObject({ errors: { due_on: 'not_longer' } })
    const due = { due_on: '2027-03-01', remind_days: [], version: (await row(round)).version }
    await does((tx) => changeDue(tx, coordinator, round, due))
    const standing = db.selectFrom('commitment_standing').select('first_due').orderBy('first_due')
    expect((await standing.execute()).map(({ first_due }) => first_due)).toEqual([
      ...['2027-02-15', '2027-02-15', '2027-02-15', '2027-03-01']
    ])
    await does((tx) => giveLonger(tx, coordinator, space, { due_on: null }))
    expect((await standing.executeTakeFirst())?.first_due).toBe('2027-03-01')
  })

  test('and the words of its mails have both texts when two write at once', async () => {
    const { coordinator, does, round } = await prepared()
    const write = (invitation: string) =>
      does((tx) => changeLetters(tx, coordinator, round, { invitation, reminder: null, version: 1 }))
    await write('Välkomna')
    await write('Välkomna')
    await expect(write('Hej')).rejects.toMatchObject({ current: { invitation: 'Välkomna', version: 2 } })
  })
})

describe('who answers', () => {
  test('is filled from contacts, and mended in the plan', async () => {
    const world = await prepared()
    const { coordinator, does, police } = world
    const { space, responders } = await partyOf(world, police)
    await does((tx) => removeResponder(tx, coordinator, responders[0]?.id ?? ''))
    const { parties } = await planOf(db, coordinator, world.round)
    expect(parties[0]).toMatchObject({ organisation: { name: 'Polisen' }, gaps: ['no_mail'] })
    const ask = () =>
      does((tx) => addResponder(tx, coordinator, space, { name: 'Bo', mail: 'bo@polisen.example' }, secrets))
    expect(await ask()).toBe(await ask())
    expect((await partyOf(world, police)).gaps).toEqual([])
    expect(await count('link')).toBe(0)
  })

  test('is those who were asked the last time, where nobody is named', async () => {
    const world = await prepared()
    const { coordinator, does, police, housing } = world
    await does((tx) => openPreparedRound(tx, coordinator, world.round, secrets))
    const { space } = await partyOf(world, police)
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
    const later = { ...world, round: next.id }
    expect((await partyOf(later, police)).responders.map(({ mail }) => mail)).toEqual(['bo@polisen.example'])
    expect((await partyOf(later, housing)).responders.map(({ mail }) => mail)).toEqual([
      'chef@bostader.example'
    ])
  })

  test('is told to have left: the account, the collaboration, the organisation', async () => {
    const world = await prepared()
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
    expect((await partyOf(world, world.housing)).gaps).toEqual(['person_ended'])
    expect(await partyOf(world, world.police)).toMatchObject({
      gaps: ['party_left', 'organisation_ended'],
      successor: { id: world.housing }
    })
    await world.does((tx) => openPreparedRound(tx, world.coordinator, world.round, secrets))
    expect(await count('link')).toBe(1)
  })

  test('is never somebody who coordinates it and is not of the party', async () => {
    const world = await prepared()
    const { space } = await partyOf(world, world.police)
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

test('the usual questions are of three kinds of things, and old rounds ask of commitments', async () => {
  const { round } = await prepared()
  const questions = questionsOf((await row(round)).questions)
  expect(questions.map(({ key }) => key)).toEqual([
    ...['degree', 'done', 'figures', 'contributed', 'learnt', 'photos', 'publishable', 'no_change'],
    ...['gave', 'next', 'beyond']
  ])
  expect(questionsOf([{ key: 'done', required: false }])).toEqual([
    { key: 'done', level: 'commitment', type: 'built_in', required: false }
  ])
})
