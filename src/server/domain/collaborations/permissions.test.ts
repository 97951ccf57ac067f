import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import { can, mayCreateIn } from './permissions.ts'

const db = await testDatabase()
let here: Neighbourhood
beforeAll(async () => {
  here = await neighbourhood(db)
})

type Role = keyof Neighbourhood['people']
type Right = 'change' | 'propose' | 'seeInside' | 'begin' | 'begin elsewhere'

/** Everyone, and exactly what they may do in a collaboration that runs. */
const table: Record<Role, Right[]> = {
  visitor: [],
  administrator: ['change', 'propose', 'seeInside', 'begin', 'begin elsewhere'],
  installationCoordinator: ['change', 'propose', 'seeInside', 'begin', 'begin elsewhere'],
  areaCoordinator: ['change', 'propose', 'seeInside', 'begin'],
  coordinator: ['change', 'propose', 'seeInside'],
  otherCoordinator: [],
  installationReader: ['seeInside'],
  areaReader: ['seeInside'],
  reader: ['seeInside'],
  lead: ['propose', 'seeInside'],
  party: ['propose', 'seeInside'],
  outsider: [],
  nobodyYet: []
}

const rightsOf = async (role: Role, lifecycle: string): Promise<string[]> => {
  const actor = here.people[role]
  const rights = {
    ...can(actor, { id: here.collaboration.id, lifecycle }),
    begin: await mayCreateIn(db, actor, here.areas.main),
    'begin elsewhere': await mayCreateIn(db, actor, here.areas.other)
  }
  return Object.entries(rights)
    .filter(([, may]) => may)
    .map(([right]) => right)
}

describe.each(Object.keys(table) as Role[])('in a collaboration %s', (role) => {
  test(`may exactly: ${table[role].join(', ') || 'nothing'}`, async () => {
    expect((await rightsOf(role, 'active')).toSorted()).toEqual(table[role].toSorted())
  })

  test('proposes nothing more when it has ended, unless it is theirs to change', async () => {
    const rights = await rightsOf(role, 'ended')
    expect(rights.includes('propose')).toBe(table[role].includes('change'))
  })
})
