import { createArea } from '#server/domain/areas/changing.ts'
import { listAreas } from '#server/domain/areas/areas.ts'
import { newArea } from '#server/domain/areas/fields.ts'
import { can } from '#server/domain/areas/permissions.ts'
import { newId } from '#server/platform/db/ids.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../submitting.ts'

export const load = async ({ locals }) => {
  if (!can(locals.actor).create) throw new NotAllowed()
  return { id: newId(), choices: await listAreas(runtime().db) }
}

export const actions = {
  default: (event) =>
    submit(event, 'nytt', newArea, async (tx, value) =>
      address(event.locals.locale, 'areas', await createArea(tx, event.locals.actor, value))
    )
}
