import { expect, test } from 'vitest'
import { streetsAcross, type Across } from './across.ts'

const words = {
  commitment: { sv: { one: 'ett löfte', theOne: '', many: 'löften', theMany: '', gender: 'neuter' } }
}
const counted = (collaborations: number): Across =>
  ({
    total: collaborations * 3,
    houses: null,
    counts: Array.from({ length: collaborations }, (_, at) => at).flatMap((at) => [
      {
        collaboration_id: `c${at}`,
        degree: 'fully',
        state: 'reported',
        ordinary: false,
        in_base: true,
        carried_out: true,
        followed_up: true,
        stage: null,
        count: 2
      },
      {
        collaboration_id: `c${at}`,
        degree: null,
        state: 'not_due',
        ordinary: false,
        in_base: true,
        carried_out: false,
        followed_up: true,
        stage: null,
        count: 1
      }
    ]),
    collaborations: Array.from({ length: collaborations }, (_, at) => ({
      id: `c${at}`,
      slug: `c-${at}`,
      name: `C ${at}`
    })),
    kinds: [words]
  }) as unknown as Across

test('each collaboration has its street', () => {
  const streets = streetsAcross(counted(40), 'sv')
  expect(streets).toHaveLength(40)
  expect(streets[7]).toMatchObject({ title: 'C 7', href: '/samverkan/c-7', lit: 2, of: 3 })
})

test('where no collaboration has its own, one street holds as many houses of each look', () => {
  const [street, ...others] = streetsAcross({ ...counted(1000), collaborations: [] }, 'sv')
  expect(others).toEqual([])
  expect(street).toMatchObject({ lit: 2000, of: 3000 })
  expect(street?.counts?.map(({ count }) => count)).toEqual([2000, 1000])
})
