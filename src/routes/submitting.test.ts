import type { RequestEvent } from '@sveltejs/kit'
import { describe, expect, test } from 'vitest'
import { readWritten } from './submitting.ts'

const sent = (body: BodyInit) =>
  ({ request: new Request('http://localhost', { method: 'POST', body }) }) as RequestEvent

describe('what a form holds', () => {
  test('is read by field, several of one name as a list', async () => {
    const body = new URLSearchParams('name=Backa&area_ids=1&party=a&party=b')
    expect(await readWritten(sent(body))).toEqual({ name: 'Backa', area_ids: ['1'], party: ['a', 'b'] })
  })

  test('is the chosen one of two texts', async () => {
    const both = 'yours_name=Mitt&theirs_name=Deras&keep_name=theirs'
    expect(await readWritten(sent(new URLSearchParams(both)))).toMatchObject({ name: 'Deras' })
  })

  test.each([
    ['theirs', ['1', '2']],
    ['yours', []],
    ['merged', ['2']],
    ['', []]
  ])('is the chosen one of two sets: %s', async (keep, ids) => {
    const sets = 'theirs_ids=&theirs_ids=1&theirs_ids=2&yours_ids=&merged_ids=&merged_ids=2'
    const written = await readWritten(sent(new URLSearchParams(`${sets}${keep && `&keep_ids=${keep}`}`)))
    expect([written['ids']].flat().filter(Boolean)).toEqual(ids)
  })

  test.each([
    ['as forms are sent', new URLSearchParams()],
    ['as forms with files are sent', new FormData()]
  ])('is refused when nobody could have written so many fields, %s', async (_, body) => {
    for (let n = 0; n < 6_000; n += 1) body.append(`field${n}`, '')
    await expect(readWritten(sent(body))).rejects.toMatchObject({ status: 413 })
  })

  test.each([
    ['said', 'a'.repeat(17 * 1024 * 1024)],
    [
      'not said',
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024).fill(97))
      })
    ]
  ])('is refused when it is longer than anyone writes, and its length is %s', async (_, body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const init = { method: 'POST', headers, body, duplex: 'half' }
    const event = { request: new Request('http://localhost', init) } as RequestEvent
    await expect(readWritten(event)).rejects.toMatchObject({ status: 413 })
  })
})
