import * as v from 'valibot'
import { choice, optionalText, tick, version } from '#server/platform/forms/fields.ts'

export const verdicts = ['accepted', 'returned'] as const

/** With an acceptance may come how the public is to read it. */
export const newReview = v.pipe(
  v.object({
    version: version(),
    verdict: choice(verdicts),
    note: optionalText(),
    wording: v.optional(optionalText()),
    wording_version: v.optional(version(), '0')
  }),
  v.forward(
    v.partialCheck(
      [['verdict'], ['note']],
      ({ verdict, note }) => verdict !== 'returned' || note !== null,
      'required'
    ),
    ['note']
  )
)
export const changedWording = v.object({ version: version(), wording: optionalText() })
export const changedHighlight = v.object({ highlight: tick() })
export type NewReview = v.InferOutput<typeof newReview>
export type ChangedWording = v.InferOutput<typeof changedWording>
