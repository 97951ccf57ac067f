import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { cli } from '#server/domain/people/actor.ts'
import { testDatabase } from '#tests/database.ts'
import { makeFollowedUp } from '#tests/publications/followed-up.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { addAssessment } from '../../assessments/writing.ts'
import type { BlockSettings } from '../settings.ts'
import { assessment } from './assessments.ts'
import { ongoing } from './going-on.ts'
import { parties } from './parties.ts'

const db = await testDatabase()
let world: Awaited<ReturnType<typeof makeFollowedUp>>
beforeAll(async () => {
  world = await makeFollowedUp(db)
})
beforeEach(() => setClock(new Date('2026-08-01T10:00:00Z')))
afterEach(() => setClock(null))

describe('the local overview', () => {
  const listed = async (settings: BlockSettings) =>
    (await world.by(ongoing, settings)).groups.map(({ title, items }) => [
      title,
      items.map((item) => item.title)
    ])

  test('tells what goes on and is planned, or what is done', async () => {
    expect(await listed({})).toEqual([
      ['Skola', ['Läxhjälp', 'Frukost', 'Nattvandring']],
      ['Fritid', ['Torgdag']]
    ])
    expect(await listed({ stages: 'done' })).toEqual([['Skola', ['Cykelkurs']]])
    expect(await listed({ objective: world.leisure })).toEqual([['Fritid', ['Torgdag']]])
  })

  test('with who began it, what else it serves and where it comes from', async () => {
    const other = await makePromise(db, [{ title: 'Backas frukost' }, { title: 'HEMLIGT', reach: 'own' }])
    await write(db, cli, async (tx) => {
      await tx
        .updateTable('commitment')
        .set({ initiated_by: 'Backa i Fokus', labels: ['JG', 'ESF'] })
        .where('id', '=', world.idOf('Frukost'))
        .execute()
      await tx
        .insertInto('commitment_objective')
        .values({
          commitment_id: world.idOf('Frukost'),
          objective_id: world.leisure,
          collaboration_id: world.promise.collaboration,
          main: false
        })
        .execute()
      await tx
        .insertInto('lineage')
        .values(
          other.commitments.map((earlier_id) => ({
            earlier_id,
            later_id: world.idOf('Frukost'),
            kind: 'continues'
          }))
        )
        .execute()
    })
    const { groups } = await world.by(ongoing)
    expect(groups[0]?.items[1]).toMatchObject({
      ...{ title: 'Frukost', initiators: ['Backa i Fokus'], labels: ['JG', 'ESF'], also: ['Fritid'] },
      ties: [{ kind: 'continues', direction: 'from', title: 'Backas frukost' }]
    })
  })
})

test('parties tell who has come and gone in the period', async () => {
  const organisation = async (name: string, days: { from_day?: string; to_day?: string }) =>
    write(db, cli, async (tx) => {
      const id = newId()
      await tx.insertInto('organisation').values({ id, slug: id, name, kind: 'association' }).execute()
      await tx
        .insertInto('party')
        .values({
          id: newId(),
          collaboration_id: world.promise.collaboration,
          organisation_id: id,
          role: 'party',
          ...days
        })
        .execute()
    })
  await organisation('Ny förening', { from_day: '2025-03-01' })
  await organisation('Gammal förening', { to_day: '2025-06-30' })
  await organisation('Från början', { from_day: '2024-01-01' })
  const moved = async (settings: BlockSettings) => {
    const { moves } = await world.by(parties, settings)
    return [moves?.joined.map(({ name }) => name), moves?.left.map(({ name }) => name)]
  }
  expect(await moved({})).toEqual([['Ny förening'], ['Gammal förening']])
  expect(await moved({ round: 'latest', shown: 'moves' })).toEqual([[], []])
  expect((await world.by(parties, { shown: 'moves' })).roles).toEqual([])
})

test('an assessment is the latest of the whole, and of each focus area', async () => {
  const assess = (to_day: string, worked: string, objective_id: Id | null = null) =>
    write(db, cli, (tx) =>
      addAssessment(tx, cli, world.promise.collaboration, {
        from_day: '2024-01-01',
        to_day,
        worked,
        objective_id
      })
    )
  await assess('2024-12-31', 'Förra året.')
  await assess('2025-12-31', 'Allt.')
  await assess('2025-12-31', 'Fritiden.', world.leisure)
  const told = async (settings: BlockSettings) =>
    (await world.by(assessment, settings)).assessments.map(({ objective, worked }) => [objective, worked])
  expect(await told({})).toEqual([
    [null, 'Allt.'],
    ['Fritid', 'Fritiden.']
  ])
  expect(await told({ objective: 'whole' })).toEqual([[null, 'Allt.']])
  expect(await told({ objective: world.leisure })).toEqual([['Fritid', 'Fritiden.']])
})
