import { can } from '#server/domain/publications/permissions.ts'
import { findPublication } from '#server/domain/publications/publications.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { followed } from '../../../../following.ts'
import type { RequestHandler } from './$types.ts'

/** That somebody has written in the report, while they do. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { db, live } = runtime()
  const publication = await findPublication(db, locals.actor, params.slug)
  if (!can(locals.actor, publication).change) throw new NotAllowed()
  return followed(live, publication.id, locals.actor)
}
