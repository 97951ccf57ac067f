import type { StoryArea } from '../types.ts'

/** Drawn in the open sea, so that nobody takes them for a real neighbourhood. */
const rectangle = (west: number, south: number, east: number, north: number): StoryArea['boundary'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south]
    ]
  ]
})

export const invented: StoryArea[] = [
  { slug: 'exempelstaden', name: 'Exempelstaden', kind: 'municipality', parents: [] },
  {
    slug: 'exempelkvarteret',
    name: 'Exempelkvarteret',
    kind: 'neighbourhood',
    parents: [{ slug: 'exempelstaden', division: 'administrative' }],
    boundary: {
      type: 'Polygon',
      coordinates: [
        [
          [11.302, 57.252],
          [11.321, 57.249],
          [11.334, 57.257],
          [11.331, 57.268],
          [11.315, 57.272],
          [11.301, 57.265],
          [11.302, 57.252]
        ]
      ]
    }
  },
  {
    slug: 'exempelgarden',
    name: 'Exempelgården',
    kind: 'neighbourhood',
    parents: [{ slug: 'exempelkvarteret', division: 'administrative' }],
    boundary: rectangle(11.304, 57.254, 11.316, 57.264)
  },
  {
    slug: 'exempelangen',
    name: 'Exempelängen',
    kind: 'neighbourhood',
    parents: [{ slug: 'exempelkvarteret', division: 'administrative' }],
    boundary: rectangle(11.318, 57.256, 11.33, 57.267)
  }
]
