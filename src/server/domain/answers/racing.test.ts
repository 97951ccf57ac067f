import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { freshDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { closeRound } from '../rounds/closing.ts'
import { listDrafts } from './drafts.ts'
import { saveDraft } from './saving.ts'
import { readAnswer } from './fields.ts'
import { submitAnswers } from './submitting.ts'

const { db } = await freshDatabase()
const world = await askedWorld(db)
const { partner, officer, roles, round } = world

const saving = (actor: typeof partner, at: number, written: Record<string, string>, mark = '') =>
  write(db, actor, (tx) =>
    saveDraft(tx, actor, { item: actor.errand.items[at] ?? '', mark, written }, secrets)
  )

describe('many at once', () => {
  test('sending the same answers make one of each', async () => {
    const marks = [
      await saving(partner, 0, { degree: 'fully' }),
      await saving(partner, 1, { degree: 'begun' })
    ]
    const chosen = marks.map(({ mark }, at) => ({ item: partner.errand.items[at] ?? '', mark }))
    const sent = await Promise.all(
      Array.from({ length: 8 }, () => write(db, partner, (tx) => submitAnswers(tx, partner, chosen, secrets)))
    )
    expect(sent.flat()).toHaveLength(2)
    expect(await db.selectFrom('report_version').select('number').execute()).toEqual([
      { number: 1 },
      { number: 1 }
    ])
    expect(await db.selectFrom('draft').select('id').execute()).toEqual([])
    const receipts = await db
      .selectFrom('message')
      .select('id')
      .where('kind', '=', 'answer_receipt')
      .execute()
    expect(receipts).toHaveLength(1)
  })

  test('saving the first draft make one, with every text in it', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => saving(partner, 2, { done: `Fönster ${at}` }))
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
    const [draft, ...others] = await listDrafts(db, partner, secrets)
    expect(others).toEqual([])
    const texts = draft?.conflicts['done']?.map(({ text }) => text).toSorted()
    expect(texts).toEqual(Array.from({ length: 8 }, (_, at) => `Fönster ${at}`))
  })

  test('sending while the round closes is whole or refused', async () => {
    const { mark } = await saving(officer, 0, { degree: 'mostly' })
    const chosen = [{ item: officer.errand.items[0] ?? '', mark }]
    const [sent] = await Promise.allSettled([
      write(db, officer, (tx) => submitAnswers(tx, officer, chosen, secrets)),
      write(db, roles.coordinator, (tx) => closeRound(tx, roles.coordinator, round.id))
    ])
    const reports = await db
      .selectFrom('report')
      .select('id')
      .where('organisation_id', '=', world.police)
      .execute()
    const drafts = await db
      .selectFrom('draft')
      .select('id')
      .where('space_id', '=', officer.errand.space)
      .execute()
    expect([reports.length, drafts.length]).toEqual(sent.status === 'fulfilled' ? [1, 0] : [0, 1])
  })
})

describe('whatever is written', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  const name = fc.constantFrom(
    'degree',
    'reason',
    'done',
    'learnt',
    'publishable',
    'no_change',
    'figures.0.value',
    'figures.0.unit',
    'figures.0.qualifier',
    'figures.0.scope',
    'figures.99.value',
    'figures.1.rule',
    '__proto__',
    'mark'
  )
  const value = fc.oneof(
    text,
    fc.constantFrom('fully', 'words', 'yes', '1 000,5', '-0', '1e9', '9'.repeat(13), '\u202e')
  )

  test('is read or refused by field, never a fault', () =>
    fc.assert(
      fc.property(fc.dictionary(name, value), (written) => {
        const reading = readAnswer(written)
        if (!reading.ok) expect(Object.keys(reading.errors).length).toBeGreaterThan(0)
      })
    ))
})
