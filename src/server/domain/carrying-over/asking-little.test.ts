import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { endingPeriod, type Period } from '#tests/period.ts'
import { carryOver } from './carrying.ts'
import { chooseForMany } from './choosing.ts'
import { listItems } from './listing.ts'

const db = await testDatabase()

async function promises(here: Period, count: number): Promise<void> {
  const { organisations, areas, school, leisure } = here
  for (let n = 0; n < count; n++)
    await here.promise({
      ...{ title: `Löfte ${n}`, wording: 'Två kvällar i veckan.', objective_ids: [school, leisure] },
      ...{ co_actor_ids: [organisations.party], area_ids: [areas.other] },
      targets: [{ qualifier: 'at_least', value: 2, unit: 'kvällar', per: 'week', alternatives: [] }]
    })
}

/** How many questions the database gets while all that is not chosen for is carried over. */
async function questionsFor(here: Period): Promise<number> {
  const { both, pair } = here
  const items = (await listItems(db, both, pair)).filter(({ chosen }) => !chosen)
  const seen_ids = items.map(({ id, seen }) => ({ commitment: id, seen }))
  const [going, ending] = [seen_ids.slice(1), seen_ids.slice(0, 1)]
  let asked = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => ((asked += 1), node),
    transformResult: async ({ result }) => result
  }
  const { made, ended } = await write(db.withPlugin(counting), both, async (tx) => {
    await chooseForMany(tx, both, pair, { seen_ids: going, choice: 'continue', reason: null })
    await chooseForMany(tx, both, pair, { seen_ids: ending, choice: 'end', reason: 'Klart.' })
    asked = 0
    return carryOver(tx, both, pair, { [`objective_${here.leisure}`]: 'none' })
  })
  expect([made, ended]).toEqual([going.length, 1])
  return asked
}

test('many are carried over by as few questions as a few are', async () => {
  const here = await endingPeriod(db)
  await promises(here, 3)
  const few = await questionsFor(here)
  await promises(here, 30)
  expect(await questionsFor(here)).toBe(few)
  expect(few).toBeLessThan(40)
})
