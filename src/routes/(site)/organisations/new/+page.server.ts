import { createOrganisation } from '#server/domain/organisations/changing.ts'
import { newOrganisation } from '#server/domain/organisations/fields.ts'
import { listOrganisations } from '#server/domain/organisations/organisations.ts'
import { can } from '#server/domain/organisations/permissions.ts'
import { newId } from '#server/platform/db/ids.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../submitting.ts'

export const load = async ({ locals }) => {
  if (!can(locals.actor).create) throw new NotAllowed()
  return { id: newId(), choices: await listOrganisations(runtime().db) }
}

export const actions = {
  default: (event) =>
    submit(event, 'ny', newOrganisation, async (tx, value) =>
      address(event.locals.locale, 'organisations', await createOrganisation(tx, event.locals.actor, value))
    )
}
