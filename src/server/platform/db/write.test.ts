import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { write } from './write.ts'

const db = await testDatabase()
const somebody = { record: { via: 'cli' as const } }

describe('write', () => {
  test('keeps who acted', async () => {
    await write(db, somebody, (tx) => tx.insertInto('installation').values({ name: 'Här' }).execute())
    const kept = await db.selectFrom('history').select(['actor', 'table_name']).execute()
    expect(kept).toEqual([{ actor: { via: 'cli' }, table_name: 'installation' }])
  })

  test('is the only way to write', async () => {
    const outside = db.insertInto('installation').values({ name: 'Här' }).execute()
    await expect(outside).rejects.toThrow('a write without an actor')
  })

  test('forgets who acted when it is over', async () => {
    await write(db, somebody, (tx) => tx.insertInto('installation').values({ name: 'Här' }).execute())
    const after = db
      .transaction()
      .execute((tx) => tx.updateTable('installation').set({ name: 'Där' }).execute())
    await expect(after).rejects.toThrow('a write without an actor')
  })

  test('keeps nothing of what fails', async () => {
    const failing = write(db, somebody, async (tx) => {
      await tx.insertInto('installation').values({ name: 'Här' }).execute()
      await sql`select 1 / 0`.execute(tx)
    })
    await expect(failing).rejects.toThrow('division by zero')
    expect(await db.selectFrom('installation').selectAll().execute()).toEqual([])
  })
})
