import { afterEach, beforeEach, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { preparedRound } from '#tests/prepared-round.ts'
import { secrets } from '#tests/round.ts'
import { saveDraft } from '../answers/saving.ts'
import { findErrandRound } from '../answers/errands.ts'
import { listAnswering } from '../answers/street.ts'
import { previewingActor } from './previewing.ts'

const db = await testDatabase()
beforeEach(() => setClock(new Date('2026-12-01T09:00:00Z')))
afterEach(() => setClock(null))

test('whoever looks at it as a party sees what it is asked, and nothing that it has begun', async () => {
  const { housing, coordinator, roles, round, open, send } = await preparedRound(db)
  const look = (actor = coordinator) => previewingActor(db, actor, round, 'bostader')
  const before = await look()
  expect((await findErrandRound(db, before)).state).toBe('preparing')
  expect(await listAnswering(db, before, secrets)).toHaveLength(4)
  await open()
  await send(housing)
  const after = await listAnswering(db, await look(), secrets)
  expect(after.map(({ state, degree }) => [state, degree])).toEqual(Array(4).fill(['untouched', null]))
  for (const actor of [roles.reader, roles.representative, roles.visitor])
    await expect(look(actor)).rejects.toThrow('not found')
  const preview = await look()
  for (const item of preview.errand.items)
    await expect(
      write(db, preview, (tx) =>
        saveDraft(tx, preview, { item, mark: '', written: { done: 'Hej' } }, secrets)
      )
    ).rejects.toThrow()
})
