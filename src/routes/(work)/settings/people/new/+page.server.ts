import { createPerson } from '#server/domain/people/changing.ts'
import { newPerson } from '#server/domain/people/fields.ts'
import { can } from '#server/domain/people/permissions.ts'
import { newId } from '#server/platform/db/ids.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../../submitting.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  if (!can(locals.actor).create) throw new NotAllowed()
  return { id: newId() }
}

export const actions: Actions = {
  default: (event) =>
    submit(event, 'ny', newPerson, async (tx, value) => {
      const id = await createPerson(tx, event.locals.actor, value)
      return address(event.locals.locale, 'settings', 'people', id)
    })
}
