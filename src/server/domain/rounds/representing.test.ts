import { expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { findLink } from '../links/links.ts'
import { cli } from '../people/actor.ts'
import { endPerson } from '../people/changing.ts'
import { grantRole, withdrawRole } from '../people/granting.ts'
import { openOwnLink } from './representing.ts'

const db = await testDatabase()

test('a representative’s link ends with their role, and only in that organisation', async () => {
  const { roles, partner, housing, police } = await askedWorld(db)
  const person = roles.representative.person?.id ?? ''
  const token = await write(db, cli, async (tx) => {
    for (const id of [housing, police])
      await grantRole(tx, cli, person, { role: 'representative', scope: { kind: 'organisation', id } })
    return openOwnLink(tx, roles.representative, partner.errand.space, secrets)
  })
  const withdraw = (id: string) =>
    write(db, cli, (tx) =>
      withdrawRole(tx, cli, person, { role: 'representative', scope: { kind: 'organisation', id } })
    )
  await withdraw(police)
  expect((await findLink(db, token)).state).toBe('open')
  await withdraw(housing)
  expect((await findLink(db, token)).state).toBe('withdrawn')
})

test('a representative answers by a link of their own, which ends with them and nobody else’s does', async () => {
  const { roles, partner, housing } = await askedWorld(db)
  const { representative } = roles
  const person = representative.person?.id ?? ''
  const grant = { id: newId(), person_id: person, role: 'representative' }
  const token = await write(db, cli, async (tx) => {
    await tx
      .insertInto('role_grant')
      .values({ ...grant, scope_kind: 'organisation', scope_id: housing })
      .execute()
    return openOwnLink(tx, representative, partner.errand.space, secrets)
  })
  expect((await findLink(db, token)).state).toBe('open')
  await write(db, cli, (tx) => endPerson(tx, cli, person))
  expect((await findLink(db, token)).state).toBe('withdrawn')
  const others = db.selectFrom('link').select('id').where('withdrawn_at', 'is', null).execute()
  expect((await others).map(({ id }) => id)).toContain(partner.errand.link)
})
