import { listRegister, listRegisterShelves } from '#server/domain/decisions/register.ts'
import { isId } from '#server/platform/db/ids.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { PageServerLoad } from './$types.ts'

const limit = 100

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db } = runtime()
  const asked = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 200)
  const one = asked('beslut')
  const chosen = {
    number: asked('nummer'),
    body: asked('organ'),
    year: /^\d{4}$/.exec(asked('ar'))?.[0] ?? ''
  }
  const from = /^\d{1,6}$/.test(asked('fran')) ? Number(asked('fran')) : 0
  const [shelves, found] = await Promise.all([
    listRegisterShelves(db, locals.actor),
    listRegister(db, locals.actor, {
      ...(isId(one) && { id: one }),
      ...(chosen.number && { number: chosen.number }),
      ...(chosen.body && { body: chosen.body }),
      ...(chosen.year && { year: Number(chosen.year) }),
      ...{ from, limit }
    })
  ])
  const decisions = found.slice(0, limit)
  const next = found.length > limit ? from + limit : null
  locals.internal = decisions.some((decision) => !decision.public)
  return { shelves, decisions, chosen, next, from, one: isId(one) }
}
