import { expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld } from '#tests/round.ts'
import { cli } from '../people/actor.ts'
import { contactsOf } from './contacts.ts'

const db = await testDatabase()

test('who answered before is known to what goes on from it when something was carried over, not since it says so', async () => {
  const { collaboration, housing, commitments } = await askedWorld(db)
  const successor = newId()
  const before = await db
    .selectFrom('collaboration')
    .select(['kind_id', 'authority_id', 'main_area_id'])
    .where('id', '=', collaboration)
    .executeTakeFirstOrThrow()
  await write(db, cli, (tx) =>
    tx
      .insertInto('collaboration')
      .values({
        ...{ ...before, id: successor, slug: 'sedan', name: 'Sedan', predecessor_id: collaboration },
        ...{ reach: 'public', audience: 'public' }
      })
      .execute()
  )
  expect((await contactsOf(db, successor, [housing])).size).toBe(0)
  await write(db, cli, (tx) =>
    tx
      .insertInto('carry_over')
      .values({
        ...{ id: newId(), earlier_id: commitments[0]!, collaboration_id: successor, choice: 'ask' },
        ...{ earlier_version: 1, earlier_wording: 0 }
      })
      .execute()
  )
  expect((await contactsOf(db, successor, [housing])).get(housing)).toHaveLength(1)
})
