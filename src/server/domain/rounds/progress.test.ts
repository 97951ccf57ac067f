import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { saveDraft } from '../answers/saving.ts'
import { submitAnswers } from '../answers/submitting.ts'
import { cli } from '../people/actor.ts'
import { listToRead } from './owed.ts'
import { partyState, progressOf } from './progress.ts'

const db = await testDatabase()
const as = (work: (tx: Tx) => Promise<unknown>) => write(db, cli, work)

describe('a party’s state', () => {
  const unanswered = [{ state: null, begun: false }]
  const sent = { withdrawn: false, mailing: 'sent' as const, bounced_at: null }
  const bounced = { ...sent, bounced_at: new Date(0) }
  test('says that mail came back, unless somebody else there was reached', () => {
    expect(partyState(unanswered, [bounced], false)).toBe('not_delivered')
    expect(partyState(unanswered, [bounced, sent], false)).toBe('sent')
  })
  test('is declined until it answers all the same, and exempted whatever it did', () => {
    const declined = { declined_at: new Date(0) }
    expect(partyState(unanswered, [sent], true, declined)).toBe('declined')
    expect(partyState([{ state: 'submitted', begun: false }], [sent], true, declined)).toBe('to_read')
    expect(partyState(unanswered, [sent], true, { exempted: true })).toBe('exempted')
    expect(partyState([], [sent], true)).toBe('exempted')
  })
})

describe('the progress of a round', () => {
  const asked = async () => {
    const world = await askedWorld(db)
    const progress = () => progressOf(db, { id: world.round.id, due_on: '2027-01-15' })
    const police = async () => (await progress()).find(({ organisation }) => organisation.name === 'Polisen')!
    return { ...world, progress, police }
  }

  test('leaves out what nobody is asked any more, and says why', async () => {
    const { progress, commitments } = await asked()
    await as((tx) =>
      tx
        .updateTable('round_item')
        .set({ exempted_at: new Date(), exempt_reason: 'Görs av andra' })
        .where('commitment_id', '=', commitments[0] ?? '')
        .execute()
    )
    const housing = (await progress()).find(({ organisation }) => organisation.name === 'Bostäder')!
    expect(housing.items.map(({ number }) => number)).toEqual([2, 3])
    expect(housing.exempted).toMatchObject([{ number: 1, exempt_reason: 'Görs av andra' }])
  })

  test('says that an exempt party has told something all the same, until it is read', async () => {
    const { officer, roles, police } = await asked()
    await as((tx) =>
      tx
        .updateTable('space')
        .set({ exempted_at: new Date() })
        .where('id', '=', officer.errand.space)
        .execute()
    )
    expect((await police()).state).toBe('exempted')
    const item = officer.errand.items[0] ?? ''
    const written = { degree: 'fully', done: 'Ändå' }
    const { mark } = await write(db, officer, (tx) =>
      saveDraft(tx, officer, { item, mark: '', written }, secrets)
    )
    await write(db, officer, (tx) => submitAnswers(tx, officer, [{ item, mark }], secrets))
    expect((await police()).state).toBe('to_read')
    expect(await listToRead(db, roles.coordinator)).toMatchObject([{ asked: 4, waiting: 1 }])
  })

  test('puts the party that is exempt last, and has the last day of each', async () => {
    const { progress, housing, police } = await asked()
    await as(async (tx) => {
      await tx
        .updateTable('space')
        .set({ exempted_at: new Date() })
        .where('organisation_id', '=', housing)
        .execute()
      await tx
        .updateTable('space')
        .set({ due_on: '2027-02-01' })
        .where('organisation_id', '!=', housing)
        .execute()
    })
    expect((await progress()).map(({ state }) => state)).toEqual(['waiting', 'exempted'])
    expect(await police()).toMatchObject({ due: '2027-02-01', own_due: true })
  })

  test('counts addresses that mail does not reach, with what the server said', async () => {
    const { police, officer } = await asked()
    await as((tx) =>
      tx
        .updateTable('message')
        .set({ state: 'failed', error: 'SMTP 550' })

        .where(sql<boolean>`parameters ->> 'link_id' = ${officer.errand.link}`)
        .execute()
    )
    expect(await police()).toMatchObject({
      state: 'not_delivered',
      unreached: 1,
      links: [{ refused: 'SMTP 550' }]
    })
    await as((tx) =>
      tx.updateTable('link').set({ bounced_at: new Date() }).where('id', '=', officer.errand.link).execute()
    )
    expect(await police()).toMatchObject({ state: 'not_delivered', unreached: 1 })
  })

  test('holds what a party is asked of itself', async () => {
    const { police, officer, round } = await asked()
    await as((tx) =>
      tx
        .insertInto('round_item')
        .values({
          id: '0195c5b0-0000-7000-8000-000000000001',
          round_id: round.id,
          space_id: officer.errand.space,
          about: 'party'
        })
        .execute()
    )
    expect((await police()).items.map(({ about, number }) => [about, number])).toEqual([
      ['commitment', 4],
      ['party', null]
    ])
  })
})
