import { expect, test } from 'vitest'
import { cli, job, visitor, type Actor } from '../people/actor.ts'
import { can } from './permissions.ts'

const [person, own] = [{ id: '0190a000-0000-7000-8000-000000000001', name: 'Någon' }, 'own']
const somebody: Actor = { ...visitor, record: { via: 'session', person: person.id }, person }
const all = ['change', 'contact', 'create', 'place']

const rights: [role: string, actor: Actor, own: string[], others: string[]][] = [
  ['a visitor', visitor, [], []],
  ['somebody signed in without a role', somebody, [], []],
  ['a member', { ...somebody, organisations: [own], partyIn: ['c'] }, ['change'], []],
  [
    'a representative',
    { ...somebody, organisations: [own], represents: [own], partyIn: ['c'] },
    ['change', 'contact'],
    []
  ],
  ['a reader of one collaboration', { ...somebody, reads: ['c'] }, [], []],
  ['a reader of all', { ...somebody, reads: 'all' }, [], []],
  [
    'a coordinator of one collaboration',
    { ...somebody, coordinates: ['c'], reads: ['c'] },
    ['create'],
    ['create']
  ],
  ['a coordinator of all', { ...somebody, coordinates: 'all', reads: 'all' }, all, all],
  ['an administrator', { ...somebody, administrator: true, coordinates: 'all', reads: 'all' }, all, all],
  ['a job', job, [], []],
  ['whoever runs commands', cli, all, all]
]
const allowed = (actor: Actor, organisation: string) =>
  Object.entries(can(actor, organisation))
    .flatMap(([action, yes]) => (yes ? [action] : []))
    .toSorted()

test.each(rights)('%s may do exactly this with an organisation', (_role, actor, mine, others) => {
  expect(allowed(actor, own)).toEqual(mine)
  expect(allowed(actor, 'other')).toEqual(others)
})
