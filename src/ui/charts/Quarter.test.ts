import { gzipSync } from 'node:zlib'
import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import type { Degree, House, Street } from './house.ts'
import Quarter from './Quarter.svelte'
import QuarterTable from './QuarterTable.svelte'

const degrees: Degree[] = [
  'fully',
  'fully',
  'fully',
  'mostly',
  'partly',
  'begun',
  'not_begun',
  'not_carried_out'
]
const houses = (count: number): House[] =>
  Array.from({ length: count }, (_, n) => ({
    href: `/samverkan/ett-tryggare-omrade/insatser/${n + 1}`,
    // Spelt without repetition, so that the size measured is no flattery.
    title: `Löfte ${(n * 7919).toString(36)} ${(n * 104729 + 77).toString(36)} ${(n * 1299709).toString(36)}`,
    degree: degrees[n % degrees.length]!,
    state: 'reported',
    ordinary: n % 20 === 0,
    seed: `id-${n}`
  }))
const street = (count: number, title = 'Skola'): Street => ({
  title,
  lit: 0,
  of: count,
  houses: houses(count)
})
const bodyOf = (streets: Street[], more = {}) =>
  render(Quarter, { props: { streets, gender: 'neuter', ...more } }).body

describe('a quarter', () => {
  it('is a list of links per street, each named by promise and degree, with a link past it', () => {
    const body = bodyOf([street(9)])
    expect(body.match(/<li><a href="\/samverkan/g)).toHaveLength(9)
    expect(body).toMatch(/title="Löfte 0 25 0: genomfört helt, nu i ordinarie verksamhet"/)
    expect(body).toContain('href="#kvarter-0-slut"')
    expect(body).toContain('id="kvarter-0-slut"')
  })
  it('draws each kind of house once, however many stand there', () => {
    const ids = [...bodyOf([street(100)]).matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(10)
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('weighs at most 6 kB compressed with a hundred houses', () => {
    expect(gzipSync(bodyOf([street(50), street(50, 'Fritid')])).length).toBeLessThan(6000)
  })
  it('counts instead of lining up when there are too many', () => {
    const body = bodyOf([street(301)])
    expect(body).not.toContain('/insatser/')
    expect(body).toMatch(/\d+ genomfört till största delen/)
  })
  it('says that houses stand for stages where no rounds are held', () => {
    const staged = street(2)
    staged.houses = staged.houses.map((house) => ({ ...house, degree: null, stage: 'ongoing' }))
    expect(bodyOf([staged])).toContain('ingen uppföljning gjorts i omgångar')
    expect(bodyOf([street(2)])).not.toContain('omgångar')
  })
  it('has the same facts in a table', () => {
    const { body } = render(QuarterTable, { props: { streets: [street(9)], gender: 'neuter' } })
    expect(body.match(/<tr><td>/g)).toHaveLength(9)
    expect(body).toContain('genomförs inte')
  })
  it('never styles by attribute, which the page’s policy forbids', () => {
    expect(bodyOf([street(9)])).not.toMatch(/ style=/)
  })
})
