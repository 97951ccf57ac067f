import * as v from 'valibot'
import {
  choice,
  contactFields,
  inOrder,
  listOfWords,
  optionalDay,
  optionalId,
  slug,
  text,
  version
} from '#server/platform/forms/fields.ts'

/** In the order the list of organisations is read in. */
export const organisationKinds = [
  'municipal_department',
  'municipal_unit',
  'police',
  'region',
  'housing_company',
  'association',
  'congregation',
  'business',
  'school',
  'residents_group',
  'other'
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

const described = {
  name: text(),
  kind: choice(organisationKinds),
  aliases: listOfWords(),
  ...contactFields
}

/** The form carries an id, so that one sent twice makes one organisation. */
export const newOrganisation = v.object({
  ...described,
  id: optionalId(),
  slug: v.optional(v.union([v.literal(''), slug()]), ''),
  parent_id: optionalId()
})
export const changedOrganisation = v.object({ ...described, version: version() })
export const newPlace = v.pipe(
  v.object({
    parent_id: optionalId(),
    successor_id: optionalId(),
    from_day: optionalDay(),
    to_day: optionalDay(),
    version: version()
  }),
  inOrder()
)
export const newSlug = v.object({ slug: slug(), version: version() })

export type NewOrganisation = v.InferOutput<typeof newOrganisation>
export type ChangedOrganisation = v.InferOutput<typeof changedOrganisation>
export type NewPlace = v.InferOutput<typeof newPlace>
export type NewSlug = v.InferOutput<typeof newSlug>
