import { geoArea, geoMercator, geoPath } from 'd3-geo'

export type Position = number[]
export type Shape =
  { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] }
export type MapArea = { href: string; title: string; shape: Shape | null; here?: boolean }
export type Drawn = {
  href: string
  title: string
  here: boolean
  d: string
  label: { x: number; y: number } | null
}
export type DrawnMap = { width: number; height: number; outline: string | null; areas: Drawn[] }

/** GeoJSON winds one way, d3 the other: a ring the wrong way round would be the whole globe but the area. */
function wound(shape: Shape): Shape {
  const turned = (rings: Position[][]): Position[][] =>
    geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI
      ? rings.map((ring) => ring.toReversed())
      : rings
  return shape.type === 'Polygon'
    ? { ...shape, coordinates: turned(shape.coordinates) }
    : { ...shape, coordinates: shape.coordinates.map(turned) }
}

export function drawMap(areas: MapArea[], outline: Shape | null, width = 480): DrawnMap {
  const shapes = areas.flatMap(({ shape }) => (shape ? [wound(shape)] : []))
  const around = outline && wound(outline)
  const all = { type: 'GeometryCollection' as const, geometries: around ? [...shapes, around] : shapes }
  if (all.geometries.length === 0) return { width, height: 0, outline: null, areas: [] }
  const projection = geoMercator().fitWidth(width - 4, all)
  const path = geoPath(projection).digits(1)
  const tall = path.bounds(all)[1][1] - path.bounds(all)[0][1]
  const height = Math.min(Math.ceil(tall) + 4, Math.round(width * 0.85))
  projection.fitExtent(
    [
      [2, 2],
      [width - 2, height - 2]
    ],
    all
  )
  const drawn = areas.flatMap(({ href, title, shape, here = false }) => {
    if (!shape) return []
    const own = wound(shape)
    const [[left], [right]] = path.bounds(own)
    const [x, y] = path.centroid(own)
    const fits = right - left > title.length * 9
    return [
      { href, title, here, d: path(own) ?? '', label: fits ? { x: Math.round(x), y: Math.round(y) } : null }
    ]
  })
  return { width, height, outline: around && path(around), areas: drawn }
}
