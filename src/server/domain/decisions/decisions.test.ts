import { afterEach, beforeAll, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { cli } from '../people/actor.ts'
import { addDecision, changeDecision, listDecisions } from './decisions.ts'

const db = await testDatabase()
let collaboration: Id
beforeAll(async () => {
  collaboration = (await makePromise(db, [{ title: 'Frukost' }])).collaboration
})
afterEach(() => setClock(null))

const add = (kind: 'decision' | 'proposal', decided_on: string) =>
  write(db, cli, (tx) => addDecision(tx, cli, collaboration, { kind, body: 'Nämnden', decided_on }))
const ahead = new Invalid({ decided_on: 'in_future' })

test('what is decided has been, by the day where the installation is; a proposal may lie ahead', async () => {
  setClock(new Date('2026-03-14T22:30:00Z'))
  await expect(add('decision', '2026-03-15')).rejects.toEqual(ahead)
  expect(await add('decision', '2026-03-14')).toBeTruthy()
  expect(await add('proposal', '2026-03-15')).toBeTruthy()
  setClock(new Date('2026-03-14T23:30:00Z'))
  expect(await add('decision', '2026-03-15')).toBeTruthy()
})

test('a proposal does not become a decision before its day', async () => {
  setClock(new Date('2026-03-14T10:00:00Z'))
  const id = await add('proposal', '2026-03-20')
  const [proposal] = (await listDecisions(db, cli, collaboration)).filter((one) => one.id === id)
  if (!proposal) throw new Error('it is not there')
  const { id: _, ...said } = { ...proposal, kind: 'decision' as const }
  const decide = () => write(db, cli, (tx) => changeDecision(tx, cli, id, said))
  await expect(decide()).rejects.toEqual(ahead)
  setClock(new Date('2026-03-20T10:00:00Z'))
  await decide()
})
