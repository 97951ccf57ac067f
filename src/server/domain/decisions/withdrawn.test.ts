import { beforeAll, describe, expect, test } from 'vitest'
import { createPublication } from '#server/domain/publications/composing.ts'
import { findEdition } from '#server/domain/publications/editions/editions.ts'
import { publish } from '#server/domain/publications/editions/publishing.ts'
import { withdraw } from '#server/domain/publications/editions/withdrawing.ts'
import { setClock } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { rolesRound } from '#tests/publications/roles.ts'
import { cli, visitor, type Actor } from '../people/actor.ts'
import { addDecision } from './decisions.ts'
import { listRegister } from './register.ts'

const db = await testDatabase()
const title = 'Rapporten om familjen'
let roles: ReturnType<typeof rolesRound>

beforeAll(async () => {
  setClock(new Date('2027-01-10T09:00:00Z'))
  const { collaboration, maker } = await makePromise(db, [{ title: 'Frukost' }])
  roles = rolesRound(collaboration, maker)
  const made = { collaboration, template: 'final_follow_up' as const, title, slug: 'r' }
  await write(db, cli, async (tx) => {
    const report = await createPublication(tx, cli, made)
    await publish(tx, cli, report)
    const edition = await tx.selectFrom('edition').select('id').executeTakeFirstOrThrow()
    await decide(edition.id)
    await withdraw(tx, cli, report, { edition: 1, reason: 'Ett namn stod där.' })

    async function decide(id: Id) {
      const decision = { body: 'Nämnden', section: '12', case_number: '2027/34' }
      await addDecision(tx, cli, collaboration, decision, { kind: 'edition', id })
    }
  })
  setClock(null)
})

const told = { kind: 'publication', slug: 'r', title, edition: 1 }
const withdrawn = { kind: 'withdrawn', edition: 1, day: '2027-01-10', reason: 'Ett namn stod där.' }

describe('the register of decisions on a report that is withdrawn', () => {
  test.each([
    ['visitor', withdrawn],
    ['signed in without a role', withdrawn],
    ['representative of a party', withdrawn],
    ['coordinator of another', withdrawn],
    ['reader of the collaboration', told],
    ['coordinator of the collaboration', told],
    ['reader of all', told],
    ['administrator', told]
  ] as const)('says to a %s what they may know of it', async (role, about) => {
    const [decision] = await listRegister(db, roles[role])
    expect(decision).toMatchObject({ body: 'Nämnden', section: '12', case_number: '2027/34' })
    expect(decision?.about).toEqual(about)
  })
})

test('its page says as little', async () => {
  const titleFor = async (actor: Actor) => (await findEdition(db, actor, 'r')).content.title
  expect([await titleFor(visitor), await titleFor(roles['reader of all'])]).toEqual(['', title])
})
