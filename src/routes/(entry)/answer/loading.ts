import type { RequestEvent } from '@sveltejs/kit'
import { findErrandRound } from '#server/domain/answers/errands.ts'
import { listAnswering } from '#server/domain/answers/street.ts'
import { timeZoneOf } from '#server/domain/rounds/asking.ts'
import { dayIn } from '#server/platform/clock.ts'
import { runtime } from '#server/platform/runtime.ts'
import { errandOf, streetOf } from './about.ts'
import { holderOf } from './holding.ts'

/** The errand and all its promises, for the pages that show them as a list. */
export async function loadStreet(event: RequestEvent) {
  const { db, secrets } = runtime()
  const { locale } = event.locals
  const token = event.params['token'] ?? ''
  const actor = await holderOf(event)
  const round = await findErrandRound(db, actor)
  const items = await listAnswering(db, actor, secrets)
  return {
    ...errandOf(actor, round, locale, token),
    today: dayIn(await timeZoneOf(db)),
    items: streetOf(items, locale, token)
  }
}
