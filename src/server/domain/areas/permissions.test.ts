import { expect, test } from 'vitest'
import { cli, job, visitor, type Actor } from '../people/actor.ts'
import { can } from './permissions.ts'

const person = { id: '0190a000-0000-7000-8000-000000000001', name: 'Någon' }
const somebody: Actor = { ...visitor, record: { via: 'session', person: person.id }, person }

const rights: [role: string, actor: Actor, allowed: string[]][] = [
  ['a visitor', visitor, []],
  ['somebody signed in without a role', somebody, []],
  ['a representative of an organisation', { ...somebody, organisations: ['o'], partyIn: ['c'] }, []],
  ['a reader of one collaboration', { ...somebody, reads: ['c'] }, []],
  ['a reader of all', { ...somebody, reads: 'all' }, []],
  ['a coordinator of one collaboration', { ...somebody, coordinates: ['c'], reads: ['c'] }, []],
  ['a coordinator of all', { ...somebody, coordinates: 'all', reads: 'all' }, ['change', 'create']],
  [
    'an administrator',
    { ...somebody, administrator: true, coordinates: 'all', reads: 'all' },
    ['change', 'create']
  ],
  ['a job', job, []],
  ['whoever runs commands', cli, ['change', 'create']]
]

test.each(rights)('%s may do exactly this with areas', (_role, actor, allowed) => {
  const may = Object.entries(can(actor)).flatMap(([action, yes]) => (yes ? [action] : []))
  expect(may.toSorted()).toEqual(allowed)
})
