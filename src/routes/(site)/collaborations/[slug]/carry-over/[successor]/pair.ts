import type { RequestEvent } from '@sveltejs/kit'
import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { can, type Pair } from '#server/domain/carrying-over/permissions.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { filterIn, queryOf, type Filter } from './filtering.ts'

/** Whose page it is, as it is shown. */
export type Here = { tx: Db; actor: Actor; pair: Pair; here: string; filter: Filter }

/** The two collaborations in the address. @throws NotFound for everyone but those who coordinate both. */
export async function pairIn({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
  const { db } = runtime()
  const of = (slug: string | undefined) => findCollaboration(db, locals.actor, slug ?? '')
  const [earlier, successor] = await Promise.all([of(params['slug']), of(params['successor'])])
  const pair = { earlier: earlier.id, successor: successor.id }
  if (successor.predecessor_id !== earlier.id || !can(locals.actor, pair).see)
    throw new NotFound('collaboration')
  locals.internal = true
  const here = address(locals.locale, 'collaborations', earlier.slug, 'carry-over', successor.slug)
  return { earlier, successor, pair, here, filter: filterIn(url.searchParams) }
}

/** The page as it was shown, at a place of it, with what to say of what was done. */
export const backTo = (
  here: string,
  filter: Filter,
  at: string,
  more: Record<string, string | number> = {}
): string => `${here}?${queryOf(filter, more)}#${at}`
