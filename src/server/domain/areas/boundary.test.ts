import { expect, test } from 'vitest'
import { readBoundary } from './boundary.ts'

const square = [
  [11.9, 57.7],
  [12, 57.7],
  [12, 57.8],
  [11.9, 57.8],
  [11.9, 57.7]
]
const kept = { type: 'MultiPolygon', coordinates: [[square]] }
const read = (geoJson: unknown) => readBoundary(JSON.stringify(geoJson))

test.each([
  ['a polygon', { type: 'Polygon', coordinates: [square] }],
  ['several polygons', { type: 'MultiPolygon', coordinates: [[square]] }],
  ['a feature', { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [square] } }],
  ['an open ring, which is closed', { type: 'Polygon', coordinates: [square.slice(0, 4)] }],
  ['a ring the wrong way round, which is turned', { type: 'Polygon', coordinates: [square.toReversed()] }],
  ['heights, which fall away', { type: 'Polygon', coordinates: [square.map((at) => [...at, 12])] }],
  [
    'a collection with a point in it',
    {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', geometry: { type: 'Point', coordinates: [12, 57] } },
        { type: 'Feature', geometry: { type: 'Polygon', coordinates: [square] } }
      ]
    }
  ]
])('%s is a boundary', (_name, geoJson) => expect(read(geoJson)).toEqual(kept))

test.each([
  ['words', 'not_geojson', 'en gata'],
  ['half of it', 'not_geojson', '{"type": "Polygon", "coordinates": [['],
  ['a number', 'not_geojson', '7'],
  ['null', 'not_geojson', 'null'],
  ['another object', 'not_geojson', '{"hus": 1}'],
  ['corners that are no numbers', 'not_geojson', '{"type":"Polygon","coordinates":[[["a","b"]]]}'],
  ['a feature without a shape', 'not_geojson', '{"type":"Feature","geometry":null}'],
  [
    'collections within collections for ever',
    'not_geojson',
    '{"type":"Feature","geometry":'.repeat(9000) + 'null' + '}'.repeat(9000)
  ],
  ['a point', 'not_a_polygon', '{"type":"Point","coordinates":[12,57]}'],
  ['no corners', 'not_a_polygon', '{"type":"Polygon","coordinates":[]}'],
  ['no corners in its ring', 'not_a_polygon', '{"type":"Polygon","coordinates":[[]]}'],
  ['a line back and forth', 'not_a_polygon', '{"type":"Polygon","coordinates":[[[12,57],[13,57]]]}'],
  [
    'metres in a national grid',
    'not_wgs84',
    '{"type":"Polygon","coordinates":[[[319000,6400000],[319100,6400000],[319100,6400100]]]}'
  ],
  [
    'more corners than a page can carry',
    'too_long',
    JSON.stringify({ type: 'Polygon', coordinates: [Array(5001).fill([12, 57])] })
  ]
])('%s is none: %s', (_name, error, text) => expect(readBoundary(text)).toBe(error))
