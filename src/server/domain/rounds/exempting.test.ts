import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { testDatabase } from '#tests/database.ts'
import { preparedRound } from '#tests/prepared-round.ts'
import { holderOf, secrets } from '#tests/round.ts'
import { exemptItem, exemptParty, includeItem, includeParty } from './exempting.ts'

const db = await testDatabase()
beforeEach(() => setClock(new Date('2026-12-01T09:00:00Z')))
afterEach(() => setClock(null))
const messages = async () => (await db.selectFrom('message').select('id').execute()).length

describe('exempt', () => {
  test('is a thing or a whole party, with why; and taken back they are asked again', async () => {
    const { police, housing, party, does, coordinator, open } = await preparedRound(db)
    const { space, items } = await party(housing)
    const item = items[0]?.id ?? ''
    await does((tx) => exemptItem(tx, coordinator, item, { reason: 'Vilar' }))
    await does((tx) => exemptParty(tx, coordinator, space, { reason: 'Lagt ner' }))
    expect(await party(housing)).toMatchObject({ exempt_reason: 'Lagt ner', gaps: [] })
    await open()
    expect(await messages()).toBe(1)
    expect((await party(police)).responders).toMatchObject([{ linked: true }])
    await does((tx) => includeParty(tx, coordinator, space, secrets))
    expect(await messages()).toBe(2)
    expect((await holderOf(db, housing)).errand.items).toHaveLength(3)
    await does((tx) => includeItem(tx, coordinator, item))
    expect((await holderOf(db, housing)).errand.items).toHaveLength(4)
  })

  test('not what is sent in, nor asked again when another answers instead', async () => {
    const { police, housing, party, does, coordinator, open, hand, send } = await preparedRound(db)
    await open()
    const { item, submit } = await send(housing)
    await submit()
    await expect(does((tx) => exemptItem(tx, coordinator, item, { reason: null }))).rejects.toMatchObject({
      errors: { form: 'already_sent' }
    })
    const second = (await party(housing)).items[1]?.id ?? ''
    await hand(second, police)
    await expect(does((tx) => includeItem(tx, coordinator, second))).rejects.toMatchObject({
      errors: { form: 'asked_already' }
    })
  })
})
