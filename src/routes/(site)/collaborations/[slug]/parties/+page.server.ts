import type { RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { listChoices } from '#server/domain/collaborations/choices.ts'
import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { can } from '#server/domain/collaborations/permissions.ts'
import { changedParty, newParty } from '#server/domain/parties/fields.ts'
import {
  addParty,
  changeParty,
  listParties,
  listPartyContacts,
  removeParty
} from '#server/domain/parties/parties.ts'
import { newId } from '#server/platform/db/ids.ts'
import { id } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { openPart, partOf, type PartOf } from '../../../../parts.ts'
import { onCollaboration } from '../actions/place.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  const { db } = runtime()
  const { locals, params } = event
  const collaboration = await findCollaboration(db, locals.actor, params.slug)
  const allowed = can(locals.actor, collaboration)
  const editing = allowed.change ? openPart(event) : null
  const [parties, contacts, choices] = await Promise.all([
    listParties(db, collaboration.id),
    allowed.change ? listPartyContacts(db, locals.actor, collaboration.id) : [],
    editing ? listChoices(db, locals.actor) : null
  ])
  locals.internal = allowed.change || collaboration.audience !== 'public'
  return { collaboration, parties, contacts, choices, editing, can: allowed, newId: newId() }
}

const which = v.object({ party: id() })
const partOfParty: PartOf = ({ party }) => `part-${String(party)}`
const here = ({ event }: { event: RequestEvent<{ slug: string }> }) =>
  `${address(event.locals.locale, 'collaborations', event.params.slug, 'parties')}#${partOf(event)}`

export const actions = {
  add: onCollaboration(
    'ny',
    newParty,
    ({ tx, actor, collaboration }, value) => addParty(tx, actor, collaboration.id, value),
    here
  ),
  change: onCollaboration(
    partOfParty,
    v.intersect([which, changedParty]),
    ({ tx, actor, collaboration }, { party, ...changes }) =>
      changeParty(tx, actor, collaboration.id, party, changes),
    here
  ),
  remove: onCollaboration(
    partOfParty,
    which,
    ({ tx, actor, collaboration }, { party }) => removeParty(tx, actor, collaboration.id, party),
    here
  )
}
