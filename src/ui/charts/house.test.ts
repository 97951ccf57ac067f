import { describe, expect, it } from 'vitest'
import { inLocale } from '#ui/words/locale.ts'
import { drawHouse, drawingId } from './drawing.ts'
import {
  byDegree,
  countAlike,
  hasFlag,
  houseName,
  legendOf,
  looks,
  lookWords,
  roofOf,
  shapeOf,
  statusWords,
  type HouseFacts
} from './house.ts'

const facts = (change: Partial<HouseFacts>): HouseFacts => ({
  degree: null,
  state: 'reported',
  ordinary: false,
  ...change
})
const breakfast = { href: '/1', title: 'Frukost före skoldagen', seed: 'a', ...facts({ degree: 'fully' }) }

describe('what a house shows', () => {
  it('lights as many windows as the degree says', () => {
    const shapes = (['fully', 'mostly', 'partly', 'begun', 'not_begun'] as const).map((degree) =>
      shapeOf(facts({ degree }))
    )
    expect(shapes).toEqual(['four', 'three', 'two', 'one', 'panes'])
    expect(
      drawHouse('three', 0, false)
        .match(/k-lit" d="([^"]*)"/)![1]!
        .match(/M/g)
    ).toHaveLength(3)
  })
  it('has one wide lit window where the extent is not stated', () => {
    expect(shapeOf(facts({ degree: 'unstated' }))).toBe('wide')
  })
  it('is a bare outline before the answer is due, and a question mark only after', () => {
    expect(shapeOf(facts({ state: 'not_asked' }))).toBe('bare')
    expect(shapeOf(facts({ state: 'not_due' }))).toBe('bare')
    expect(shapeOf(facts({ state: 'no_answer' }))).toBe('question')
  })
  it('keeps the latest accepted degree while a new answer is awaited or missing', () => {
    expect(shapeOf(facts({ degree: 'partly', state: 'no_answer' }))).toBe('two')
  })
  it('stands for the stage where no rounds are held', () => {
    expect(shapeOf(facts({ stage: 'ongoing' }))).toBe('rafters')
    expect(shapeOf(facts({ stage: 'discontinued' }))).toBe('plot')
    expect(hasFlag(facts({ stage: 'in_ordinary_operations' }))).toBe(true)
  })
  it('always has the same roof for the same commitment, and all three on one street', () => {
    expect(roofOf('7')).toBe(roofOf('7'))
    expect(new Set(Array.from({ length: 12 }, (_, n) => roofOf(`c${n}`))).size).toBe(3)
  })
  it('draws all empty plots as one', () => {
    expect(drawingId('plot', 0, false)).toBe(drawingId('plot', 2, true))
  })
})

describe('its name', () => {
  it('follows the gender of what the commitments are called', () => {
    expect(houseName(breakfast, 'neuter')).toBe('Frukost före skoldagen: genomfört helt')
    expect(houseName(breakfast, 'common')).toBe('Frukost före skoldagen: genomförd helt')
  })
  it('is complete in English', () => {
    inLocale('en', () =>
      expect(houseName({ ...breakfast, ordinary: true }, 'common')).toBe(
        'Frukost före skoldagen: fully carried out, now in ordinary operations'
      )
    )
  })
  it('has words for every look', () => {
    for (const look of looks) expect(lookWords(look, 'neuter')).toMatch(/^\p{Ll}/u)
  })
  it('says a stage of ordinary operations once', () => {
    expect(statusWords(facts({ stage: 'in_ordinary_operations' }), 'neuter')).toBe(
      'nu i ordinarie verksamhet'
    )
  })
})

describe('a street', () => {
  const street = [
    facts({ state: 'no_answer' }),
    facts({ degree: 'partly' }),
    facts({ degree: 'fully' }),
    facts({ degree: 'fully', ordinary: true })
  ]
  it('begins with what is carried out', () => {
    expect(byDegree(street).map(shapeOf)).toEqual(['four', 'four', 'two', 'question'])
  })
  it('explains only what stands in it, the flag last', () => {
    expect(legendOf(street).map(({ look }) => look)).toEqual(['fully', 'partly', 'no_answer', 'ordinary'])
  })
  it('counts houses that look alike', () => {
    expect(countAlike([...street, facts({ degree: 'partly' })]).map(({ count }) => count)).toEqual([
      1, 1, 2, 1
    ])
  })
})
