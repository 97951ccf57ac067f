import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { preparedRound } from '#tests/prepared-round.ts'
import { holderOf, secrets } from '#tests/round.ts'
import { cli } from '../people/actor.ts'
import { askCommitments, askParty } from './including.ts'

const db = await testDatabase()
beforeEach(() => setClock(new Date('2026-12-01T09:00:00Z')))
afterEach(() => setClock(null))
const asCli = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
const messages = async () => (await db.selectFrom('message').select('id').execute()).length

describe('what comes later', () => {
  const later = async (world: Awaited<ReturnType<typeof preparedRound>>, lead: Id | null) => {
    const id = newId()
    await asCli((tx) =>
      tx
        .insertInto('commitment')
        .values({
          ...{ id, collaboration_id: world.collaboration, number: 9, title: 'Nytt', stage: 'agreed' },
          ...{ lead_id: lead, audience: 'public' as const }
        })
        .execute()
    )
    return id
  }

  test('is seen in the plan, and asked of whoever carries it', async () => {
    const world = await preparedRound(db)
    await world.open()
    const id = await later(world, world.housing)
    expect((await world.plan()).leftOut).toEqual([{ id, number: 9, title: 'Nytt', owner: 'Bostäder' }])
    const before = await messages()
    const more = { commitment_ids: [id], organisation_id: null }
    const ask = () => world.does((tx) => askCommitments(tx, world.coordinator, world.round, more, secrets))
    await ask()
    await ask()
    expect((await world.plan()).leftOut).toEqual([])
    expect((await holderOf(db, world.housing)).errand.items).toHaveLength(5)
    expect(await messages()).toBe(before + 1)
  })

  test('that nobody carries wants somebody', async () => {
    const world = await preparedRound(db)
    const id = await later(world, null)
    const ask = (organisation_id: Id | null, commitment_ids = [id]) =>
      world.does((tx) =>
        askCommitments(tx, world.coordinator, world.round, { commitment_ids, organisation_id }, secrets)
      )
    await expect(ask(null)).rejects.toMatchObject({ errors: { organisation_id: 'required' } })
    await expect(ask(null, [])).rejects.toMatchObject({ errors: { commitment_ids: 'required' } })
    await expect(ask(null, [newId()])).rejects.toMatchObject({ errors: { commitment_ids: 'not_a_choice' } })
    await ask(world.police)
    expect((await world.party(world.police)).items.map(({ number }) => number)).toEqual([4, 9, null])
  })

  test('a party that carries nothing is asked what every party is asked', async () => {
    const world = await preparedRound(db)
    const school = newId()
    await asCli((tx) =>
      tx
        .insertInto('organisation')
        .values({ id: school, slug: 'skolan', name: 'Skolan', kind: 'school' })
        .execute()
    )
    const ask = () =>
      world.does((tx) => askParty(tx, world.coordinator, world.round, { organisation_id: school }, secrets))
    await ask()
    await ask()
    expect(await world.party(school)).toMatchObject({ items: [{ about: 'party' }], gaps: ['no_mail'] })
  })
})
