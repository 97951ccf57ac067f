import { expect, test } from 'vitest'
import { formState } from './written.ts'

const conflict = (current: Record<string, unknown>, written: Record<string, string | string[]>) =>
  formState('om', { form: 'om', errors: {}, written, current })

test('what the other chose among several is shown where it differs, in whatever order', () => {
  const state = conflict({ area_ids: ['b', 'a'], labels: ['x', 'y'] }, { area_ids: ['a', 'b'], labels: 'x' })
  expect(state.theirChoices('area_ids')).toBeUndefined()
  expect(conflict({ area_ids: ['a'] }, {}).theirChoices('area_ids')).toEqual(['a'])
  expect(conflict({ area_ids: [] }, { area_ids: ['a'] }).theirChoices('area_ids')).toEqual([])
  expect(state.theirs('labels')).toBe('x, y')
})

test('nothing is shown of another form’s conflict', () => {
  const other = { form: 'annan', errors: {}, written: {}, current: { area_ids: ['a'] } }
  expect(formState('om', other).theirChoices('area_ids')).toBeUndefined()
})
