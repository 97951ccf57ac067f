import { changePerson, endPerson, resumePerson } from '#server/domain/people/changing.ts'
import { changedPerson, newGrant } from '#server/domain/people/fields.ts'
import { grantRole, withdrawRole } from '#server/domain/people/granting.ts'
import { findPerson, listScopes } from '#server/domain/people/people.ts'
import { isId, type Id } from '#server/platform/db/ids.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import type { RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { submit } from '../../../../submitting.ts'
import type { Actions, PageServerLoad } from './$types'

const nothing = v.object({})

const personOf = ({ params }: { params: { id: string } }): Id => {
  if (!isId(params.id)) throw new NotFound('person')
  return params.id
}

export const load: PageServerLoad = async (event) => {
  const { db } = runtime()
  const { actor } = event.locals
  const person = await findPerson(db, actor, personOf(event))
  return { own: person, scopes: await listScopes(db, actor), yourself: person.id === actor.person?.id }
}

const here = ({ locals }: RequestEvent, id: Id) => address(locals.locale, 'settings', 'people', id)

export const actions: Actions = {
  change: (event) =>
    submit(event, 'uppgifter', changedPerson, async (tx, value) => {
      await changePerson(tx, event.locals.actor, personOf(event), value)
      return here(event, personOf(event))
    }),
  grant: (event) =>
    submit(event, 'roll', newGrant, async (tx, value) => {
      await grantRole(tx, event.locals.actor, personOf(event), value)
      return here(event, personOf(event))
    }),
  withdraw: (event) =>
    submit(event, 'roller', newGrant, async (tx, value) => {
      await withdrawRole(tx, event.locals.actor, personOf(event), value)
      return here(event, personOf(event))
    }),
  end: (event) =>
    submit(event, 'avsluta', nothing, async (tx) => {
      await endPerson(tx, event.locals.actor, personOf(event))
      return here(event, personOf(event))
    }),
  resume: (event) =>
    submit(event, 'avsluta', nothing, async (tx) => {
      await resumePerson(tx, event.locals.actor, personOf(event))
      return here(event, personOf(event))
    })
}
