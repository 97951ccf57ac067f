import * as v from 'valibot'
import {
  choice,
  contactFields,
  id,
  ids,
  inOrder,
  optionalDay,
  optionalId,
  optionalNumber,
  optionalText,
  periodFields,
  slug,
  text,
  tick,
  version
} from '#server/platform/forms/fields.ts'
import { qualifiers } from '../figures/summing.ts'
import { reaches } from '../people/reach.ts'

export const lifecycles = ['preparing', 'active', 'in_ordinary_operations', 'ended'] as const
export const totalSubjects = ['commitments', 'completed', 'parties', 'participants', 'activities'] as const

const described = {
  name: text(),
  purpose: optionalText(),
  guidelines: optionalText(),
  principles: optionalText(),
  ...periodFields,
  authority_id: id(),
  main_area_id: id(),
  area_ids: ids(),
  predecessor_id: optionalId(),
  ...contactFields,
  invented: tick(),
  source: optionalText(1000)
}
export const changedCollaboration = v.pipe(v.object({ ...described, version: version() }), inOrder())
export type ChangedCollaboration = v.InferOutput<typeof changedCollaboration>

/** Only what must be known to begin; the rest is filled in on its page. */
export const newCollaboration = v.pipe(
  v.object({
    id: optionalId(),
    kind_id: id(),
    name: text(),
    purpose: optionalText(),
    ...periodFields,
    authority_id: id(),
    main_area_id: id(),
    predecessor_id: optionalId(),
    reach: choice(reaches)
  }),
  inOrder()
)
export type NewCollaboration = v.InferOutput<typeof newCollaboration> &
  Partial<Omit<ChangedCollaboration, 'version'>> & {
    /** Made from the name when it is not given. */
    slug?: string
    parent_ids?: string[]
    language?: string
    lifecycle?: (typeof lifecycles)[number]
  }

export const newSlug = v.object({ slug: slug(), version: version() })
export const changedParents = v.object({ parent_ids: ids(), version: version() })
export type ChangedParents = v.InferOutput<typeof changedParents>
export const changedReach = v.object({ reach: choice(reaches), version: version() })

/** Who decided it, and when; each part may be unknown. */
export const decidedFields = {
  body: optionalText(200),
  decided_on: optionalDay(),
  section: optionalText(40),
  case_number: optionalText(80)
}
export const changedLifecycle = v.object({
  lifecycle: choice(lifecycles),
  ...decidedFields,
  version: version()
})
export type ChangedLifecycle = v.InferOutput<typeof changedLifecycle>

/** A number with its qualifier, or words alone. Without both, the total is taken away. */
export const statedTotal = v.pipe(
  v.object({
    subject: choice(totalSubjects),
    qualifier: choice(qualifiers),
    value: optionalNumber(),
    words: optionalText(80),
    source: text(300)
  }),
  v.forward(
    v.partialCheck(
      [['qualifier'], ['value']],
      ({ qualifier, value }) => qualifier === 'words' || value !== null,
      'required'
    ),
    ['value']
  ),
  v.forward(
    v.partialCheck(
      [['qualifier'], ['words']],
      ({ qualifier, words }) => qualifier !== 'words' || words !== null,
      'required'
    ),
    ['words']
  ),
  v.transform((total) =>
    total.qualifier === 'words' ? { ...total, value: null } : { ...total, words: null }
  )
)
export type StatedTotal = v.InferOutput<typeof statedTotal>
