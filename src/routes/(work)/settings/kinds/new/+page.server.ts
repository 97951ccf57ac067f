import * as v from 'valibot'
import { createKind } from '#server/domain/kinds/changing.ts'
import { newKindByName } from '#server/domain/kinds/fields.ts'
import { can } from '#server/domain/kinds/permissions.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { address } from '#ui/words/addresses.ts'
import { locales } from '#ui/words/locale.ts'
import { submit } from '../../../../submitting.ts'
import { grown } from '../flat.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  if (!can(locals.actor).create) throw new NotAllowed()
  return { languages: [...locales] }
}

const written = v.pipe(v.record(v.string(), v.unknown()), v.transform(grown), newKindByName)

export const actions: Actions = {
  add: (event) =>
    submit(event, 'nytt', written, async (tx, value) => {
      await createKind(tx, event.locals.actor, value)
      return address(event.locals.locale, 'settings', 'kinds', value.code)
    })
}
