import { describe, expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { timeToldOf } from './time-told.ts'

const round = (from: string, to: string) => ({ id: newId(), name: '', from, to, due: to, questions: [] })
const spring = round('2026-01-01', '2026-05-31')
const before = round('2025-01-01', '2025-12-31')
const set = (...rounds: string[]) => rounds.map((one) => ({ settings: one ? { round: one } : {} }))

describe('the time a report tells of', () => {
  test('is that of the follow-ups its blocks are set to', () => {
    expect(timeToldOf([spring, before], set('latest', '', 'all'))).toEqual({
      ...{ from: '2026-01-01', to: '2026-05-31', precision: 'month' }
    })
    expect(timeToldOf([spring, before], set(before.id))).toMatchObject({
      from: '2025-01-01',
      precision: 'year'
    })
  })

  test('is that of all there have been where its blocks are set to none', () => {
    expect(timeToldOf([spring, before], set(''))).toMatchObject({ from: '2025-01-01', to: '2026-05-31' })
    expect(timeToldOf([round('2024-02-27', '2025-12-31')], [])).toMatchObject({ precision: 'day' })
  })

  test('is not known where there has been none', () => {
    expect(timeToldOf([], set('latest'))).toBeNull()
  })
})
