import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import { can } from './permissions.ts'

const db = await testDatabase()
let here: Neighbourhood
beforeAll(async () => {
  here = await neighbourhood(db)
})

type Role = keyof Neighbourhood['people']
const all = ['change', 'setStage', 'setReach', 'tie', 'seeInside']

/** Everyone, and exactly what they may do with a commitment: once agreed, and while it is proposed. */
const table: Record<Role, { agreed: string[]; proposed: string[] }> = {
  visitor: { agreed: [], proposed: [] },
  administrator: { agreed: all, proposed: all },
  installationCoordinator: { agreed: all, proposed: all },
  areaCoordinator: { agreed: all, proposed: all },
  coordinator: { agreed: all, proposed: all },
  otherCoordinator: { agreed: [], proposed: [] },
  installationReader: { agreed: ['seeInside'], proposed: ['seeInside'] },
  areaReader: { agreed: ['seeInside'], proposed: ['seeInside'] },
  reader: { agreed: ['seeInside'], proposed: ['seeInside'] },
  lead: { agreed: ['seeInside'], proposed: ['change', 'seeInside'] },
  party: { agreed: ['seeInside'], proposed: ['seeInside'] },
  outsider: { agreed: [], proposed: [] },
  nobodyYet: { agreed: [], proposed: [] }
}

describe.each(Object.keys(table) as Role[])('with a commitment %s', (role) => {
  test.each(['agreed', 'proposed'] as const)('may exactly this while it is %s', (stage) => {
    const collaboration = { id: here.collaboration.id, lifecycle: 'active' }
    const rights = can(here.people[role], { stage, owner_id: here.organisations.lead, collaboration })
    const held = Object.entries(rights).filter(([, may]) => may)
    expect(held.map(([right]) => right).toSorted()).toEqual(table[role][stage].toSorted())
  })
})
