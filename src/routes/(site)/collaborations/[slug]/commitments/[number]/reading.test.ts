import { expect, test } from 'vitest'
import type { Actor } from '#server/domain/people/actor.ts'
import { saveDraft } from '#server/domain/answers/saving.ts'
import { submitAnswers } from '#server/domain/answers/submitting.ts'
import { reviewReport } from '#server/domain/reports/reviewing.ts'
import { write } from '#server/platform/db/write.ts'
import { openLog } from '#server/platform/log/log.ts'
import { setRuntime } from '#server/platform/runtime.ts'
import { readSettings } from '#server/platform/settings/settings.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { load } from './+page.server.ts'

const db = await testDatabase()
setRuntime({ db, secrets, settings: readSettings({}), log: openLog('silent') })

const dataFor = (actor: Actor) =>
  load({
    locals: { actor, locale: 'sv' },
    params: { slug: 'tillsammans', number: '1' },
    url: new URL('http://localhost/samverkan/tillsammans/insatser/1')
  } as unknown as Parameters<typeof load>[0])

test('what a page is made of holds the partner’s own words only for those inside', async () => {
  const { partner, roles } = await askedWorld(db)
  const item = partner.errand.items[0] ?? ''
  const written = { degree: 'fully', done: 'Vi hjälpte en granne som heter Någon.' }
  const { mark } = await write(db, partner, (tx) =>
    saveDraft(tx, partner, { item, mark: '', written }, secrets)
  )
  await write(db, partner, (tx) => submitAnswers(tx, partner, [{ item, mark }], secrets))
  const { id } = await db.selectFrom('report').select('id').executeTakeFirstOrThrow()
  const review = { version: 1, verdict: 'accepted' as const, note: null, wording: 'Vi hjälpte en granne.' }
  await write(db, roles.coordinator, (tx) => reviewReport(tx, roles.coordinator, id, review))

  const told = async (actor: Actor) => JSON.stringify(await dataFor(actor))
  expect(await told(roles.visitor)).toContain('Vi hjälpte en granne.')
  expect(await told(roles.visitor)).not.toContain('Någon')
  expect(await told(roles.elsewhere)).not.toContain('Någon')
  expect(await told(roles.other)).toContain('Någon')
})
