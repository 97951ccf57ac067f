import { describe, expect, test } from 'vitest'
import { can as canKinds } from '../kinds/permissions.ts'
import { can as canMessages } from '../messages/messages.ts'
import { visitor, type Actor } from '../people/actor.ts'
import { can as canPeople } from '../people/permissions.ts'
import { can as canInstallation } from './permissions.ts'

const person = { id: '0', name: 'Någon' }
const actors: Record<string, Actor> = {
  visitor,
  member: { ...visitor, person, organisations: ['o'], partyIn: ['c'] },
  reader: { ...visitor, person, reads: 'all' },
  coordinator: { ...visitor, person, coordinates: ['c'], reads: ['c'] },
  'coordinator of everything': { ...visitor, person, coordinates: 'all', reads: 'all' },
  administrator: { ...visitor, person, administrator: true, coordinates: 'all', reads: 'all' }
}

/** What belongs to the installation is its administrators' alone, whatever else somebody may. */
describe.each([
  ['the installation', canInstallation],
  ['kinds', canKinds],
  ['messages', canMessages],
  ['people', canPeople]
])('%s', (_, can) => {
  test.each(Object.entries(actors))('%s', (name, actor) => {
    const allowed = new Set(Object.values(can(actor)))
    expect([...allowed]).toEqual([name === 'administrator'])
  })
})
