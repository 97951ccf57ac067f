import * as v from 'valibot'

type Position = [longitude: number, latitude: number]
type Ring = Position[]
/** As it is kept: WGS 84, six decimals at most, closed rings, outer ones counter-clockwise (RFC 7946). */
export type Boundary = { type: 'MultiPolygon'; coordinates: Ring[][] }

/** Characters of GeoJSON that may be pasted, and positions a boundary may have. */
const longestText = 500_000
const mostPositions = 5_000

/** GeoJSON as somebody pasted it; null when empty. Takes a geometry, a feature, or a collection of them. */
export const optionalBoundary = () =>
  v.pipe(
    v.optional(v.nullable(v.string()), ''),
    v.transform((text) => text ?? ''),
    v.maxLength(longestText, 'too_long'),
    v.rawTransform<string, Boundary | null>(({ dataset, addIssue, NEVER }) => {
      const text = dataset.value.trim()
      if (text === '') return null
      const found = readBoundary(text)
      if (typeof found !== 'string') return found
      addIssue({ message: found })
      return NEVER
    })
  )

export type BoundaryError = 'not_geojson' | 'not_a_polygon' | 'not_wgs84' | 'too_long'

/** The boundary a text holds, or what is wrong with it. */
export function readBoundary(text: string): Boundary | BoundaryError {
  let written: unknown
  try {
    written = JSON.parse(text)
  } catch {
    return 'not_geojson'
  }
  const polygons = polygonsOf(written)
  if (!polygons) return 'not_geojson'
  if (polygons.length === 0) return 'not_a_polygon'
  if (polygons.flat().reduce((sum, ring) => sum + ring.length, 0) > mostPositions) return 'too_long'
  if (!polygons.flat(2).every(isOnEarth)) return 'not_wgs84'
  const coordinates = polygons.map((rings) =>
    rings.map((ring, at) => wound(closed(ring.map(rounded)), at === 0))
  )
  const whole = coordinates.every((rings) => rings.length > 0 && rings.every((ring) => ring.length >= 4))
  if (!whole) return 'not_a_polygon'
  return { type: 'MultiPolygon', coordinates }
}

const ring = v.array(v.pipe(v.array(v.number()), v.minLength(2)))
const polygon = v.array(ring)

/** The polygons in whatever GeoJSON this is; null when it is none. Points and lines fall away. */
function polygonsOf(written: unknown, depth = 0): Ring[][] | null {
  if (typeof written !== 'object' || written === null || depth > 8) return null
  const { type, coordinates, geometry, features, geometries } = written as Record<string, unknown>
  if (type === 'Feature') return polygonsOf(geometry, depth + 1)
  const parts = type === 'FeatureCollection' ? features : type === 'GeometryCollection' ? geometries : null
  if (Array.isArray(parts)) return together(parts.map((part) => polygonsOf(part, depth + 1)))
  if (type === 'Polygon') return v.is(polygon, coordinates) ? [coordinates as Ring[]] : null
  if (type === 'MultiPolygon') return v.is(v.array(polygon), coordinates) ? (coordinates as Ring[][]) : null
  return ['Point', 'MultiPoint', 'LineString', 'MultiLineString'].includes(String(type)) ? [] : null
}

const together = (parts: (Ring[][] | null)[]): Ring[][] | null => {
  const found = parts.filter((part) => part !== null)
  return found.length === parts.length ? found.flat() : null
}

// A projected coordinate (SWEREF 99 TM) is in metres and far outside these.
const isOnEarth = ([longitude, latitude]: Position): boolean =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90

const rounded = ([longitude, latitude]: Position): Position => [
  Math.round(longitude * 1e6) / 1e6,
  Math.round(latitude * 1e6) / 1e6
]

function closed(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring
  return [...ring, first]
}

function wound(ring: Ring, outer: boolean): Ring {
  const doubledArea = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!
    return sum + (x * nextY - nextX * y)
  }, 0)
  return doubledArea > 0 === outer ? ring : ring.toReversed()
}
