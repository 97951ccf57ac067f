import sharp from 'sharp'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFrontDoor, type FrontDoor } from './front-door.ts'

let door: FrontDoor
let form: string
let photo: Buffer
beforeAll(async () => {
  door = await openFrontDoor()
  form = `/svara/${door.known.token}/${String(door.known.waitingNumber)}`
  photo = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#4a7' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '57/1 44/1 0/1' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => door.close())

type Sent = [name: string, bytes: Buffer]
async function send(texts: Record<string, string>, photos: Sent[], headers: Record<string, string> = {}) {
  const body = new FormData()
  body.append('mark', /name="mark" value="([^"]*)"/.exec(await page())?.[1] ?? '')
  for (const [name, value] of Object.entries(texts)) body.append(name, value)
  for (const [name, bytes] of photos) body.append('photo', new File([new Uint8Array(bytes)], name))
  return door.ask(`${form}?/photo`, { method: 'POST', body, headers })
}
const page = async (): Promise<string> => (await door.ask(form)).text()
const photosOn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/\/bilder\/[0-9a-f-]{36}/g)].map(([place]) => `/svara/${door.known.token}${place}`)
  )
]

describe('an answer with photos', () => {
  test('is saved with them, and each is for the link’s holder alone', async () => {
    const before = photosOn(await page())
    const sent = await send({ done: 'Med bild.' }, [['bild.jpg', photo]])
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${form}#foton`])
    const html = await page()
    expect(html).toContain('Med bild.')
    const [added] = photosOn(html).filter((place) => !before.includes(place))
    const got = await door.ask(added ?? '')
    expect([got.status, got.headers.get('content-type'), got.headers.get('cache-control')]).toEqual([
      200,
      'image/jpeg',
      'private, no-store'
    ])
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect(got.headers.get('content-security-policy')).toContain("default-src 'none'")
    const { width, exif } = await sharp(Buffer.from(await got.arrayBuffer())).metadata()
    expect([width, exif]).toEqual([1200, undefined])
  })

  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['no photo', 'inget foto som går att läsa', () => Buffer.from('hej')],
    ['cut off', 'skadat', async () => photo.subarray(0, photo.length / 2)],
    ['of 50 MB', 'större än 15 MB', () => Buffer.concat([photo, Buffer.alloc(50 * 1024 * 1024)])],
    [
      'of 12,000 × 12,000',
      'fler än 64 miljoner',
      () =>
        sharp({
          create: { width: 12_000, height: 12_000, channels: 3, background: '#123' },
          limitInputPixels: false
        })
          .png({ compressionLevel: 1 })
          .toBuffer()
    ]
  ])('says what is wrong with one that is %s, and keeps the words', async (what, said, bytes) => {
    const sent = await send({ done: `Text om ${what}.` }, [['IMG_1.jpg', await bytes()]])
    const html = await sent.text()
    expect([sent.status, html.includes(said), html.includes('IMG_1.jpg')]).toEqual([422, true, true])
    expect(html).toContain(`Text om ${what}.`)
    expect(await page()).toContain(`Text om ${what}.`)
  })

  test('tells it in the reader’s language', async () => {
    const body = new FormData()
    body.append('photo', new File(['no'], 'x.jpg'))
    const english = form.replace('/svara/', '/en/answer/')
    const html = await (await door.ask(`${english}?/photo`, { method: 'POST', body })).text()
    expect(html).toContain('not a photo that can be read')
  })

  test('keeps no name of a file', async () => {
    await send({ done: 'Med namn.' }, [['Anna 850101-1236.jpg', photo]])
    const { rows } = await sql<{ table_name: string; column_name: string }>`
      select c.table_name, c.column_name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and c.data_type in ('text', 'jsonb')`.execute(door.db)
    for (const { table_name, column_name } of rows) {
      const held = sql`position('850101-1236' in ${sql.ref(column_name)}::text) > 0`
      const found = await sql`select from ${sql.table(table_name)} where ${held} limit 1`.execute(door.db)
      expect([table_name, column_name, found.rows.length]).toEqual([table_name, column_name, 0])
    }
  })

  test('is not taken from another place', async () => {
    const sent = await send({ done: 'Utifrån.' }, [], { origin: 'https://annan.example' })
    expect(sent.status).toBe(403)
    expect(await page()).not.toContain('Utifrån.')
  })

  test('that is no form is told so', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const sent = await door.ask(`${form}?/photo`, { method: 'POST', body: '--x\r\nhej', headers })
    expect(sent.status).toBe(400)
  })
})

describe('a photo that residents see', () => {
  const place = () => `/bilder/${door.known.acceptedPhoto}`

  test('may be kept on the way for a while, and asked for again', async () => {
    const got = await door.ask(place())
    expect(got.headers.get('cache-control')).toBe('public, max-age=300, must-revalidate')
    const again = await door.ask(place(), { headers: { 'if-none-match': got.headers.get('etag') ?? '' } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('is kept nowhere for whoever is signed in', async () => {
    const got = await door.ask(place(), {}, 'coordinator')
    expect(got.headers.get('cache-control')).toBe('private, no-store')
  })
})
