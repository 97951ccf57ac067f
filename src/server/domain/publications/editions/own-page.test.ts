import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cli, visitor, type Actor } from '#server/domain/people/actor.ts'
import { setClock } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { sendNow } from '#tests/publications/made.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { rolesRound } from '#tests/publications/roles.ts'
import { createPublication } from '../composing.ts'
import { decideEdition } from './deciding.ts'
import { listNew, listWaiting } from './own-page.ts'
import { publish, publishEdition } from './publishing.ts'
import { sendBack, withdraw } from './withdrawing.ts'

const db = await testDatabase()
let roles: ReturnType<typeof rolesRound>
let report: Id
let hidden: Id

beforeAll(async () => {
  setClock(new Date('2027-01-10T09:00:00Z'))
  const { collaboration, maker } = await makePromise(db, [{ title: 'Frukost' }])
  roles = rolesRound(collaboration, maker)
  const make = (slug: string, title: string, more: object) =>
    act((tx) =>
      createPublication(tx, cli, { collaboration, template: 'final_follow_up', title, slug, ...more })
    )
  report = await make('r', 'Rapporten', {})
  hidden = await make('h', 'För parterna', { reach: 'parties' })
})
beforeEach(() => setClock(new Date('2027-01-10T09:00:00Z')))
afterEach(() => setClock(null))

const act = <T>(command: (tx: Tx) => Promise<T>) => write(db, cli, command)

const everybody = [
  ['visitor', []],
  ['signed in without a role', []],
  ['representative of a party', []],
  ['coordinator of another', []]
] as const

describe('what waits for a decision', () => {
  const states = async (actor: Actor) =>
    (await listWaiting(db, actor)).map(({ title, number, state, own }) => [title, number, state, own])

  test.each([
    ...everybody,
    ['reader of the collaboration', [['Rapporten', 1, 'for_decision', false]]],
    ['reader of all', [['Rapporten', 1, 'for_decision', false]]],
    ['coordinator of the collaboration', [['Rapporten', 1, 'for_decision', true]]],
    ['administrator', [['Rapporten', 1, 'for_decision', true]]]
  ] as const)('is told a %s', async (role, told) => {
    await sendNow(db, report)
    expect(await states(roles[role])).toEqual(told)
  })

  test('is the latest edition, until it is published or comes back', async () => {
    await sendNow(db, report)
    await act((tx) => sendBack(tx, cli, report, { edition: 1, reason: 'Mer.' }))
    expect(await states(cli)).toEqual([])
    await sendNow(db, report)
    await act((tx) => decideEdition(tx, cli, report, 2, { body: 'Nämnden', decided_on: '2027-01-10' }))
    expect(await states(cli)).toEqual([['Rapporten', 2, 'approved', true]])
    await act((tx) => publishEdition(tx, cli, report, { edition: 2, day: '2027-02-01', time: null }))
    expect(await listWaiting(db, cli)).toMatchObject([
      { state: 'scheduled', publish_on: '2027-02-01', publish_clock: '08:00', frozen_on: '2027-01-10' }
    ])
  })
})

describe('what is new', () => {
  const titles = async (actor: Actor) => (await listNew(db, actor)).map(({ title }) => title)
  beforeEach(() => act((tx) => publish(tx, cli, report)).then(() => act((tx) => publish(tx, cli, hidden))))

  test.each([
    ['visitor', []],
    ['signed in without a role', []],
    ['coordinator of another', []],
    ['representative of a party', ['För parterna', 'Rapporten']],
    ['reader of the collaboration', ['För parterna', 'Rapporten']],
    ['reader of all', ['För parterna', 'Rapporten']],
    ['coordinator of the collaboration', []],
    ['administrator', []]
  ] as const)('is told a %s, but not whoever made it', async (role, told) => {
    expect((await titles(roles[role])).toSorted()).toEqual(told)
  })

  test('is so for three months, and not when it is withdrawn', async () => {
    const reader = roles['reader of the collaboration']
    await act((tx) => withdraw(tx, cli, hidden, { edition: 1, reason: 'x' }))
    expect(await titles(reader)).toEqual(['Rapporten'])
    setClock(new Date('2027-04-10T08:00:00Z'))
    expect(await titles(reader)).toEqual(['Rapporten'])
    setClock(new Date('2027-04-11T09:00:00Z'))
    expect(await titles(reader)).toEqual([])
    expect(await titles(visitor)).toEqual([])
  })
})
