/** What Word, Excel and PowerPoint wrote until 2007, and still write where a document is locked: files within a file. */
export const isCompound = (bytes: Buffer): boolean =>
  bytes.length >= 512 && bytes.readUInt32BE(0) === 0xd0cf11e0 && bytes.readUInt32BE(4) === 0xa1b11ae1

const entrySize = 128
const longestName = 64
const mostSectors = 4096
const none = 0xfffffffa

/** The names of what lies in it, as its directory says; none where it can't be followed. */
export function namesInCompound(bytes: Buffer): string[] {
  try {
    const size = 1 << bytes.readUInt16LE(30)
    if (size < 512 || size > 4096) return []
    const table = sectorTable(bytes, size)
    const names: string[] = []
    let sector = bytes.readUInt32LE(48)
    for (let n = 0; sector < none && n < mostSectors; n++) {
      names.push(...namesIn(bytes.subarray((sector + 1) * size, (sector + 2) * size)))
      sector = nextAfter(bytes, size, table, sector)
    }
    return names
  } catch (fault) {
    if (fault instanceof RangeError) return []
    throw fault
  }
}

function* namesIn(directory: Buffer): Generator<string> {
  for (let at = 0; at + entrySize <= directory.length; at += entrySize) {
    const length = directory.readUInt16LE(at + longestName)
    if (length >= 2 && length <= longestName) yield directory.toString('utf16le', at, at + length - 2)
  }
}

/** Where the table of which sector follows which lies: in the header, and beyond that in sectors of its own. */
function sectorTable(bytes: Buffer, size: number): number[] {
  const sectors: number[] = []
  for (let at = 76; at < 512; at += 4) sectors.push(bytes.readUInt32LE(at))
  let more = bytes.readUInt32LE(68)
  for (let n = 0; more < none && n < mostSectors; n++) {
    const from = (more + 1) * size
    for (let at = from; at < from + size - 4; at += 4) sectors.push(bytes.readUInt32LE(at))
    more = bytes.readUInt32LE(from + size - 4)
  }
  return sectors
}

function nextAfter(bytes: Buffer, size: number, table: number[], sector: number): number {
  const perSector = size / 4
  const within = table[Math.floor(sector / perSector)] ?? none
  return within >= none ? none : bytes.readUInt32LE((within + 1) * size + (sector % perSector) * 4)
}
