import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { choiceOf, endingPeriod, type Period } from '#tests/period.ts'
import { holderOf, secrets } from '#tests/round.ts'
import { findErrandRound } from '../answers/errands.ts'
import { itemAt, listItems } from '../answers/items.ts'
import { saveDraft } from '../answers/saving.ts'
import { submitAnswers } from '../answers/submitting.ts'
import { chooseFor } from '../carrying-over/choosing.ts'
import { listItems as listChosen } from '../carrying-over/listing.ts'
import { exemptParty } from '../rounds/exempting.ts'
import { addPromise } from './adding.ts'
import { askOn, listAsking } from './asking-on.ts'
import { listTakenBack, takeBackChoice } from './taking-back.ts'

const db = await testDatabase()
let here: Period
let one: { id: string; number: number }
let other: { id: string; number: number }

beforeEach(async () => {
  here = await endingPeriod(db)
  await write(db, here.both, (tx) =>
    tx
      .updateTable('organisation')
      .set({ contact_mail: 'chef@bolaget.example' })
      .where('id', '=', here.organisations.lead)
      .execute()
  )
  one = await here.promise({ title: 'Läxhjälp', wording: 'Ibland.' })
  other = await here.promise({ title: 'Fotboll', wording: 'På lördagar.' })
  for (const { id } of [one, other]) await choose(id, 'ask')
  await ask()
})

const asking = { name: 'Nästa period', from_day: '2026-11-22', due_on: '2026-12-20', invitation: null }
const ask = () => write(db, here.both, (tx) => askOn(tx, here.both, here.pair, asking, secrets))
const choose = async (id: string, choice: string) => {
  const form = await choiceOf(db, here.pair, id, { choice })
  await write(db, here.both, (tx) => chooseFor(tx, here.both, here.pair, form))
}
const takeBack = ({ id }: { id: string }, version = 1) =>
  write(db, here.both, (tx) => takeBackChoice(tx, here.both, here.pair, { commitment: id, version }))
const holder = () => holderOf(db, here.organisations.lead)
const asked = async () => (await listItems(db, await holder())).map(({ number }) => number)
const isExempt = async () => (await findErrandRound(db, await holder())).exempted_at !== null
const takenBack = async () => (await listTakenBack(db, await holder())).map(({ title }) => title)
const chosenFor = async (id: string) =>
  (await listChosen(db, here.both, here.pair)).find((item) => item.id === id)

describe('a question that is taken back', () => {
  test('is not asked any more, and its party is told which', async () => {
    await takeBack(one)
    expect(await asked()).toEqual([other.number])
    expect(await takenBack()).toEqual(['Läxhjälp'])
    expect(await isExempt()).toBe(false)
    expect(await chosenFor(one.id)).toMatchObject({ chosen: null, asked: null })
  })

  test('as the last one leaves the party exempt, also where it has room for a promise more', async () => {
    const actor = await holder()
    await write(db, actor, (tx) => addPromise(tx, actor))
    await takeBack(one)
    await takeBack(other)
    expect(await takenBack()).toEqual(['Läxhjälp', 'Fotboll'])
    expect(await isExempt()).toBe(true)
  })

  test('and put again is asked again, of a party that was exempt too', async () => {
    await takeBack(one)
    await takeBack(other)
    await choose(one.id, 'ask')
    await ask()
    expect(await asked()).toEqual([one.number])
    expect(await takenBack()).toEqual(['Fotboll'])
    expect(await isExempt()).toBe(false)
  })

  test('does not ask a party again that was exempt by choice, and leaves why', async () => {
    const space = (await holder()).errand.space
    const exempt = (reason: string | null) =>
      write(db, here.both, (tx) => exemptParty(tx, here.both, space, { reason }))
    const reason = async () =>
      (await db.selectFrom('space').select('exempt_reason').where('id', '=', space).executeTakeFirstOrThrow())
        .exempt_reason
    await exempt('De lägger ner.')
    await takeBack(one)
    await takeBack(other)
    expect(await reason()).toBe('De lägger ner.')
    await choose(one.id, 'ask')
    expect(await listAsking(db, here.both, here.pair)).toMatchObject([{ commitments: 1, exempt: true }])
    expect(await ask()).toBeNull()
    expect([await isExempt(), await reason()]).toEqual([true, 'De lägger ner.'])
  })

  test('does not ask a party again that was exempt without a reason, while it was asked something', async () => {
    const space = (await holder()).errand.space
    await takeBack(one)
    await write(db, here.both, (tx) => exemptParty(tx, here.both, space, { reason: null }))
    await choose(one.id, 'ask')
    await ask()
    expect(await isExempt()).toBe(true)
    expect(await db.selectFrom('message').select('id').execute()).toHaveLength(1)
  })

  test('stays where it has been answered: the answer is there to be read', async () => {
    const actor = await holder()
    const { place } = (await listItems(db, actor)).find(({ number }) => number === one.number)!
    const { id: item } = await itemAt(db, actor, place)
    const written = { 'answers.title': 'Läxhjälp', 'answers.wording': 'Ofta.', 'answers.goes_on': 'yes' }
    const draft = { item, mark: '', written: { ...written, 'answers.by_when': '2027-06-10' } }
    const { mark } = await write(db, actor, (tx) => saveDraft(tx, actor, draft, secrets))
    await write(db, actor, (tx) => submitAnswers(tx, actor, [{ item, mark }], secrets))
    await takeBack(one)
    expect(await asked()).toEqual([one.number, other.number])
    expect(await takenBack()).toEqual([])
  })
})
