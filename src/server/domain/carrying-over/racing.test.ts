import { expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { Conflict } from '#server/platform/refusals.ts'
import { freshDatabase } from '#tests/database.ts'
import { choiceOf, endingPeriod } from '#tests/period.ts'
import { carryOver } from './carrying.ts'
import { listCarriedInto } from './carrying-over.ts'
import { chooseFor, chooseForMany } from './choosing.ts'
import { listItems } from './listing.ts'
import { beginSuccessor } from './succeeding.ts'

const { db } = await freshDatabase()
const here = await endingPeriod(db)
const { both, pair } = here
const chooses = (choice: Awaited<ReturnType<typeof choiceOf>>) =>
  write(db, both, (tx) => chooseFor(tx, both, pair, choice))

test('two choose for the same one at once: one choice stands, the other is shown it', async () => {
  const { id } = await here.promise({ title: 'Ett' })
  const go = await choiceOf(db, pair, id, { choice: 'continue' })
  const end = await choiceOf(db, pair, id, { choice: 'end', reason: 'Klart.' })
  const sent = await Promise.allSettled([chooses(go), chooses(end)])
  expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = sent.find((one) => one.status === 'rejected')
  expect(refused?.reason).toBeInstanceOf(Conflict)
})

test('the same press twice at once is one choice', async () => {
  const { id } = await here.promise({ title: 'Två' })
  const go = await choiceOf(db, pair, id, { choice: 'continue' })
  await Promise.all([chooses(go), chooses(go)])
  expect((await listItems(db, both, pair)).find((item) => item.id === id)?.chosen).toMatchObject({
    version: 1
  })
})

test('two choose for all at once, and each is chosen for once', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => here.promise({ title: `Löfte ${n}` })))
  const seen_ids = (await listItems(db, both, pair)).map(({ id, seen }) => ({ commitment: id, seen }))
  const all = (ids: typeof seen_ids) =>
    write(db, both, (tx) =>
      chooseForMany(tx, both, pair, { seen_ids: ids, choice: 'continue', reason: null })
    )
  const [one, other] = await Promise.all([all(seen_ids), all(seen_ids.toReversed())])
  expect(one + other).toBe(20)
})

test('two carry over at once, and each goes on once', async () => {
  const carry = () => write(db, both, (tx) => carryOver(tx, both, pair, {}))
  const [one, other] = await Promise.all([carry(), carry()])
  const carried = await listCarriedInto(db, both, pair.successor)
  expect(one.made + other.made + one.ended + other.ended).toBe(carried.length)
  const numbers = carried.flatMap(({ later }) => (later ? [later.number] : []))
  expect(new Set(numbers).size).toBe(one.made + other.made)
})

test('the same successor begun twice at once is one, with its parties and its plan', async () => {
  const form = {
    ...{ id: newId(), kind_id: here.kind, name: 'Löftet 2028–2029', reach: 'parties' as const },
    ...{ from_day: '2028-01-01', to_day: '2029-12-31', precision: 'year' as const }
  }
  const begin = () =>
    write(db, here.people.coordinator, (tx) =>
      beginSuccessor(tx, here.people.coordinator, pair.earlier, form)
    )
  const [one, other] = await Promise.all([begin(), begin()])
  expect(one).toEqual(other)
  const of = async (table: 'party' | 'objective', id: string) =>
    (await db.selectFrom(table).select('id').where('collaboration_id', '=', id).execute()).length
  expect(await of('party', one.id)).toBe(await of('party', pair.earlier))
  expect(await of('objective', one.id)).toBe(await of('objective', pair.earlier))
  const held = await db
    .selectFrom('role_grant')
    .select(['person_id', 'role'])
    .where('scope_id', '=', one.id)
    .execute()
  expect(held).toEqual([{ person_id: here.people.coordinator.person?.id, role: 'coordinator' }])
})
