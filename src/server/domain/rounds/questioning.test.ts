import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { preparedRound } from '#tests/prepared-round.ts'
import { cli } from '../people/actor.ts'
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  relabelQuestion,
  removeQuestion,
  restoreQuestion
} from './questioning.ts'
import { type Level, questionsAt, questionsOf } from './questions.ts'

const db = await testDatabase()
beforeEach(() => setClock(new Date('2026-12-01T09:00:00Z')))
afterEach(() => setClock(null))
const asCli = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)

describe('questions', () => {
  const own = {
    ...{ level: 'party' as const, type: 'choice' as const, label: 'Går ni vidare?', help: null },
    ...{ required: true, options: ['Ja', 'Nej'], role: null }
  }
  async function asking() {
    const world = await preparedRound(db)
    const row = () =>
      db
        .selectFrom('round')
        .select(['questions', 'version'])
        .where('id', '=', world.round)
        .executeTakeFirstOrThrow()
    const keys = async (level: Level) =>
      questionsAt(questionsOf((await row()).questions), level).map(({ key }) => key)
    const version = async () => (await row()).version
    const { does, coordinator, round } = world
    const doing = async (work: (tx: Tx, version: number) => Promise<void>) => {
      const now = await version()
      await does((tx) => work(tx, now))
    }
    return { ...world, row, keys, version, as: [coordinator, round] as const, does, doing }
  }

  test('are added, changed, moved and taken away', async () => {
    const { does, doing, as, keys, version, row } = await asking()
    const first = await version()
    const add = () => does((tx) => addQuestion(tx, ...as, { ...own, version: first }))
    await add()
    await add()
    expect(await keys('party')).toEqual(['gave', 'next', 'beyond', 'gar-ni-vidare'])
    const key = 'gar-ni-vidare'
    for (const way of ['up', 'up', 'down'] as const)
      await doing((tx, now) => moveQuestion(tx, ...as, { key, way, version: now }))
    expect(await keys('party')).toEqual(['gave', 'next', key, 'beyond'])
    await doing((tx, now) =>
      changeQuestion(tx, ...as, { ...own, type: 'number', options: [], key, version: now })
    )
    const changed = questionsOf((await row()).questions).find((one) => one.key === key)
    expect(changed).toEqual({ key, level: 'party', type: 'number', label: 'Går ni vidare?', required: true })
    await doing((tx, now) => removeQuestion(tx, ...as, { key, version: now }))
    expect(await keys('party')).toEqual(['gave', 'next', 'beyond'])
  })

  test('are called by nothing that every object has', async () => {
    const { doing, as, keys } = await asking()
    await doing((tx, now) => addQuestion(tx, ...as, { ...own, label: 'Constructor', version: now }))
    expect((await keys('party')).at(-1)).toBe('constructor-2')
  })

  test('the usual have other words or are left out, but how it went is always asked, and first', async () => {
    const { doing, as, keys, row } = await asking()
    const words = { label: 'Vad blev bättre?', help: null, required: false }
    await doing((tx, now) => relabelQuestion(tx, ...as, { key: 'gave', ...words, version: now }))
    expect(questionsOf((await row()).questions).find(({ key }) => key === 'gave')).toMatchObject({
      label: 'Vad blev bättre?'
    })
    await doing((tx, now) => removeQuestion(tx, ...as, { key: 'learnt', version: now }))
    expect(await keys('commitment')).not.toContain('learnt')
    await doing((tx, now) => restoreQuestion(tx, ...as, { key: 'learnt', version: now }))
    await doing((tx, now) => moveQuestion(tx, ...as, { key: 'done', way: 'up', version: now }))
    expect((await keys('commitment')).slice(0, 2)).toEqual(['degree', 'done'])
    expect(await keys('commitment')).toContain('learnt')
    await expect(
      doing((tx, now) => removeQuestion(tx, ...as, { key: 'degree', version: now }))
    ).rejects.toMatchObject({ errors: { form: 'always_asked' } })
  })

  test('about the collaboration are asked of those who have the role, also when they promise nothing', async () => {
    const { doing, as, collaboration, party, plan } = await asking()
    const convener = newId()
    await asCli(async (tx) => {
      await tx
        .insertInto('organisation')
        .values({ id: convener, slug: 'rad', name: 'Rådet', kind: 'other' })
        .execute()
      await tx
        .insertInto('party')
        .values({ id: newId(), collaboration_id: collaboration, organisation_id: convener, role: 'convener' })
        .execute()
    })
    const about = { ...own, level: 'collaboration' as const, role: 'convener' as const }
    await doing((tx, now) => addQuestion(tx, ...as, { ...about, version: now }))
    expect((await party(convener)).items.map(({ about }) => about)).toEqual(['collaboration'])
    await doing((tx, now) => removeQuestion(tx, ...as, { key: 'gar-ni-vidare', version: now }))
    expect((await plan()).parties).toHaveLength(2)
    for (const key of ['gave', 'next', 'beyond'])
      await doing((tx, now) => removeQuestion(tx, ...as, { key, version: now }))
    expect((await plan()).parties.flatMap(({ items }) => items.map(({ about }) => about))).toEqual([
      ...['commitment', 'commitment', 'commitment', 'commitment']
    ])
  })

  test('alike are one only, and two at once see each other’s', async () => {
    const { does, doing, as, version } = await asking()
    const first = await version()
    await does((tx) => addQuestion(tx, ...as, { ...own, version: first }))
    await expect(
      doing((tx, now) => addQuestion(tx, ...as, { ...own, required: false, version: now }))
    ).rejects.toMatchObject({ errors: { label: 'taken' } })
    const key = 'gar-ni-vidare'
    await expect(
      does((tx) => changeQuestion(tx, ...as, { ...own, label: 'Fortsätter ni?', key, version: first }))
    ).rejects.toMatchObject({ current: { label: 'Går ni vidare?', options: 'Ja\nNej', version: first + 1 } })
  })

  test('are frozen when it opens', async () => {
    const { doing, as, open } = await asking()
    await open()
    await expect(doing((tx, now) => addQuestion(tx, ...as, { ...own, version: now }))).rejects.toMatchObject({
      errors: { form: 'round_open' }
    })
  })
})
