import { listKinds } from '#server/domain/kinds/kinds.ts'
import { can } from '#server/domain/kinds/permissions.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  if (!can(locals.actor).change) throw new NotAllowed()
  return { kinds: await listKinds(runtime().db) }
}
