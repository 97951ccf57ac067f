import { changeKind } from '#server/domain/kinds/changing.ts'
import { changedKind } from '#server/domain/kinds/fields.ts'
import { findKind } from '#server/domain/kinds/kinds.ts'
import { can } from '#server/domain/kinds/permissions.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import * as v from 'valibot'
import { submit } from '../../../../submitting.ts'
import { flat, grown } from '../flat.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!can(locals.actor).change) throw new NotAllowed()
  const { code, version, words } = await findKind(runtime().db, params.code)
  return { code, words, own: { version, ...flat({ words }) }, languages: Object.keys(words.commitment) }
}

const written = v.pipe(v.record(v.string(), v.unknown()), v.transform(grown), changedKind)

export const actions: Actions = {
  words: (event) =>
    submit(event, 'ord', written, async (tx, value) => {
      const { id, code } = await findKind(tx, event.params.code ?? '')
      await changeKind(tx, event.locals.actor, id, value)
      return address(event.locals.locale, 'settings', 'kinds', code)
    })
}
