import * as v from 'valibot'
import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { can } from '#server/domain/collaborations/permissions.ts'
import { listCommitmentChoices } from '#server/domain/commitments/choices.ts'
import { createCommitment } from '#server/domain/commitments/creating.ts'
import { newCommitment } from '#server/domain/commitments/fields.ts'
import { promisesLike } from '#server/domain/proposals/nearby.ts'
import { newId } from '#server/platform/db/ids.ts'
import { optionalText, read, ids } from '#server/platform/forms/fields.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { readWritten, submit } from '../../../../../submitting.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const likeness = v.object({ title: optionalText(), wording: optionalText(), area_ids: ids() })

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = runtime()
  const collaboration = await findCollaboration(db, locals.actor, params.slug)
  const allowed = can(locals.actor, collaboration)
  if (!allowed.propose) throw new NotAllowed()
  const choices = await listCommitmentChoices(db, locals.actor, collaboration.id)
  const own = choices.organisations.find(({ value }) => locals.actor.organisations.includes(value))
  return { collaboration, choices, can: allowed, id: newId(), own: own?.value ?? '' }
}

export const actions = {
  /** What is much like it nearby, as it is written so far; nothing is kept. */
  similar: async (event) => {
    const { db } = runtime()
    const { actor } = event.locals
    const collaboration = await findCollaboration(db, actor, event.params.slug)
    if (!can(actor, collaboration).propose) throw new NotAllowed()
    const written = await readWritten(event)
    const reading = read(likeness, written)
    const { title, wording, area_ids } = reading.ok ? reading.value : { title: '', wording: '', area_ids: [] }
    const words = { title: title ?? '', wording: wording ?? '', areas: area_ids }
    const similar = await promisesLike(db, collaboration.id, words)
    return { form: 'ny', errors: {}, written, similar }
  },
  create: async (event) => {
    const { actor, locale } = event.locals
    const { id, slug } = await findCollaboration(runtime().db, actor, event.params.slug)
    return submit(event, 'ny', newCommitment, async (tx, value) => {
      const { number } = await createCommitment(tx, actor, id, value)
      return address(locale, 'collaborations', slug, 'commitments', number)
    })
  }
} satisfies Actions
