import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { newDecision } from './fields.ts'

const sectionOf = (section: string) =>
  v.parse(newDecision, { kind: 'decision', body: 'Nämnden', reach: 'public', section }).section

describe('the section of a decision', () => {
  test.each([
    ['§ 71', '71'],
    ['§71', '71'],
    ['§§ 71–72', '71–72'],
    ['71', '71'],
    ['71 §', '71 §'],
    ['§', null],
    ['', null]
  ])('%s is kept without the sign before it', (written, kept) => {
    expect(sectionOf(written)).toBe(kept)
  })
})
