import * as v from 'valibot'
import {
  choice,
  id,
  inOrder,
  optionalDay,
  optionalId,
  optionalMail,
  optionalText,
  version
} from '#server/platform/forms/fields.ts'

export const partyRoles = ['maker', 'party', 'participant', 'convener', 'funder', 'reference'] as const

const described = {
  organisation_id: id(),
  role: choice(partyRoles),
  from_day: optionalDay(),
  to_day: optionalDay(),
  note: optionalText(500),
  contact_name: optionalText(200),
  contact_mail: optionalMail()
}
export const newParty = v.pipe(v.object({ ...described, id: optionalId() }), inOrder())
export const changedParty = v.pipe(v.object({ ...described, version: version() }), inOrder())
type Written = v.InferOutput<typeof newParty>
export type NewParty = Pick<Written, 'organisation_id' | 'role'> & Partial<Written>
export type ChangedParty = v.InferOutput<typeof changedParty>
