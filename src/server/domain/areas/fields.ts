import * as v from 'valibot'
import {
  choice,
  contactFields,
  day,
  id,
  ids,
  inOrder,
  listOfWords,
  optionalDay,
  optionalId,
  optionalText,
  periodFields,
  slug,
  text,
  tick,
  version
} from '#server/platform/forms/fields.ts'
import { optionalBoundary } from './boundary.ts'

export const areaKinds = ['region', 'municipality', 'district', 'neighbourhood', 'place'] as const
export type AreaKind = (typeof areaKinds)[number]
/** By which division one area lies in another; districts are redrawn, so there may be one of each. */
export const divisions = [
  'administrative',
  'city_district_board',
  'primary_area',
  'police',
  'school',
  'other'
] as const
export type Division = (typeof divisions)[number]

const described = {
  name: text(),
  kind: choice(areaKinds),
  aliases: listOfWords(),
  from_day: optionalDay(),
  to_day: optionalDay(),
  ...contactFields
}

/** The form carries an id, so that one sent twice makes one area. Without a slug it gets one from its name. */
export const newArea = v.pipe(
  v.object({
    ...described,
    id: optionalId(),
    slug: v.optional(v.union([v.literal(''), slug()]), ''),
    parent_ids: ids()
  }),
  inOrder()
)
export const changedArea = v.pipe(v.object({ ...described, version: version() }), inOrder())
export const newBoundary = v.object({ boundary: optionalBoundary(), version: version() })
export const newSlug = v.object({ slug: slug(), version: version() })
export const newSuccessor = v.object({ successor_id: optionalId(), version: version() })
export const newParent = v.object({ parent_id: id(), division: choice(divisions) })
export const formerParent = v.object({ parent_id: id() })
export const newCode = v.object({ division: text(60), edition: text(40), code: text(40) })
export const formerCode = v.object({ division: text(60), edition: text(40) })
export const newClassification = v.pipe(
  v.object({
    made_by: text(120),
    scheme: text(),
    level: text(120),
    ...periodFields,
    aim_to_leave: tick(),
    source: optionalText(500)
  }),
  inOrder()
)
export const endedClassification = v.object({ classification_id: id(), ended_on: day() })
export const formerClassification = v.object({ classification_id: id() })

export type NewArea = v.InferOutput<typeof newArea>
export type ChangedArea = v.InferOutput<typeof changedArea>
export type NewBoundary = v.InferOutput<typeof newBoundary>
export type NewSlug = v.InferOutput<typeof newSlug>
export type NewSuccessor = v.InferOutput<typeof newSuccessor>
export type NewParent = v.InferOutput<typeof newParent>
export type NewCode = v.InferOutput<typeof newCode>
export type FormerCode = v.InferOutput<typeof formerCode>
export type NewClassification = v.InferOutput<typeof newClassification>
