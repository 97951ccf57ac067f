import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { findDraft } from './drafts.ts'
import { saveDraft } from './saving.ts'
import { readAnswer } from './fields.ts'

const db = await testDatabase()
const number = '850101-1236'
const fields = [
  'reason',
  'done',
  'contributed',
  'learnt',
  'figures.0.value',
  'figures.0.unit',
  'figures.0.qualifier',
  'degree'
]

describe('an identity number', () => {
  test.each(fields)('in %s is kept nowhere, the rest is, and the field stands as it did', async (field) => {
    const { partner } = await askedWorld(db)
    const item = partner.errand.items[0] ?? ''
    const save = (written: Record<string, string>, mark = '') =>
      write(db, partner, (tx) => saveDraft(tx, partner, { item, mark, written }, secrets))
    const other = field === 'learnt' ? 'done' : 'learnt'
    const first = await save({ [field]: 'förut', [other]: 'ett' })
    const second = await save({ [field]: `Ring ${number}`, [other]: 'två' }, first.mark)
    expect(second.refused).toEqual({ [field]: 'identity_number' })
    expect((await findDraft(db, partner, item, secrets))?.written).toEqual({
      [field]: 'förut',
      [other]: 'två'
    })
    const { rows } =
      await sql`select 1 from history where before::text || after::text like ${`%${number}%`}`.execute(db)
    expect(rows).toEqual([])
  })

  test.each(['reason', 'done', 'contributed', 'learnt'])('in %s can’t be sent in either', (field) => {
    const reading = readAnswer({ degree: 'fully', [field]: `850101\u200b-1236` })
    expect(reading).toEqual({ ok: false, errors: { [field]: 'identity_number' } })
  })

  test('in a figure can’t be sent in', () => {
    const figure = { 'figures.0.qualifier': 'words', 'figures.0.value': number, 'figures.0.unit': number }
    expect(readAnswer({ degree: 'fully', ...figure })).toEqual({
      ok: false,
      errors: { 'figures.0.value': 'identity_number', 'figures.0.unit': 'identity_number' }
    })
  })

  test('that is only a case number is let through', () => {
    expect(readAnswer({ degree: 'fully', done: 'Se 556036-0793 och KS 2018-00103' }).ok).toBe(true)
  })
})
