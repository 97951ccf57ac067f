import { inflateRawSync } from 'node:zlib'

type Entry = { name: string; method: number; packed: number; at: number }
const mostEntries = 20_000
const mostUnpacked = 4 * 1024 * 1024

/** What lies in a zip archive, by its own list at the end; null where it has none that can be read. */
export function readZip(bytes: Buffer): Map<string, Entry> | null {
  try {
    const end = bytes.subarray(-65_557).lastIndexOf('PK\x05\x06', undefined, 'latin1')
    if (end < 0) return null
    const tail = Math.max(0, bytes.length - 65_557) + end
    return entriesOf(bytes, bytes.readUInt16LE(tail + 10), bytes.readUInt32LE(tail + 16))
  } catch (fault) {
    if (fault instanceof RangeError) return null
    throw fault
  }
}

function entriesOf(bytes: Buffer, count: number, from: number): Map<string, Entry> | null {
  const entries = new Map<string, Entry>()
  if (count > mostEntries) return null
  for (let at = from, n = 0; n < count; n++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return null
    const length = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + length).replaceAll('\\', '/')
    entries.set(name, {
      name,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42)
    })
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** One of its texts, a short one; null where it is not there, too long or damaged. */
export function readEntry(bytes: Buffer, entry: Entry | undefined): string | null {
  if (!entry) return null
  try {
    const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
    const packed = bytes.subarray(from, from + entry.packed)
    const whole = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: mostUnpacked })
    return whole.toString()
  } catch {
    return null
  }
}
