/** The order the list of organisations is read in. */
export const kinds = [
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
export type Kind = (typeof kinds)[number]
