import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Resvg } from '@resvg/resvg-js'
import type { House, Street } from '#ui/charts/house.ts'
import { groupsOf, housePicture, quarterPicture } from './quarter-picture.ts'

const degrees = ['fully', 'mostly', 'partly', 'begun', 'unstated', 'not_begun', 'not_carried_out'] as const
const states = ['not_asked', 'not_due', 'no_answer'] as const
const stages = ['proposed', 'ongoing', 'completed', 'in_ordinary_operations', 'discontinued'] as const
const plain = { href: '', title: '', seed: 'x' }
const every: House[] = [
  ...degrees.flatMap((degree) =>
    [true, false].map((ordinary): House => ({ ...plain, degree, state: 'reported', ordinary }))
  ),
  ...states.map((state): House => ({ ...plain, degree: null, state, ordinary: false })),
  ...stages.map((stage): House => ({ ...plain, degree: null, state: 'not_asked', ordinary: false, stage }))
]
const street = (houses: House[]): Street => ({ title: 'Gatan', lit: 0, of: houses.length, houses })
const own = (svg: string) => new Set([...svg.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour))

describe('the quarter as a picture', () => {
  test('needs no stylesheet, no words and nothing from elsewhere, whatever the houses', () => {
    const { svg } = quarterPicture([street(every), street(every)], { across: 8 })
    expect(svg).not.toMatch(/class=|<use|<text|href|var\(|undefined/)
    expect(svg.match(/<path[^>]*>/g)?.filter((path) => !path.includes('fill='))).toEqual([])
  })
  test('is painted in the colours of the page', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../look/tokens.css'), 'utf8').split('@media')[0]
    const { svg } = quarterPicture([street(every)], { across: 8 })
    for (const colour of own(svg.replace(/<path d="M[^"]*h25"[^>]*>/g, ''))) expect(tokens).toContain(colour)
  })
  test('turns the street when it is full, and measures what it draws', () => {
    const { svg, width, height } = quarterPicture([street(every.slice(0, 5)), street(every.slice(0, 2))], {
      across: 3
    })
    expect([width, height]).toEqual([3 * 25, 3 * 35 + 14])
    expect(svg.match(/<g /g)).toHaveLength(7)
    const made = new Resvg(svg).render()
    expect([made.width, made.height]).toEqual([width, height])
  })
  test('stands where nothing does', () => {
    expect(quarterPicture([], { across: 3 })).toMatchObject({ width: 25, height: 35 })
  })
  test('of one house is that house', () => {
    expect(housePicture(every[0]!)).toMatchObject({ width: 24, height: 32 })
  })
  test('tells numbers where the houses are too many', () => {
    expect(groupsOf([street(every)])).toBeNull()
    const many = Array.from({ length: 301 }, () => every[0]!)
    expect(groupsOf([street(many)])?.[0]?.[0]?.count).toBe(301)
  })
})
