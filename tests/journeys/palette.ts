import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * The same picture in at most 256 colours, about a third as large. Pages have few colours but for the edges of letters:
 * those that are not among the most used take the nearest one that is.
 */
export function withPalette(png: Buffer): Buffer {
  const { width, height, pixels } = read(png)
  const colours = mostUsed(pixels)
  const lines = Buffer.alloc((width + 1) * height)
  const known = new Map(colours.map((colour, at) => [colour, at]))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = pixels[y * width + x] ?? 0
      let at = known.get(colour)
      if (at === undefined) known.set(colour, (at = nearest(colour, colours)))
      lines[y * (width + 1) + x + 1] = at
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  const palette = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const parts = [part('IHDR', header), part('PLTE', palette), part('IDAT', deflateSync(lines, { level: 9 }))]
  return Buffer.concat([png.subarray(0, 8), ...parts, part('IEND', Buffer.alloc(0))])
}

function mostUsed(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 256)
    .map(([colour]) => colour)
}

function nearest(colour: number, colours: number[]): number {
  let best = 0
  let least = Infinity
  for (const [at, other] of colours.entries()) {
    const red = (colour >> 16) - (other >> 16)
    const green = ((colour >> 8) & 255) - ((other >> 8) & 255)
    const blue = (colour & 255) - (other & 255)
    const distance = red * red + green * green + blue * blue
    if (distance < least) [best, least] = [at, distance]
  }
  return best
}

function part(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

/** As browsers write them: eight bits for each colour, with or without alpha, no interlacing. */
function read(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const depth = png[25] === 6 ? 4 : 3
  const data: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const lines = inflateSync(Buffer.concat(data))
  const pixels = new Uint32Array(width * height)
  const stride = width * depth
  let above = Buffer.alloc(stride)
  for (let y = 0; y < height; y++) {
    const line = unfiltered(lines.subarray(y * (stride + 1), (y + 1) * (stride + 1)), above, depth)
    for (let x = 0; x < width; x++) pixels[y * width + x] = line.readUIntBE(x * depth, 3)
    above = line
  }
  return { width, height, pixels }
}

function unfiltered(filtered: Buffer, above: Buffer, depth: number): Buffer<ArrayBuffer> {
  const line = Buffer.alloc(filtered.length - 1)
  for (let at = 0; at < line.length; at++) {
    const left = line[at - depth] ?? 0
    const up = above[at] ?? 0
    const corner = above[at - depth] ?? 0
    line[at] = (filtered[at + 1] ?? 0) + predicted(filtered[0] ?? 0, left, up, corner)
  }
  return line
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter < 3) return [0, left, up][filter] ?? 0
  if (filter === 3) return (left + up) >> 1
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(left + up - corner - one)) as [
    number,
    number,
    number
  ]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
