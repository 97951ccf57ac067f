import { describe, expect, it } from 'vitest'
import { drawMap, type Shape } from './map.ts'

const square = (west: number, south: number, size: number, clockwise: boolean): Shape => {
  const ring = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south]
  ]
  return { type: 'Polygon', coordinates: [clockwise ? ring.toReversed() : ring] }
}

describe('a map of areas', () => {
  it.each([true, false])('draws a ring whichever way it winds (clockwise: %s)', (clockwise) => {
    const { areas, height, width } = drawMap(
      [{ href: '/a', title: 'A', shape: square(11.9, 57.7, 0.1, clockwise) }],
      null
    )
    const numbers = areas[0]!.d.match(/[\d.]+/g)!.map(Number)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(Math.max(width, height))
    expect(height).toBeGreaterThan(width / 2)
    expect(areas[0]!.d.length).toBeLessThan(60)
  })
  it('names an area on the map only where the name fits; those without a boundary are in the list alone', () => {
    const { areas } = drawMap(
      [
        { href: '/a', title: 'Backa', shape: square(11.9, 57.7, 0.1, false) },
        { href: '/b', title: 'Ett långt namn på en liten plats', shape: square(11.95, 57.75, 0.01, false) },
        { href: '/c', title: 'Okänd', shape: null }
      ],
      null
    )
    expect(areas.map(({ label }) => Boolean(label))).toEqual([true, false])
  })
  it('is nothing where no boundary is known', () => {
    expect(drawMap([{ href: '/c', title: 'Okänd', shape: null }], null).height).toBe(0)
  })
})
