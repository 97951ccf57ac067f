import { changeInstallation, changedInstallation } from '#server/domain/installation/changing.ts'
import { findInstallation } from '#server/domain/installation/installation.ts'
import { can } from '#server/domain/installation/permissions.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { forgetInstallation } from '../../installation.ts'
import { submit } from '../../submitting.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  if (!can(locals.actor).change) throw new NotAllowed()
  const installation = await findInstallation(runtime().db)
  return { own: { name: installation?.name ?? '', version: installation?.version ?? 0 } }
}

export const actions: Actions = {
  name: (event) =>
    submit(event, 'namn', changedInstallation, async (tx, value) => {
      await changeInstallation(tx, event.locals.actor, value)
      forgetInstallation()
      return address(event.locals.locale, 'settings')
    })
}
