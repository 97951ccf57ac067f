import { describe, expect, it } from 'vitest'
import { exempelkvarteret } from './exempelkvarteret/collaboration.ts'
import { world } from './world.ts'

const { commitments, objectives, parties, rounds } = exempelkvarteret
const [spring, autumn] = rounds
const inRound = (ref: string | undefined) => commitments.flatMap((one) => (ref && one.reports?.[ref]) || [])
const each = <Value>(values: Value[]) => [...new Set(values)].sort()
const answering = (organisation: string) =>
  commitments
    .filter((one) => (one.lead ?? one.answerer) === organisation)
    .map((one) => autumn && one.reports?.[autumn.ref]?.state)

describe('Exempelkvarteret shows how everything works', () => {
  it('is made up and says so, with twelve parties and about a hundred sub-promises in five focus areas', () => {
    expect(exempelkvarteret.invented).toBe(true)
    expect(parties).toHaveLength(12)
    expect(commitments.length).toBeGreaterThanOrEqual(96)
    expect(commitments.length).toBeLessThanOrEqual(104)
    expect(objectives.filter((objective) => objective.kind === 'focus_area')).toHaveLength(5)
    for (const party of parties) expect(answering(party.organisation).length).toBeGreaterThan(4)
  })

  it('has every stage and every degree', () => {
    expect(each(commitments.map((one) => one.stage))).toEqual([
      'agreed',
      'completed',
      'discontinued',
      'in_ordinary_operations',
      'ongoing',
      'proposed'
    ])
    expect(each(inRound(spring?.ref).map((report) => report.degree))).toEqual([
      'begun',
      'fully',
      'mostly',
      'not_begun',
      'not_carried_out',
      'partly',
      'unstated'
    ])
  })

  it('has a closed round where all that came in is accepted, and some never came', () => {
    expect(each(inRound(spring?.ref).map((report) => report.state))).toEqual(['accepted'])
    const asked = commitments.filter((one) => !one.agreed || one.agreed <= (spring?.opened ?? ''))
    expect(asked.length - inRound(spring?.ref).length).toBeGreaterThanOrEqual(5)
  })

  it('has an open round in the middle of things', () => {
    expect(autumn?.closed).toBeUndefined()
    expect((autumn?.opened ?? '') < world.today && world.today < (autumn?.due ?? '')).toBe(true)
    expect(each(inRound(autumn?.ref).map((report) => report.state))).toEqual([
      'accepted',
      'draft',
      'returned',
      'submitted'
    ])
    expect(each(answering('fritidsgarden-exemplet'))).toContain('draft')
    expect(each(answering('pahittade-fastigheter'))).toEqual([undefined])
  })

  it('has sub-promises that came later, that nobody promised from the start, and that not all may see', () => {
    expect(commitments.filter((one) => (one.agreed ?? '') > (autumn?.opened ?? '')).length).toBeGreaterThan(4)
    expect(commitments.filter((one) => one.onTheWay).length).toBeGreaterThan(2)
    expect(each(commitments.map((one) => one.reach ?? 'public'))).toEqual(['own', 'parties', 'public'])
  })

  it('is still right when one reads it: nothing goes on, or is to begin, whose time is over', () => {
    const over = commitments.filter(
      ({ period, stage }) =>
        period?.to && period.to < world.today && ['proposed', 'agreed', 'ongoing'].includes(stage)
    )
    expect(over.map(({ title }) => title)).toEqual([])
  })
})
