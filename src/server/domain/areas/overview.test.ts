import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { cli, visitor, type Actor } from '../people/actor.ts'
import { listHouses } from '../reports/listing.ts'
import { listGoing } from '../reports/now.ts'
import { quarterOf } from '../reports/quarters.ts'
import { readOrganisation } from '../organisations/reading.ts'
import { findOrganisation } from '../organisations/organisations.ts'
import { findArea } from './areas.ts'
import { listCollaborationsOf, listOrganisationsIn, quartersAbove } from './overview.ts'

const db = await testDatabase()
const id = { kind: newId(), town: newId(), quarter: newId(), yard: newId(), office: newId(), club: newId() }
const collaboration = { open: newId(), closed: newId() }
const noun = { one: 'löfte', theOne: 'löftet', many: 'löften', theMany: 'löftena', gender: 'neuter' }
const words = { name: { sv: noun }, commitment: { sv: noun }, objective: { sv: noun } }

type Promised = { number: number; in: Id[]; by: Id; hidden?: boolean }

async function promise(tx: Tx, { number, in: areas, by, hidden = false }: Promised): Promise<void> {
  const commitment_id = newId()
  const audience = hidden ? 'parties' : 'public'
  const collaboration_id = hidden ? collaboration.closed : collaboration.open
  const row = { id: commitment_id, collaboration_id, number, title: `Löfte ${number}`, lead_id: by }
  await tx
    .insertInto('commitment')
    .values({ ...row, stage: 'ongoing', reach: audience, audience })
    .execute()
  await tx
    .insertInto('commitment_area')
    .values(areas.map((area_id) => ({ commitment_id, area_id })))
    .execute()
}

async function collaborate(tx: Tx, which: 'open' | 'closed', main_area_id: Id): Promise<void> {
  const audience = which === 'open' ? 'public' : 'parties'
  const row = {
    id: collaboration[which],
    slug: which,
    name: which,
    kind_id: id.kind,
    authority_id: id.office
  }
  await tx
    .insertInto('collaboration')
    .values({ ...row, main_area_id, lifecycle: 'active', reach: audience, audience })
    .execute()
}

beforeAll(() =>
  write(db, cli, async (tx) => {
    await tx
      .insertInto('kind')
      .values({ id: id.kind, code: 'promise', words: JSON.stringify(words) })
      .execute()
    await tx
      .insertInto('organisation')
      .values([
        { id: id.office, slug: 'kontoret', name: 'Kontoret', kind: 'municipal_department' },
        { id: id.club, slug: 'klubben', name: 'Klubben', kind: 'association' }
      ])
      .execute()
    await tx
      .insertInto('area')
      .values([
        { id: id.town, slug: 'staden', name: 'Staden', kind: 'municipality' },
        { id: id.quarter, slug: 'kvarteret', name: 'Kvarteret', kind: 'neighbourhood' },
        { id: id.yard, slug: 'garden', name: 'Gården', kind: 'place' }
      ])
      .execute()
    await tx
      .insertInto('area_parent')
      .values([
        { area_id: id.quarter, parent_id: id.town },
        { area_id: id.yard, parent_id: id.quarter }
      ])
      .execute()
    await collaborate(tx, 'open', id.town)
    await collaborate(tx, 'closed', id.quarter)
    await promise(tx, { number: 1, in: [id.town], by: id.office })
    await promise(tx, { number: 2, in: [id.quarter], by: id.office })
    await promise(tx, { number: 3, in: [id.quarter, id.town], by: id.club })
    await promise(tx, { number: 4, in: [id.yard], by: id.club })
    await promise(tx, { number: 5, in: [id.quarter], by: id.club, hidden: true })
    await tx
      .insertInto('commitment_party')
      .expression((eb) =>
        eb
          .selectFrom('commitment')
          .select(['id', eb.val(id.club).as('organisation_id'), eb.val('co_actor').as('role')])
          .where('number', '=', 1)
      )
      .execute()
  })
)

const party: Actor = { ...visitor, partyIn: [collaboration.closed] }
const here = async (slug: string, actor: Actor = visitor) => {
  const { houses } = await quarterOf(db, actor, { within: (await findArea(db, slug)).id })
  return houses?.map((house) => house.number).toSorted()
}
const above = async (slug: string) =>
  (await quartersAbove(db, visitor, await findArea(db, slug))).map(({ area, quarter }) => ({
    name: area.name,
    numbers: quarter.houses?.map((house) => house.number)
  }))

describe('what is promised in an area', () => {
  test('is found from every area above it', async () => {
    expect(await here('garden')).toEqual([4])
    expect(await here('kvarteret')).toEqual([2, 3, 4])
    expect(await here('staden')).toEqual([1, 2, 3, 4])
  })

  test('is told apart from what holds for the larger areas, and counted once', async () => {
    expect(await above('kvarteret')).toEqual([{ name: 'Staden', numbers: [1] }])
    expect(await above('garden')).toEqual([
      { name: 'Kvarteret', numbers: [2, 3] },
      { name: 'Staden', numbers: [1, 3] }
    ])
    expect(await above('staden')).toEqual([])
  })

  test('is seen by those who may', async () => expect(await here('kvarteret', party)).toEqual([2, 3, 4, 5]))

  test('is known to be internal when something of it is not public', async () => {
    const internal = async (actor: Actor) => (await quarterOf(db, actor, { within: id.quarter })).internal
    expect([await internal(visitor), await internal(party)]).toEqual([false, true])
  })

  test('is the work of those who answer for it, those with most first', async () => {
    const working = (actor: Actor) => listOrganisationsIn(db, actor, id.quarter)
    expect(await working(visitor)).toMatchObject([
      { name: 'Klubben', count: 2 },
      { name: 'Kontoret', count: 1 }
    ])
    expect((await working(party))[0]).toMatchObject({ name: 'Klubben', count: 3 })
  })

  test('stands with the collaborations here and those of larger areas', async () => {
    const near = async (area: Id, actor: Actor) =>
      (await listCollaborationsOf(db, actor, area)).map(({ slug, here }) => [slug, here])
    expect(await near(id.quarter, visitor)).toEqual([['open', false]])
    expect(await near(id.quarter, party)).toEqual([
      ['closed', true],
      ['open', false]
    ])
    expect(await near(id.town, visitor)).toEqual([['open', true]])
  })
})

test('a long list goes on where the page before ended', async () => {
  await write(db, cli, async (tx) => {
    for (let number = 101; number <= 220; number += 1)
      await promise(tx, { number, in: [id.yard], by: id.office })
  })
  const numbers = async (after: { collaboration: Id; number: number } | null) => {
    const page = await listHouses(db, visitor, { within: id.yard }, after)
    return {
      next: page.next,
      numbers: page.groups.flatMap(({ houses }) => houses.map((house) => house.number))
    }
  }
  const first = await numbers(null)
  expect(first.numbers).toHaveLength(100)
  expect(first.next).toBe(`${collaboration.open}_199`)
  const rest = await numbers({ collaboration: collaboration.open, number: 199 })
  expect(rest).toEqual({ next: null, numbers: Array.from({ length: 21 }, (_, n) => 200 + n) })
})

test('houses too many to walk are counted instead', async () => {
  await write(db, cli, async (tx) => {
    for (let number = 1001; number <= 1301; number += 1)
      await promise(tx, { number, in: [id.yard], by: id.office })
  })
  const quarter = await quarterOf(db, visitor, { within: id.yard })
  expect(quarter.houses).toBeNull()
  expect(quarter.total).toBe(302)
  expect(quarter.counts).toMatchObject([{ stage: 'ongoing', count: 302 }])
})

test('an organisation shows all it answers for, and what it takes part in', async () => {
  const read = async (actor: Actor) => readOrganisation(db, actor, await findOrganisation(db, 'klubben'))
  const seen = await read(visitor)
  expect(seen.promised.houses?.map((house) => house.number)).toEqual([3, 4])
  expect(seen.contributions).toMatchObject([{ number: 1, roles: ['co_actor'] }])
  expect((await read(party)).promised.total).toBe(3)
})

test('the start page tells of what goes on, as this reader may see it', async () => {
  const told = async (actor: Actor, day = '2026-06-01') => {
    const { going, others } = await listGoing(db, actor, day)
    return { going: going.map(({ slug }) => slug).toSorted(), others }
  }
  expect(await told(visitor)).toEqual({ going: ['open'], others: false })
  expect((await told(party)).going).toEqual(['closed', 'open'])
  const change = (changes: object) =>
    write(db, cli, (tx) =>
      tx.updateTable('collaboration').set(changes).where('id', '=', collaboration.open).execute()
    )
  await change({ to_day: '2026-05-31' })
  expect(await told(visitor)).toEqual({ going: [], others: true })
  expect((await told(visitor, '2026-05-31')).going).toEqual(['open'])
  await change({ to_day: null, lifecycle: 'ended' })
  expect((await told(visitor)).going).toEqual([])
})
