/** Which signs a typeface has, by code point. */
export type Coverage = { has(codePoint: number): boolean }

const codePoints = 0x110000

/** Read from the table `cmap` of a TrueType file. */
export function coverageOf(font: Buffer): Coverage {
  const known = new Uint8Array(codePoints)
  for (const table of mapsIn(font)) {
    const format = font.readUInt16BE(table)
    if (format === 4) readSegments(font, table, known)
    if (format === 12) readGroups(font, table, known)
  }
  return { has: (codePoint) => known[codePoint] === 1 }
}

function mapsIn(font: Buffer): number[] {
  const cmap = tableAt(font, 'cmap')
  const count = font.readUInt16BE(cmap + 2)
  return Array.from({ length: count }, (_, at) => cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4))
}

function tableAt(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let at = 12; at < 12 + count * 16; at += 16)
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8)
  throw new Error(`The typeface has no table ${tag}`)
}

/** Format 4: ranges within the first 65,536; a glyph 0 is none. */
function readSegments(font: Buffer, table: number, known: Uint8Array): void {
  const doubled = font.readUInt16BE(table + 6)
  const ends = table + 14
  const starts = ends + doubled + 2
  for (let at = 0; at < doubled; at += 2) {
    const end = font.readUInt16BE(ends + at)
    const start = font.readUInt16BE(starts + at)
    const delta = font.readUInt16BE(starts + doubled + at)
    const place = starts + doubled * 2 + at
    const offset = font.readUInt16BE(place)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = offset === 0 ? code : font.readUInt16BE(place + offset + (code - start) * 2)
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) known[code] = 1
    }
  }
}

/** Format 12: ranges over all code points. */
function readGroups(font: Buffer, table: number, known: Uint8Array): void {
  const count = font.readUInt32BE(table + 12)
  for (let at = table + 16; at < table + 16 + count * 12; at += 12) {
    const glyph = font.readUInt32BE(at + 8)
    known.fill(1, font.readUInt32BE(at) + (glyph === 0 ? 1 : 0), font.readUInt32BE(at + 4) + 1)
  }
}
