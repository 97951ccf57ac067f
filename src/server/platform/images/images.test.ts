import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { largestBytes, makePhoto, type Photo } from './images.ts'

const create = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#886644' },
    limitInputPixels: false
  })

async function made(bytes: Buffer): Promise<Photo> {
  const making = await makePhoto(bytes)
  return making.ok ? making.photo : Promise.reject(new Error(making.fault))
}

function segmentsOf(bytes: Buffer): number[] {
  const found: number[] = []
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + bytes.readUInt16BE(at + 2))
    found.push(bytes[at + 1] ?? 0)
  return found
}

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 60 }
    }
  })

describe('a photo', () => {
  let phone: Buffer
  beforeAll(async () => {
    phone = await create(400, 300)
      .composite([
        { input: { create: { width: 200, height: 300, channels: 3, background: '#000' } }, left: 0, top: 0 }
      ])
      .withExif({
        IFD0: { Make: 'Kameran', Artist: 'Ugglan', ImageDescription: 'Ugglemärket' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '57/1 44/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '11/1 58/1 0/1'
        }
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
  })

  test('is turned as it was held, and keeps nothing of what the camera wrote', async () => {
    const before = await sharp(phone).metadata()
    expect([before.orientation, before.exif?.includes('Ugglan')]).toEqual([6, true])
    const { bytes, type, width, height } = await made(phone)
    expect([type, width, height]).toEqual(['image/jpeg', 300, 400])
    const after = await sharp(bytes).metadata()
    expect([after.format, after.orientation, after.exif, after.xmp, after.iptc, after.icc]).toEqual([
      'jpeg',
      ...Array.from({ length: 5 })
    ])
    // No application's segment (E1–EF) and no comment (FE): only the mark of JPEG itself.
    expect(segmentsOf(bytes).filter((mark) => (mark > 0xe0 && mark <= 0xef) || mark === 0xfe)).toEqual([])
    expect(bytes.includes('Ugglan')).toBe(false)
    // What was to the left, dark, is at the top now.
    const [top, bottom] = await Promise.all(
      [0, 300].map(async (y) => {
        const piece = await sharp(bytes).extract({ left: 100, top: y, width: 50, height: 50 }).toBuffer()
        return (await sharp(piece).stats()).channels[0]?.mean ?? 0
      })
    )
    expect(top).toBeLessThan(20)
    expect(bottom).toBeGreaterThan(100)
  })

  test('is made no larger than it needs to be, and never larger than it was', async () => {
    const { width, height } = await made(await create(4000, 3000).jpeg().toBuffer())
    expect([width, height]).toEqual([1600, 1200])
    expect(await made(await create(40, 30).png().toBuffer())).toMatchObject({ width: 40, height: 30 })
  })

  test('that is all noise is still light', async () => {
    const { bytes } = await made(await noise(3000, 2000).jpeg({ quality: 95 }).toBuffer())
    expect(bytes.length).toBeLessThan(900 * 1024)
  })

  test.each(['gif', 'webp'] as const)('that moves is its first picture: %s', async (kind) => {
    const pictures = await Promise.all(
      ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
        sharp({ create: { width: 60, height: 40, channels: 3, background } })
          .png()
          .toBuffer()
      )
    )
    const moving = await sharp(pictures, { join: { animated: true } })
      [kind]()
      .toBuffer()
    expect((await sharp(moving).metadata()).pages).toBe(3)
    const { bytes, width, height } = await made(moving)
    expect([width, height]).toEqual([60, 40])
    const { channels } = await sharp(bytes).stats()
    expect(channels.map(({ mean }) => Math.round(mean / 100))).toEqual([3, 0, 0])
  })

  test('that can be seen through stands on white', async () => {
    const clear = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } }
    })
      .png()
      .toBuffer()
    const { channels } = await sharp((await made(clear)).bytes).stats()
    expect(channels.map(({ min }) => min)).toEqual([255, 255, 255])
  })

  test('that is something else too is the photo alone', async () => {
    const script = '<script>alert(1)</script>PK\u0003\u0004'
    const polyglot = Buffer.concat([await create(50, 50).jpeg().toBuffer(), Buffer.from(script)])
    const { bytes } = await made(polyglot)
    expect(bytes.includes('script')).toBe(false)
    expect(bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  })

  test('that comes with many others is made in its turn', async () => {
    const one = await create(300, 200).jpeg().toBuffer()
    const bad = Buffer.from('not one')
    const all = await Promise.all([one, bad, one, one].map(makePhoto))
    expect(all.map(({ ok }) => ok)).toEqual([true, false, true, true])
  })
})

describe('what can not be taken', () => {
  const drawing =
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')])
  const huge = () => create(12_000, 12_000).png({ compressionLevel: 1 }).toBuffer()
  const half = async () => (await noise(800, 600).jpeg().toBuffer()).subarray(0, 60_000)
  const start = async () => (await create(80, 60).png().toBuffer()).subarray(0, 30)

  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['text that is called .jpg', 'not_a_photo', () => Buffer.from('Hej, jag är ingen bild.')],
    ['nothing', 'not_a_photo', () => Buffer.alloc(0)],
    ['a drawing with a script', 'not_a_photo', () => Buffer.from(drawing)],
    ['a document', 'not_a_photo', () => Buffer.from('%PDF-1.7\n')],
    ['a TIFF', 'not_a_photo', () => create(9, 9).tiff().toBuffer()],
    ['what only a telephone reads', 'heic', () => heic],
    ['one that is cut off', 'damaged', half],
    ['one that has only begun', 'damaged', start],
    ['one of 50 MB', 'too_large_bytes', () => Buffer.alloc(50 * 1024 * 1024, 0xff)],
    ['one that is just too large', 'too_large_bytes', () => Buffer.alloc(largestBytes + 1)],
    ['one of 12,000 × 12,000', 'too_many_pixels', huge]
  ])('%s is told as %s', async (_, fault, bytes) => {
    const began = performance.now()
    const given = await bytes()
    const before = process.memoryUsage.rss()
    expect(await makePhoto(given)).toEqual({ ok: false, fault })
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024)
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})
