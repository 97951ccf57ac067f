import * as v from 'valibot'
import {
  optionalClock,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  version
} from '#server/platform/forms/fields.ts'

/**
 * `seen` is what the preview held; what has changed since must be seen before it is frozen. `heeded` is how many objections
 * whoever freezes it knows of.
 */
export const sending = v.object({
  number: version(),
  seen: optionalText(64),
  note: optionalText(1000),
  heeded: optionalNumber()
})

/** At once, or at a set time; a day without a clock is its morning. */
export const publishingAt = v.pipe(
  v.object({
    edition: version(),
    day: optionalDay(),
    time: optionalClock()
  }),
  v.forward(
    v.partialCheck([['day'], ['time']], ({ day, time }) => time === null || day !== null, 'required'),
    ['day']
  )
)
export const ofEdition = v.object({ edition: version() })
export const withdrawing = v.object({ edition: version(), reason: text(1000) })

export type Sending = { number?: number; seen?: string | null; note?: string | null }
export type PublishingAt = v.InferOutput<typeof publishingAt>
export type Withdrawing = v.InferOutput<typeof withdrawing>
