import * as v from 'valibot'
import { choice, optionalText, tick, version } from '#server/platform/forms/fields.ts'

export const verdicts = ['accepted', 'returned'] as const

export const newReview = v.pipe(
  v.object({ version: version(), verdict: choice(verdicts), note: optionalText() }),
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
