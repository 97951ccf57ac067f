import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { findReading } from '../reports/reading.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { closeRound } from '../rounds/closing.ts'
import { findAnswering } from './answering.ts'
import { findDraft } from './drafts.ts'
import { saveDraft } from './saving.ts'
import { typeInAnswer, type TypedIn } from './typing-in.ts'

const db = await testDatabase()
let world: Awaited<ReturnType<typeof askedWorld>>
let item: string
beforeEach(async () => {
  world = await askedWorld(db)
  item = world.partner.errand.items[0] ?? ''
})

const said: TypedIn = {
  source: 'phone',
  said_by: 'Områdeschefen',
  on: '2026-03-02',
  written: { degree: 'mostly', done: 'De ringde.', 'figures.0.value': '40', 'figures.0.unit': 'besök' }
}
const type = (typed: Partial<TypedIn> = {}, actor = world.roles.coordinator) =>
  write(db, actor, (tx) => typeInAnswer(tx, actor, item, { ...said, ...typed }))
const read = () => findReading(db, world.roles.coordinator, world.round.id, '1')

describe('an answer typed in', () => {
  test('waits to be read like any other, and says how it came, from whom and when', async () => {
    await type()
    const { report, received } = await read()
    expect(report.state).toBe('submitted')
    expect(received).toMatchObject({
      source: 'phone',
      submitted_by: 'Områdeschefen',
      done: 'De ringde.',
      figures: [{ value: 40, unit: 'besök' }]
    })
    expect(received.submitted_at.toISOString()).toContain('2026-03-02')
  })

  test('is kept in history as written down for the party', async () => {
    await type()
    const { actor } = await db
      .selectFrom('history')
      .select('actor')
      .where('table_name', '=', 'report_version')
      .executeTakeFirstOrThrow()
    expect(actor).toMatchObject({ on_behalf_of: world.housing, source: 'phone' })
  })

  test('leaves what the party has begun as it is', async () => {
    const { partner } = world
    await write(db, partner, (tx) =>
      saveDraft(tx, partner, { item, mark: '', written: { done: 'Vårt eget' } }, secrets)
    )
    await type()
    expect((await findDraft(db, partner, item, secrets))?.written['done']).toBe('Vårt eget')
    expect((await read()).received.done).toBe('De ringde.')
    const shown = await findAnswering(db, partner, '1', secrets)
    expect(shown).toMatchObject({ source: 'phone', sent: true, written: { done: 'De ringde.' } })
  })

  test('is told to those of the party who were asked about it, once each', async () => {
    await type()
    const receipts = await db
      .selectFrom('message')
      .select(['parameters'])
      .where('kind', '=', 'answer_receipt')
      .execute()
    const received = await db.selectFrom('report_version').select('id').executeTakeFirstOrThrow()
    expect(receipts.map(({ parameters }) => parameters)).toEqual([
      { link_id: world.partner.errand.link, versions: [received.id] }
    ])
  })

  test('is refused when one stands already, but not when that was returned', async () => {
    const report = await type()
    await expect(type()).rejects.toMatchObject({ errors: { form: 'answered' } })
    const { coordinator } = world.roles
    await write(db, coordinator, (tx) =>
      reviewReport(tx, coordinator, report, { version: 1, verdict: 'returned', note: 'Hur många?' })
    )
    await type({ source: 'paper' })
    expect((await read()).received).toMatchObject({ number: 2, source: 'paper' })
  })

  test('is refused after the round, of what is not asked, and of days to come', async () => {
    await expect(type({ on: '2099-01-01' })).rejects.toMatchObject({ errors: { on: 'in_future' } })
    await expect(type({ written: {} })).rejects.toMatchObject({ errors: { degree: 'not_a_choice' } })
    const { coordinator } = world.roles
    await write(db, coordinator, (tx) =>
      tx.updateTable('round_item').set({ exempted_at: new Date() }).where('id', '=', item).execute()
    )
    await expect(type()).rejects.toMatchObject({ errors: { form: 'not_asked' } })
    await write(db, coordinator, (tx) => closeRound(tx, coordinator, world.round.id))
    await expect(type()).rejects.toMatchObject({ errors: { form: 'round_closed' } })
  })

  test('is the coordinators’ to do, not even the party’s own', async () => {
    for (const role of ['reader', 'elsewhere', 'representative', 'visitor'] as const)
      await expect(type({}, world.roles[role])).rejects.toThrow('item')
  })
})
