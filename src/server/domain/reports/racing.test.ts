import { expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { freshDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { saveDraft } from '../answers/saving.ts'
import { submitAnswers } from '../answers/submitting.ts'
import { changeCommitmentReach } from '../commitments/changing.ts'
import { reviewReport } from './reviewing.ts'

const { db } = await freshDatabase()

test('an answer accepted while its commitment is narrowed is seen by no more than the commitment', async () => {
  const { partner, roles } = await askedWorld(db)
  const { coordinator } = roles
  const item = partner.errand.items[0] ?? ''
  const written = { degree: 'fully', done: 'Det blev gjort.' }
  const { mark } = await write(db, partner, (tx) =>
    saveDraft(tx, partner, { item, mark: '', written }, secrets)
  )
  await write(db, partner, (tx) => submitAnswers(tx, partner, [{ item, mark }], secrets))
  const report = () => db.selectFrom('report').selectAll().executeTakeFirstOrThrow()
  const { id, commitment_id } = await report()

  let narrowed: Promise<void> | undefined
  await write(db, coordinator, async (tx) => {
    await reviewReport(tx, coordinator, id, { version: 1, verdict: 'accepted', note: null })
    narrowed = write(db, coordinator, (other) =>
      changeCommitmentReach(other, coordinator, commitment_id ?? '', { reach: 'own', version: 1 })
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  await narrowed
  expect(await report()).toMatchObject({ state: 'accepted', audience: 'own' })
})
