import { listPeople } from '#server/domain/people/people.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  people: await listPeople(runtime().db, locals.actor)
})
