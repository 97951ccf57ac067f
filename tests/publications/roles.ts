import { newId, type Id } from '#server/platform/db/ids.ts'
import { cli, visitor, type Actor } from '#server/domain/people/actor.ts'

const somebody = (more: Partial<Actor>): Actor => ({
  ...visitor,
  record: { via: 'session' },
  person: { id: newId(), name: 'Någon' },
  ...more
})

/** Every role there is, round one collaboration. */
export const rolesRound = (collaboration: Id, organisation: Id) => ({
  visitor,
  'signed in without a role': somebody({}),
  'representative of a party': somebody({ organisations: [organisation], partyIn: [collaboration] }),
  'reader of the collaboration': somebody({ reads: [collaboration] }),
  'coordinator of the collaboration': somebody({ coordinates: [collaboration], reads: [collaboration] }),
  'coordinator of another': somebody({ coordinates: [newId()], reads: [newId()] }),
  'reader of all': somebody({ reads: 'all' }),
  'coordinator of all': somebody({ coordinates: 'all', reads: 'all' }),
  administrator: somebody({ administrator: true, coordinates: 'all', reads: 'all' }),
  'command line': cli
})
