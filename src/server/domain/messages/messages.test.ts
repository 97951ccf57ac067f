import { describe, expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld } from '#tests/round.ts'
import { job } from '../people/actor.ts'
import { countFailed, listMessages, queueMessage } from './messages.ts'

const db = await testDatabase()

async function world() {
  const { roles, partner, round } = await askedWorld(db)
  const person_id = roles.coordinator.person?.id ?? ''
  await write(db, job, async (tx) => {
    await queueMessage(tx, 'round_handed_over', 'over', { round_id: round.id, person_id })
    await queueMessage(tx, 'sign_in_code', 'code', { person_id: newId(), code: 'x', language: 'sv' })
  })
  const set = (where: string, values: object) =>
    db.updateTable('message').set(values).where('dedupe_key', 'like', where).execute()
  await set('%', { state: 'sent', sent_at: new Date() })
  return { roles, partner, set }
}

describe('the outbox', () => {
  test('tells whose organisation and which collaboration each mail is about', async () => {
    const { roles } = await world()
    const rows = await listMessages(db, roles.administrator)
    const about = rows.map(({ kind, organisation, collaboration }) => [kind, organisation, collaboration])
    expect(about.toSorted()).toEqual([
      ['answer_link', 'Bostäder', 'Tillsammans'],
      ['answer_link', 'Polisen', 'Tillsammans'],
      ['round_handed_over', null, 'Tillsammans'],
      ['sign_in_code', null, null]
    ])
  })

  test('can be asked for what did not arrive: refused, or come back', async () => {
    const { roles, partner, set } = await world()
    await set(`answer_link:${partner.errand.link}:%`, { error: '5.1.1' })
    await set('code', { state: 'failed', error: 'SMTP 550' })
    await set('over', { state: 'unneeded' })
    const failed = await listMessages(db, roles.administrator, { failed: true })
    expect(failed.map(({ error }) => error).toSorted()).toEqual(['5.1.1', 'SMTP 550'])
    expect(await countFailed(db, roles.administrator)).toBe(2)
  })

  test('is the administrators’', async () => {
    const { roles } = await world()
    for (const actor of [roles.coordinator, roles.reader, roles.representative, roles.visitor]) {
      await expect(listMessages(db, actor)).rejects.toThrow(NotAllowed)
      await expect(countFailed(db, actor)).rejects.toThrow(NotAllowed)
    }
  })
})
