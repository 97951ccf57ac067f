import { findRound } from '#server/domain/rounds/rounds.ts'
import { runtime } from '#server/platform/runtime.ts'
import { followed } from '../../../../../../following.ts'
import type { RequestHandler } from './$types'

/** That something in the round has changed, while it does; what has is on its page. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { db, live } = runtime()
  const round = await findRound(db, locals.actor, params.slug, params.round)
  return followed(live, round.id, locals.actor)
}
