import { listOrganisations } from '#server/domain/organisations/organisations.ts'
import { can } from '#server/domain/organisations/permissions.ts'
import { runtime } from '#server/platform/runtime.ts'

export const load = async ({ locals }) => ({
  organisations: await listOrganisations(runtime().db),
  can: can(locals.actor)
})
