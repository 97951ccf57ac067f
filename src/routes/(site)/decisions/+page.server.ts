import { listRegister, listRegisterShelves } from '#server/domain/decisions/register.ts'
import { isId } from '#server/platform/db/ids.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db } = runtime()
  const asked = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 200)
  const one = asked('beslut')
  const chosen = {
    number: asked('nummer'),
    body: asked('organ'),
    year: /^\d{4}$/.exec(asked('ar'))?.[0] ?? ''
  }
  const [shelves, decisions] = await Promise.all([
    listRegisterShelves(db, locals.actor),
    listRegister(db, locals.actor, {
      ...(isId(one) && { id: one }),
      ...(chosen.number && { number: chosen.number }),
      ...(chosen.body && { body: chosen.body }),
      ...(chosen.year && { year: Number(chosen.year) })
    })
  ])
  locals.internal = decisions.some((decision) => !decision.public)
  return { shelves, decisions, chosen, one: isId(one) }
}
