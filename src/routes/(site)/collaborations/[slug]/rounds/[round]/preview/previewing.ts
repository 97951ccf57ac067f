import type { RequestEvent } from '@sveltejs/kit'
import { redirect } from '@sveltejs/kit'
import { previewingActor } from '#server/domain/rounds/previewing.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { previewToken } from '../../../../../../(entry)/answer/about.ts'
import { streetData } from '../../../../../../(entry)/answer/loading.ts'
import { roundIn } from '../round.ts'

/** The party's list with nothing begun and nothing sent, its addresses here. */
export async function previewIn(event: RequestEvent) {
  const { round, about } = await roundIn(event)
  const { locals, params } = event
  const organisation = params['organisation'] ?? ''
  const actor = await previewingActor(runtime().db, locals.actor, round.id, organisation)
  const of = (...parts: string[]) =>
    address(locals.locale, 'collaborations', round.collaboration_slug, 'rounds', round.slug, ...parts)
  const home = of('preview', organisation)
  const street = await streetData(actor, locals.locale, previewToken)
  return {
    actor,
    home,
    here: <T>(data: T): T => movedTo(data, address(locals.locale, 'answer', previewToken), home),
    street: { ...street, items: street.items.map(untouched) },
    frame: { party: street.organisation, back: about.prepare }
  }
}

/** None of what stands beside the list and the form is there to try. */
export const unopened = (home: string) => ({ sending: home, forward: home, paper: home, reads: false })

const untouched = <T extends { state: string; degree: unknown; lacks: unknown }>(item: T): T => ({
  ...item,
  ...{ state: 'untouched', degree: null, lacks: null, by: null }
})

/** Every address that begins with `from` begins with `to` instead. */
function movedTo<T>(data: T, from: string, to: string): T {
  const move = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value === from || value.startsWith(`${from}/`) ? to + value.slice(from.length) : value
    if (Array.isArray(value)) return value.map(move)
    if (typeof value !== 'object' || value === null || value instanceof Date) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, move(inner)]))
  }
  return move(data) as T
}

/** Nothing that is pressed here is done; the page is shown again. */
export async function nothing(event: RequestEvent): Promise<never> {
  await previewIn(event)
  redirect(303, event.url.pathname)
}
