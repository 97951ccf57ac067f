import { listChoices } from '#server/domain/collaborations/choices.ts'
import { createCollaboration } from '#server/domain/collaborations/creating.ts'
import { newCollaboration } from '#server/domain/collaborations/fields.ts'
import { areasToCreateIn } from '#server/domain/collaborations/permissions.ts'
import { listKinds } from '#server/domain/kinds/kinds.ts'
import { newId } from '#server/platform/db/ids.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../submitting.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db } = runtime()
  const createIn = await areasToCreateIn(db, locals.actor)
  if (createIn !== 'all' && createIn.length === 0) throw new NotAllowed()
  const [choices, kinds] = await Promise.all([listChoices(db, locals.actor, null), listKinds(db)])
  const areas = choices.areas.filter(({ value }) => createIn === 'all' || createIn.includes(value))
  const [own] = locals.actor.organisations
  const area = areas.find(({ value }) => value === url.searchParams.get('omrade'))
  return { choices: { ...choices, areas }, kinds, id: newId(), authority: own ?? '', area: area?.value ?? '' }
}

export const actions: Actions = {
  default: (event) =>
    submit(event, 'ny', newCollaboration, async (tx, value) => {
      const { slug } = await createCollaboration(tx, event.locals.actor, value)
      return address(event.locals.locale, 'collaborations', slug)
    })
}
