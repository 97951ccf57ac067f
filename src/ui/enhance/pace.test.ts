import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { waitFor } from './pace.ts'

const hour = 3_600_000

/** When a text is sent that is written with these rests between the strokes, for an hour; and the longest that a stroke waited. */
function written(rests: number[], isKept: boolean) {
  const moments: number[] = []
  let [now, since, sent, due, longest] = [0, 0, 0, Infinity, 0]
  const sendUntil = (till: number) => {
    if (due > till) return
    moments.push(due)
    longest = Math.max(longest, due - since)
    ;[sent, since, due] = [due, 0, Infinity]
  }
  for (let stroke = 0; now < hour; stroke++) {
    now += rests[stroke % rests.length] ?? 1000
    sendUntil(now)
    since ||= now
    due = now + waitFor({ now, since, sent, isKept })
  }
  sendUntil(Infinity)
  return { times: moments.length, first: moments[0] ?? Infinity, longest }
}

const rests = fc.array(fc.integer({ min: 60, max: 8000 }), { minLength: 1, maxLength: 200 })

describe('an hour of writing', () => {
  test('is sixty savings or so, however it is written, and no word waits for more than a minute', () =>
    fc.assert(
      fc.property(rests, (between) => {
        const { times, longest } = written(between, true)
        expect(times).toBeLessThanOrEqual(62)
        expect(longest).toBeLessThanOrEqual(62_000)
      })
    ))

  test('is saved soon for the first time, and always where the device keeps nothing', () =>
    fc.assert(
      fc.property(rests, (between) => {
        expect(written(between, true).first).toBeLessThanOrEqual((between[0] ?? 0) + 10_000)
        expect(written(between, false).longest).toBeLessThanOrEqual(10_000)
      })
    ))
})
