import { beforeEach, describe, expect, test } from 'vitest'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { saveDraft } from '../answers/saving.ts'
import { submitAnswers } from '../answers/submitting.ts'
import { listHappenings, listLiftedFigures } from '../commitments/happenings.ts'
import { readerOf } from '../publications/live/reader.ts'
import { deeds } from '../publications/live/deeds.ts'
import { figures } from '../publications/live/figures.ts'
import { materialFor } from '../publications/live/material.ts'
import { highlightReport } from './highlighting.ts'
import { findReport } from '../reports/reports.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { countFrom, wordDeed } from './changing.ts'
import { findDeed, listJoinable } from './highlights.ts'
import { joinReports, partReport } from './joining.ts'

const db = await testDatabase()
let world: Awaited<ReturnType<typeof asked>>

async function asked() {
  const base = await askedWorld(db)
  const reports: string[] = []
  for (const [n, item] of [...base.partner.errand.items.slice(0, 2), base.officer.errand.items[0]!].entries())
    reports.push(await answerTo(base, item, n))
  return { ...base, reports, coordinator: base.roles.coordinator }
}

async function answerTo(
  { partner, officer, roles }: Awaited<ReturnType<typeof askedWorld>>,
  item: string,
  n: number
) {
  const link = partner.errand.items.includes(item) ? partner : officer
  const figure = {
    'figures.0.qualifier': 'exactly',
    'figures.0.value': String(10 + n),
    'figures.0.unit': 'besök'
  }
  const written = { degree: 'fully', done: `Svar ${n}`, publishable: 'yes', ...figure }
  const { mark } = await write(db, link, (tx) => saveDraft(tx, link, { item, mark: '', written }, secrets))
  await write(db, link, (tx) => submitAnswers(tx, link, [{ item, mark }], secrets))
  const { id } = await db
    .selectFrom('report')
    .select('id')
    .where('item_id', '=', item)
    .executeTakeFirstOrThrow()
  await write(db, roles.coordinator, (tx) =>
    reviewReport(tx, roles.coordinator, id, { version: 1, verdict: 'accepted', note: null })
  )
  return id
}

const doing = (work: (tx: Tx) => Promise<void>) => write(db, world.coordinator, work)
const join = (one: number, other: number) =>
  doing((tx) => joinReports(tx, world.coordinator, world.reports[one]!, world.reports[other]!))
const part = (one: number) => doing((tx) => partReport(tx, world.coordinator, world.reports[one]!))
const deedOf = async (n: number) => findDeed(db, await findReport(db, world.coordinator, world.reports[n]!))
const publicMaterial = () => materialFor(db, { audience: 'public', collaboration_id: world.collaboration })
const summed = async () => figures(await publicMaterial(), {}).sums.map(({ value }) => value)

beforeEach(async () => {
  world = await asked()
})

describe('answers about the same deed', () => {
  test('are lifted out together and their figures counted once, as the chosen one tells them', async () => {
    expect(await summed()).toEqual([33])
    await join(1, 0)
    await join(1, 0)
    expect(await summed()).toEqual([22])
    await doing((tx) => countFrom(tx, world.coordinator, world.reports[1]!))
    expect(await summed()).toEqual([23])
    await join(2, 1)
    expect(await summed()).toEqual([11])
    expect((await deedOf(0))?.told).toHaveLength(3)
    const lifted = await listLiftedFigures(
      db,
      readerOf({ audience: 'public', collaboration_id: world.collaboration }),
      world.collaboration
    )
    expect(lifted.map(({ value }) => value)).toEqual([11])
  })

  test('are told of as one deed, in its own words, with everyone who tells of it', async () => {
    await join(2, 0)
    await doing((tx) =>
      wordDeed(tx, world.coordinator, world.reports[0]!, {
        version: 2,
        title: 'Tillsammans på torget',
        wording: 'Båda var där.'
      })
    )
    const { groups } = deeds(await publicMaterial(), {})
    const told = groups.flatMap((group) => group.deeds)
    expect(told).toHaveLength(2)
    expect(told[0]).toMatchObject({
      title: 'Tillsammans på torget',
      text: 'Båda var där.',
      lead: 'Bostäder',
      parties: ['Polisen']
    })
    const happened = await listHappenings(db, world.roles.visitor, world.collaboration)
    expect(happened.map(({ title, told: text, parties }) => [title, text, parties])).toContainEqual([
      'Tillsammans på torget',
      'Båda var där.',
      expect.arrayContaining(['Polisen'])
    ])
    expect(happened).toHaveLength(2)
  })

  test('can be parted again; the others stay together, and the last one alone is a highlight', async () => {
    await join(1, 0)
    await join(2, 0)
    await part(0)
    expect(await deedOf(0)).toBeNull()
    expect(await deedOf(1)).toMatchObject({ figures_from_id: null, told: [{}, {}] })
    expect(await summed()).toEqual([21])
    await part(1)
    await part(2)
    expect(await db.selectFrom('highlight').select('id').execute()).toEqual([])
  })

  test('bring with them those they were told with before', async () => {
    await join(1, 0)
    await doing((tx) => highlightReport(tx, world.coordinator, world.reports[2]!, true))
    await join(0, 2)
    expect((await deedOf(1))?.told).toHaveLength(3)
    expect(await db.selectFrom('highlight').select('id').execute()).toHaveLength(1)
  })

  test('are chosen among what is accepted here', async () => {
    const [own] = world.reports
    const report = await findReport(db, world.coordinator, own!)
    expect(await listJoinable(db, world.coordinator, report)).toHaveLength(2)
    expect(await listJoinable(db, world.roles.representative, report)).toEqual([])
    await expect(join(0, 0)).rejects.toMatchObject({ errors: { other: 'not_a_choice' } })
    await expect(
      doing((tx) => joinReports(tx, world.roles.reader, own!, world.reports[1]!))
    ).rejects.toThrow()
  })

  test('what is not lifted out has no words of its own; old words are a conflict', async () => {
    const words = { version: 1, title: 'Ny', wording: null }
    const word = (changed: typeof words) =>
      doing((tx) => wordDeed(tx, world.coordinator, world.reports[0]!, changed))
    await expect(word(words)).rejects.toMatchObject({ errors: { title: 'not_lifted' } })
    await doing((tx) => highlightReport(tx, world.coordinator, world.reports[0]!, true))
    await word(words)
    await expect(word({ ...words, title: 'Annan' })).rejects.toMatchObject({ current: { title: 'Ny' } })
  })
})
