import { expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { listKinds } from '../kinds/kinds.ts'
import { actorFor, cli } from '../people/actor.ts'
import { beginInstallation } from './beginning.ts'

const db = await testDatabase()
const begin = (mail = 'nagon@kommunen.example') =>
  write(db, cli, (tx) => beginInstallation(tx, cli, { name: 'Kvarter i Kommunen', mail }))

test('an empty database gets its name, an administrator who may do everything, and kinds to begin with', async () => {
  await begin()
  const installation = await db.selectFrom('installation').selectAll().executeTakeFirstOrThrow()
  expect(installation).toMatchObject({ name: 'Kvarter i Kommunen', demonstration: false })
  const { id } = await db.selectFrom('person').select('id').executeTakeFirstOrThrow()
  expect(await actorFor(db, id, { via: 'session', person: id })).toMatchObject({
    administrator: true,
    coordinates: 'all'
  })
  expect((await listKinds(db)).map(({ code }) => code)).toContain('citizen_promise')
})

test('what is begun is not begun again, by whoever it may be', async () => {
  await begin()
  await expect(begin('annan@kommunen.example')).rejects.toThrow(Invalid)
  expect(await db.selectFrom('person').select('mail').execute()).toEqual([{ mail: 'nagon@kommunen.example' }])
})
