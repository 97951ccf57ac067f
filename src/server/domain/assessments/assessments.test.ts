import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cli, visitor, type Actor } from '#server/domain/people/actor.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { rolesRound } from '#tests/publications/roles.ts'
import { changeCollaborationReach } from '../collaborations/reaching.ts'
import { removeObjective } from '../objectives/objectives.ts'
import type { NewAssessment } from './fields.ts'
import { listAssessments, periodToAssess } from './assessments.ts'
import { addAssessment, changeAssessment, removeAssessment } from './writing.ts'

const db = await testDatabase()
let promise: Awaited<ReturnType<typeof makePromise>>
let whole: Id

const period = { from_day: '2024-01-01', to_day: '2025-12-31' }
const add = (more: Partial<NewAssessment> = {}, actor: Actor = cli) =>
  write(db, cli, (tx) =>
    addAssessment(tx, actor, promise.collaboration, { ...period, worked: 'Vi ses oftare.', ...more })
  )
const rewritten = {
  ...period,
  ...{ worked: 'Nytt.', challenges: null, contribution: null, made_by: null, reach: 'public' as const }
}
const change = (id: Id, version: number, actor: Actor = cli) =>
  write(db, cli, (tx) => changeAssessment(tx, actor, id, { ...rewritten, version }))
const remove = (id: Id, actor: Actor = cli) =>
  write(db, cli, (tx) => removeAssessment(tx, actor, promise.collaboration, id))
const listed = async (actor: Actor = visitor) =>
  (await listAssessments(db, actor, promise.collaboration)).map(({ worked }) => worked)

beforeAll(async () => {
  promise = await makePromise(db, [])
})
beforeEach(async () => {
  whole = await add()
})

describe('a joint assessment', () => {
  test('is written once of each objective and period, the whole first', async () => {
    await add({ objective_id: promise.objective, worked: 'Skolan når fler.' })
    expect(await listed()).toEqual(['Vi ses oftare.', 'Skolan når fler.'])
    await expect(add({ worked: 'En gång till.' })).rejects.toThrow(Invalid)
    await add({ from_day: '2022-01-01', to_day: '2023-12-31', worked: 'Förra gången.' })
    expect(await listed()).toEqual(['Vi ses oftare.', 'Skolan når fler.', 'Förra gången.'])
  })

  test('changed by two gives the second both texts; what is removed is gone, once', async () => {
    await change(whole, 1)
    await expect(change(whole, 1, cli).then(() => add())).rejects.toThrow(Invalid)
    const other = write(db, cli, (tx) =>
      changeAssessment(tx, cli, whole, { ...rewritten, worked: 'Annat.', version: 1 })
    )
    await expect(other).rejects.toThrow(Conflict)
    await remove(whole)
    await remove(whole)
    expect(await listed()).toEqual([])
  })

  test('is about an objective of its own collaboration, which then stays', async () => {
    const { objective } = await makePromise(db, [])
    await expect(add({ objective_id: objective })).rejects.toThrow(Invalid)
    await add({ objective_id: promise.objective })
    const removed = write(db, cli, (tx) => removeObjective(tx, cli, promise.collaboration, promise.objective))
    await expect(removed).rejects.toThrow(Invalid)
  })

  test('is seen by no more than its collaboration is', async () => {
    await add({ objective_id: promise.objective, worked: 'För parterna.', reach: 'parties' })
    expect(await listed()).toEqual(['Vi ses oftare.'])
    await write(db, cli, (tx) =>
      changeCollaborationReach(tx, cli, promise.collaboration, { reach: 'own', version: 1 })
    )
    expect(await listed()).toEqual([])
    expect(await listed(cli)).toHaveLength(2)
  })

  test('is about the time of the latest follow-up', async () => {
    expect(await periodToAssess(db, promise.collaboration, '2026-03-14')).toEqual({
      from: '2024-01-01',
      to: '2025-12-31'
    })
  })
})

describe('rights', () => {
  const actions: Record<string, (actor: Actor) => Promise<unknown>> = {
    add: (actor) => add({ objective_id: promise.objective }, actor),
    change: (actor) => change(whole, 1, actor),
    remove: (actor) => remove(whole, actor)
  }
  const all = ['add', 'change', 'remove']
  /** For each role exactly these and no others. */
  const table: Record<keyof ReturnType<typeof rolesRound>, string[]> = {
    visitor: [],
    'signed in without a role': [],
    'representative of a party': [],
    'reader of the collaboration': [],
    'coordinator of the collaboration': all,
    'coordinator of another': [],
    'reader of all': [],
    'coordinator of all': all,
    administrator: all,
    'command line': all
  }

  test.each(Object.entries(table))('%s: %s', async (role, may) => {
    const actor = rolesRound(promise.collaboration, promise.maker)[role as keyof typeof table]
    for (const [name, action] of Object.entries(actions)) {
      const done = await action(actor).then(
        () => true,
        (refusal: unknown) => {
          if (refusal instanceof NotFound || refusal instanceof NotAllowed) return false
          throw refusal
        }
      )
      expect([name, done]).toEqual([name, may.includes(name)])
    }
  })
})
