import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundaryOf, Malformed, Overlong, readMultipart, type Limits, type Part } from './multipart.ts'

const limits: Limits = { file: 1_000, field: 500, fields: 2_000, all: 100_000 }

const inPieces = (bytes: Uint8Array, size: number) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size))
      controller.close()
    }
  })

async function partsOf(bytes: Uint8Array, boundary: string, size = 7, most = limits): Promise<Part[]> {
  const parts: Part[] = []
  await readMultipart(inPieces(bytes, size), boundary, most, async (part) => void parts.push(part))
  return parts
}

async function sent(form: FormData): Promise<{ bytes: Uint8Array<ArrayBuffer>; boundary: string }> {
  const request = new Request('http://localhost', { method: 'POST', body: form })
  return {
    bytes: new Uint8Array(await request.arrayBuffer()),
    boundary: boundaryOf(request.headers.get('content-type') ?? '') ?? ''
  }
}

describe('a form with files', () => {
  test('is read as it was written, however it is cut on the way', async () => {
    const field = fc.record({
      name: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
      text: fc.option(fc.string({ maxLength: 60, unit: 'grapheme' })),
      bytes: fc.uint8Array({ maxLength: 300 })
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(field, { maxLength: 6 }),
        fc.integer({ min: 1, max: 400 }),
        async (fields, size) => {
          const form = new FormData()
          for (const { name, text, bytes } of fields) {
            if (text === null) form.append(name, new File([bytes], `${name}.jpg`))
            else form.append(name, text)
          }
          const { bytes, boundary } = await sent(form)
          const expected = await Promise.all(
            [
              ...(await new Response(bytes, {
                headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }
              }).formData())
            ].map(async ([name, value]) => [
              name,
              typeof value === 'string' ? null : value.name,
              typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()).toString('hex')
            ])
          )
          const parts = await partsOf(bytes, boundary, size)
          expect(
            parts.map(({ name, file, bytes }) => [
              name,
              file,
              bytes?.toString(file === null ? 'utf8' : 'hex')
            ])
          ).toEqual(expected)
        }
      ),
      { numRuns: 60 }
    )
  })

  test('gives the texts beside a file that is too large', async () => {
    const form = new FormData()
    form.append('done', 'Vi gjorde det.')
    form.append('photo', new File([new Uint8Array(5_000)], 'stor.jpg'))
    form.append('learnt', 'Mycket.')
    const { bytes, boundary } = await sent(form)
    expect(await partsOf(bytes, boundary, 64)).toEqual([
      { name: 'done', file: null, bytes: Buffer.from('Vi gjorde det.') },
      { name: 'photo', file: 'stor.jpg', bytes: null },
      { name: 'learnt', file: null, bytes: Buffer.from('Mycket.') }
    ])
  })

  test('is handed over before the rest has come', async () => {
    const form = new FormData()
    for (let n = 0; n < 4; n += 1) form.append('photo', new File([new Uint8Array(900)], `${n}.jpg`))
    const { bytes, boundary } = await sent(form)
    let read = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (read >= bytes.length) return controller.close()
          controller.enqueue(bytes.subarray(read, (read += 100)))
        }
      },
      { highWaterMark: 0 }
    )
    const seen: number[] = []
    await readMultipart(body, boundary, limits, async () => void seen.push(read))
    expect(seen[0]).toBeLessThan(1_400)
  })

  test('holds no more of all fields together than it may', async () => {
    const form = new FormData()
    for (let n = 0; n < 6; n += 1) form.append(`f${n}`, 'x'.repeat(450))
    form.append('photo', new File([new Uint8Array(900)], 'bild.jpg'))
    const { bytes, boundary } = await sent(form)
    const parts = await partsOf(bytes, boundary, 4_096)
    expect(parts.map((part) => part.bytes?.length ?? null)).toEqual([450, 450, 450, 450, null, null, 900])
  })

  test('that goes on for ever is not read for ever', async () => {
    const form = new FormData()
    form.append('photo', new File([new Uint8Array(200_000)], 'stor.jpg'))
    const { bytes, boundary } = await sent(form)
    await expect(partsOf(bytes, boundary, 4_096)).rejects.toThrow(Overlong)
  })

  test.each([
    ['is cut off', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhej'],
    ['is nothing', ''],
    ['has a field without a name', '--b\r\nContent-Type: text/plain\r\n\r\nhej\r\n--b--'],
    ['is all headers', `--b\r\n${'x'.repeat(20_000)}\r\n\r\nhej\r\n--b--`]
  ])('is refused when it %s', async (_, body) => {
    await expect(partsOf(Buffer.from(body), 'b', 512)).rejects.toThrow(Malformed)
  })
})

test.each([
  ['multipart/form-data; boundary=----abc', '----abc'],
  ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
  ['application/x-www-form-urlencoded', null],
  ['multipart/form-data', null]
])('the boundary in "%s"', (type, boundary) => expect(boundaryOf(type)).toBe(boundary))
