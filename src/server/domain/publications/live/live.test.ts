import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { cli } from '#server/domain/people/actor.ts'
import { testDatabase } from '#tests/database.ts'
import { askAgain, makePromise, tell } from '#tests/publications/promise.ts'
import { addAssessment } from '../../assessments/writing.ts'
import type { BlockSettings } from '../settings.ts'
import { assessment } from './assessments.ts'
import { completion } from './completion.ts'
import { beyond, deeds, notCarriedOut, toldTogether } from './deeds.ts'
import { figures } from './figures.ts'
import { ongoing } from './going-on.ts'
import { materialFor } from './material.ts'
import { quarter, totals } from './overview.ts'
import { parties } from './parties.ts'
import { contribution, learning } from './said.ts'

const db = await testDatabase()
let promise: Awaited<ReturnType<typeof makePromise>>
let again: Awaited<ReturnType<typeof askAgain>>
let leisure: Id

const idOf = (title: string) => promise.commitments[titles.indexOf(title)] ?? ''
const titles = ['Frukost', 'Torgdag', 'Läxhjälp', 'Cykelkurs', 'Nattvandring']

beforeAll(async () => {
  const meals = (value: number) => [{ unit: 'frukostar', value }]
  promise = await makePromise(db, [
    {
      title: 'Frukost',
      told: { done: 'Varje dag.', contributed: 'Fler orkar.', learnt: 'Börja tidigt.', figures: meals(100) }
    },
    { title: 'Torgdag', told: { done: 'Det blev en.', degree: 'begun', answers: { lokal: 'Torget' } } },
    {
      title: 'Läxhjälp',
      stage: 'ongoing',
      told: { done: 'Två kvällar.', wording: 'Läxhjälp finns.', contributed: 'Lugn.' }
    },
    { title: 'Cykelkurs', stage: 'in_ordinary_operations', told: { degree: 'not_begun' } },
    { title: 'Nattvandring', onTheWay: true }
  ])
  again = await askAgain(db, promise, [idOf('Frukost'), idOf('Torgdag')])
  const told = { done: 'Nu är det två.', degree: 'mostly' as const, at: '2026-07-01', figures: meals(5) }
  const where = {
    commitment: idOf('Torgdag'),
    item: again.items.get(idOf('Torgdag')) ?? '',
    audience: 'public' as const
  }
  await tell(db, { ...promise, ...again }, where, told)
  leisure = newId()
  await write(db, cli, async (tx) => {
    await tx
      .insertInto('objective')
      .values({
        id: leisure,
        collaboration_id: promise.collaboration,
        kind: 'focus_area',
        sort: 2,
        title: 'Fritid'
      })
      .execute()
    await tx
      .updateTable('commitment_objective')
      .set({ objective_id: leisure })
      .where('commitment_id', '=', idOf('Torgdag'))
      .execute()
  })
})
beforeEach(() => setClock(new Date('2026-08-01T10:00:00Z')))
afterEach(() => setClock(null))

const material = () => materialFor(db, { audience: 'public', collaboration_id: promise.collaboration })
const by = async <T>(
  block: (m: Awaited<ReturnType<typeof material>>, settings: BlockSettings) => T,
  settings: BlockSettings = {}
) => block(await material(), settings)

describe('a block that is set to a round', () => {
  const latest = { round: 'latest' }

  test('tells what was answered in that round only', async () => {
    const titled = async (settings: BlockSettings) =>
      (await by(deeds, settings)).groups.flatMap((group) =>
        group.deeds.map(({ title, text }) => [title, text])
      )
    expect(await titled({})).toEqual([
      ['Frukost', 'Varje dag.'],
      ['Läxhjälp', 'Läxhjälp finns.'],
      ['Torgdag', 'Nu är det två.']
    ])
    expect(await titled(latest)).toEqual([['Torgdag', 'Nu är det två.']])
    expect(await titled({ round: promise.round })).toContainEqual(['Torgdag', 'Det blev en.'])
    expect(await titled({ round: newId() })).toEqual([])
  })

  test('adds the figures of that round only', async () => {
    const sums = async (settings: BlockSettings) =>
      (await by(figures, settings)).sums.map(({ value }) => value)
    expect([await sums({}), await sums(latest), await sums({ round: promise.round })]).toEqual([
      [105],
      [5],
      [100]
    ])
  })

  test('counts against what that round asked for', async () => {
    expect((await by(totals)).computed).toEqual({ carriedOut: 3, begun: 0, unanswered: 1, of: 5 })
    expect(await by(totals, latest)).toMatchObject({
      computed: { carriedOut: 1, begun: 0, unanswered: 1, of: 2 },
      round: { name: 'Halvåret' },
      described: 1
    })
  })
})

describe('a block that is set to a focus area', () => {
  test('tells of that area', async () => {
    const settings = { objective: leisure }
    expect(
      (await by(deeds, settings)).groups.flatMap((group) => group.deeds).map(({ title }) => title)
    ).toEqual(['Torgdag'])
    expect((await by(figures, settings)).sums.map(({ value }) => value)).toEqual([5])
    expect((await by(totals, settings)).computed).toMatchObject({ carriedOut: 1, of: 1 })
    expect((await by(quarter, settings)).streets.map(({ title }) => title)).toEqual(['Fritid'])
    expect((await by(notCarriedOut, settings)).items).toEqual([])
  })
})

test('deeds are as many as are wanted, and the rest are counted', async () => {
  const { groups, more } = await by(deeds, { most: '1' as never })
  expect([groups.flatMap((group) => group.deeds).length, more]).toEqual([1, 2])
  expect((await by(deeds, { extent: 'highlights' })).more).toBe(3)
})

test('completion divides the base so that each is counted once', async () => {
  const { rows, whole, followedUp } = await by(completion)
  const none = { begun: 0, notDone: 0, unanswered: 0, waiting: 0 }
  expect(rows).toEqual([
    { title: 'Skola', of: 4, carriedOut: 2, ...none, notDone: 1, unanswered: 1 },
    { title: 'Fritid', of: 1, carriedOut: 1, ...none }
  ])
  expect([whole.of, followedUp]).toEqual([5, true])
})

describe('what was said', () => {
  test('it contributed is told as the partner put it, also where what was done is worded anew', async () => {
    const { groups } = await by(contribution)
    expect(groups).toEqual([
      {
        title: 'Skola',
        said: [
          { number: 1, title: 'Frukost', lead: 'Ett bolag', text: 'Fler orkar.' },
          { number: 3, title: 'Läxhjälp', lead: 'Ett bolag', text: 'Lugn.' }
        ]
      }
    ])
  })

  test('was learnt is told; to a question of the round itself, where it is chosen', async () => {
    await write(db, cli, (tx) =>
      tx
        .updateTable('round')
        .set({
          questions: JSON.stringify([
            { key: 'lokal', level: 'commitment', type: 'text', label: 'Var var ni?', required: false }
          ])
        })
        .where('id', '=', promise.round)
        .execute()
    )
    expect((await by(learning)).own).toBeNull()
    const { groups, own } = await by(learning, { question: 'lokal', round: promise.round })
    expect(groups.flatMap(({ said }) => said.map(({ text }) => text))).toEqual(['Börja tidigt.'])
    expect(own).toMatchObject({ label: 'Var var ni?', said: [{ title: 'Torgdag', text: 'Torget' }] })
  })

  test('by a party of itself is told in the coordinator’s words or not at all', async () => {
    const report = newId()
    const version = newId()
    const item = newId()
    await write(db, cli, async (tx) => {
      await tx
        .insertInto('round_item')
        .values({ id: item, round_id: promise.round, space_id: promise.space, about: 'party' })
        .execute()
      await tx
        .insertInto('report')
        .values({
          ...{ id: report, item_id: item, round_id: promise.round, collaboration_id: promise.collaboration },
          ...{ organisation_id: promise.maker, state: 'accepted', submitted_at: new Date(), audience: 'own' },
          ...{ accepted_version_id: version, accepted_at: new Date() }
        })
        .execute()
      const answers = JSON.stringify({ gave: 'HEMLIGT', beyond: 'HEMLIGT' })
      await tx
        .insertInto('report_version')
        .values({
          id: version,
          report_id: report,
          number: 1,
          answers,
          publishable: false,
          submitted_at: new Date()
        })
        .execute()
    })
    expect(await by(beyond)).toEqual({ deeds: [] })
    await write(db, cli, async (tx) => {
      const highlight = newId()
      await tx
        .insertInto('highlight')
        .values({ id: highlight, collaboration_id: promise.collaboration, wording: 'En grillkväll.' })
        .execute()
      await tx.updateTable('report').set({ highlight_id: highlight }).where('id', '=', report).execute()
    })
    expect((await by(beyond)).said).toEqual([
      { organisation: 'Ett bolag', title: null, text: 'En grillkväll.' }
    ])
    expect((await by(contribution)).parties).toEqual([])
    expect(JSON.stringify([await by(beyond), await by(contribution), await by(learning)])).not.toMatch(
      /HEMLIGT/
    )
  })
})

test('what several tell of is one deed, with everyone named and its figures once', async () => {
  const highlight = newId()
  await write(db, cli, async (tx) => {
    await tx
      .insertInto('highlight')
      .values({ id: highlight, collaboration_id: promise.collaboration, title: 'Frukost och läxor' })
      .execute()
    await tx
      .updateTable('report')
      .set({ highlight_id: highlight })
      .where('commitment_id', 'in', [idOf('Frukost'), idOf('Läxhjälp')])
      .execute()
  })
  const { deeds: told } = await by(toldTogether)
  expect(told).toMatchObject([{ title: 'Frukost och läxor', told: 2, figures: [{ value: 100 }] }])
  expect((await by(toldTogether, { deed: highlight })).deeds).toHaveLength(1)
  expect((await by(toldTogether, { deed: newId() })).deeds).toEqual([])
})

describe('the local overview', () => {
  const listed = async (settings: BlockSettings) =>
    (await by(ongoing, settings)).groups.map(({ title, items }) => [title, items.map((item) => item.title)])

  test('tells what goes on and is planned, or what is done', async () => {
    expect(await listed({})).toEqual([
      ['Skola', ['Läxhjälp', 'Frukost', 'Nattvandring']],
      ['Fritid', ['Torgdag']]
    ])
    expect(await listed({ stages: 'done' })).toEqual([['Skola', ['Cykelkurs']]])
    expect(await listed({ objective: leisure })).toEqual([['Fritid', ['Torgdag']]])
  })

  test('with who began it, what else it serves and where it comes from', async () => {
    const other = await makePromise(db, [{ title: 'Backas frukost' }, { title: 'HEMLIGT', reach: 'own' }])
    await write(db, cli, async (tx) => {
      await tx
        .updateTable('commitment')
        .set({ initiated_by: 'Backa i Fokus', labels: ['JG', 'ESF'] })
        .where('id', '=', idOf('Frukost'))
        .execute()
      await tx
        .insertInto('commitment_objective')
        .values({
          commitment_id: idOf('Frukost'),
          objective_id: leisure,
          collaboration_id: promise.collaboration,
          main: false
        })
        .execute()
      await tx
        .insertInto('lineage')
        .values(
          other.commitments.map((earlier_id) => ({
            earlier_id,
            later_id: idOf('Frukost'),
            kind: 'continues'
          }))
        )
        .execute()
    })
    const { groups } = await by(ongoing)
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
          collaboration_id: promise.collaboration,
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
    const { moves } = await by(parties, settings)
    return [moves?.joined.map(({ name }) => name), moves?.left.map(({ name }) => name)]
  }
  expect(await moved({})).toEqual([['Ny förening'], ['Gammal förening']])
  expect(await moved({ round: 'latest', shown: 'moves' })).toEqual([[], []])
  expect((await by(parties, { shown: 'moves' })).roles).toEqual([])
})

test('an assessment is the latest of the whole, and of each focus area', async () => {
  const assess = (to_day: string, worked: string, objective_id: Id | null = null) =>
    write(db, cli, (tx) =>
      addAssessment(tx, cli, promise.collaboration, { from_day: '2024-01-01', to_day, worked, objective_id })
    )
  await assess('2024-12-31', 'Förra året.')
  await assess('2025-12-31', 'Allt.')
  await assess('2025-12-31', 'Fritiden.', leisure)
  const told = async (settings: BlockSettings) =>
    (await by(assessment, settings)).assessments.map(({ objective, worked }) => [objective, worked])
  expect(await told({})).toEqual([
    [null, 'Allt.'],
    ['Fritid', 'Fritiden.']
  ])
  expect(await told({ objective: 'whole' })).toEqual([[null, 'Allt.']])
  expect(await told({ objective: leisure })).toEqual([['Fritid', 'Fritiden.']])
})

test('as many questions are asked of the database for one commitment as for all', async () => {
  const counted = async (collaboration_id: Id) => {
    let count = 0
    const counting = db.withPlugin({
      transformQuery: ({ node }) => {
        count += 1
        return node
      },
      transformResult: async ({ result }) => result
    })
    await materialFor(counting, { audience: 'public', collaboration_id })
    return count
  }
  const one = await makePromise(db, [{ title: 'Ensam', told: { done: 'Ja.' } }])
  await sql`select 1`.execute(db)
  expect(await counted(one.collaboration)).toBe(await counted(promise.collaboration))
})
