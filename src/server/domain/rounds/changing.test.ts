import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { testDatabase } from '#tests/database.ts'
import { preparedRound } from '#tests/prepared-round.ts'
import { asked, secrets } from '#tests/round.ts'
import { changeDue, changeLetters, changeRound, giveLonger } from './changing.ts'
import { openDueRounds } from './due.ts'
import { openPreparedRound } from './opening.ts'
import { removeQuestion } from './questioning.ts'

const db = await testDatabase()
beforeEach(() => setClock(new Date('2026-12-01T09:00:00Z')))
afterEach(() => setClock(null))
const row = (id: Id) => db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('its times', () => {
  const times = {
    ...asked,
    opens_on: '2026-12-05',
    opens_clock: '08:00',
    remind_days: [-3, 3] as (-3 | 3)[],
    version: 1
  }

  test('are changed until it opens, by whoever saw them as they stood', async () => {
    const { coordinator, does, round } = await preparedRound(db)
    const change = (more: object) => does((tx) => changeRound(tx, coordinator, round, { ...times, ...more }))
    await change({})
    expect(await row(round)).toMatchObject({
      opens_at: new Date('2026-12-05T07:00:00Z'),
      remind_days: [-3, 3],
      version: 2
    })
    await change({})
    await expect(change({ due_on: '2027-02-02' })).rejects.toMatchObject({
      current: {
        due_on: '2027-01-15',
        opens_on: '2026-12-05',
        opens_clock: '08:00',
        remind_days: ['-3', '3']
      }
    })
    await expect(change({ opens_on: '2026-11-30', version: 2 })).rejects.toMatchObject({
      errors: { opens_on: 'past' }
    })
    await expect(change({ opens_on: '2027-01-16', version: 2 })).rejects.toMatchObject({
      errors: { opens_on: 'after_due' }
    })
    await expect(change({ due_on: '2026-11-30', version: 2 })).rejects.toMatchObject({
      errors: { due_on: 'past' }
    })
    await does((tx) => openPreparedRound(tx, coordinator, round, secrets))
    await expect(change({ version: 3 })).rejects.toMatchObject({ errors: { form: 'round_open' } })
  })

  test('are changed beside the letters and the questions, not beside one another', async () => {
    const { coordinator, does, round } = await preparedRound(db)
    const letters = { invitation: 'Välkomna', reminder: null, version: 1 }
    await does((tx) => changeLetters(tx, coordinator, round, letters))
    await does((tx) => changeRound(tx, coordinator, round, times))
    await does((tx) => removeQuestion(tx, coordinator, round, { key: 'learnt', version: 1 }))
    expect(await row(round)).toMatchObject({ invitation: 'Välkomna', remind_days: [-3, 3], version: 4 })
    const again = (more: object) => does((tx) => changeRound(tx, coordinator, round, { ...times, ...more }))
    await expect(again({ due_on: '2027-02-02' })).rejects.toMatchObject({ current: { version: 4 } })
    await expect(
      does((tx) => removeQuestion(tx, coordinator, round, { key: 'contributed', version: 3 }))
    ).rejects.toMatchObject({ current: { version: 4 } })
    await again({ due_on: '2027-02-02', version: 3 })
    await expect(
      does((tx) => changeLetters(tx, coordinator, round, { ...letters, invitation: 'Hej' }))
    ).rejects.toMatchObject({ current: { invitation: 'Välkomna' } })
  })

  test('open it when they say, once, on behalf of whoever holds it', async () => {
    const { coordinator, does, round } = await preparedRound(db)
    await does((tx) => changeRound(tx, coordinator, round, times))
    setClock(new Date('2026-12-05T06:59:59Z'))
    expect(await openDueRounds(db, secrets)).toBe(0)
    setClock(new Date('2026-12-05T07:00:00Z'))
    expect(await openDueRounds(db, secrets)).toBe(1)
    expect(await openDueRounds(db, secrets)).toBe(0)
    const opened = db.selectFrom('fact').select('actor').where('code', '=', 'round.opened')
    expect(await opened.executeTakeFirst()).toEqual({
      actor: { via: 'job', on_behalf_of: coordinator.person?.id }
    })
  })

  test('leave it waiting where it can’t be opened, and say why', async () => {
    const { coordinator, does, round } = await preparedRound(db)
    await does((tx) => changeRound(tx, coordinator, round, times))
    setClock(new Date('2027-03-01T09:00:00Z'))
    expect(await openDueRounds(db, secrets)).toBe(0)
    expect(await row(round)).toMatchObject({ state: 'preparing', opens_at: null })
    const left = db.selectFrom('fact').select('parameters').where('code', '=', 'round.not_opened')
    expect(await left.executeTakeFirst()).toEqual({ parameters: { why: 'past' } })
  })

  test('are longer for all or for one when it is open, and their links live as long', async () => {
    const world = await preparedRound(db)
    const { coordinator, does, round, housing } = world
    await does((tx) => openPreparedRound(tx, coordinator, round, secrets))
    const { space } = await world.party(housing)
    const latest = async () =>
      (await db.selectFrom('link').select('expires_at').orderBy('expires_at', 'desc').execute())[0]
        ?.expires_at
    const first = await latest()
    await does((tx) => giveLonger(tx, coordinator, space, { due_on: '2027-02-15' }))
    expect(+((await latest()) ?? 0) - +(first ?? 0)).toBe(31 * 86_400_000)
    await expect(
      does((tx) => giveLonger(tx, coordinator, space, { due_on: '2027-01-15' }))
    ).rejects.toMatchObject({ errors: { due_on: 'not_longer' } })
    const due = { due_on: '2027-03-01', remind_days: [], version: (await row(round)).version }
    await does((tx) => changeDue(tx, coordinator, round, due))
    const standing = db.selectFrom('commitment_standing').select('first_due').orderBy('first_due')
    expect((await standing.execute()).map(({ first_due }) => first_due)).toEqual([
      ...['2027-02-15', '2027-02-15', '2027-02-15', '2027-03-01']
    ])
    await does((tx) => giveLonger(tx, coordinator, space, { due_on: null }))
    expect((await standing.executeTakeFirst())?.first_due).toBe('2027-03-01')
  })

  test('and the words of its mails have both texts when two write at once', async () => {
    const { coordinator, does, round } = await preparedRound(db)
    const write = (invitation: string) =>
      does((tx) => changeLetters(tx, coordinator, round, { invitation, reminder: null, version: 1 }))
    await write('Välkomna')
    await write('Välkomna')
    await expect(write('Hej')).rejects.toMatchObject({ current: { invitation: 'Välkomna', version: 2 } })
  })
})
