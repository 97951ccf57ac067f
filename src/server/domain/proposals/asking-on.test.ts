import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { choiceOf, endingPeriod, type Period } from '#tests/period.ts'
import { holderOf, secrets } from '#tests/round.ts'
import { findAnswering } from '../answers/answering.ts'
import { itemAt, listItems } from '../answers/items.ts'
import { saveDraft } from '../answers/saving.ts'
import { submitAnswers } from '../answers/submitting.ts'
import { carryOver } from '../carrying-over/carrying.ts'
import { fatesOf } from '../carrying-over/carrying-over.ts'
import { chooseFor } from '../carrying-over/choosing.ts'
import { listItems as listChosen } from '../carrying-over/listing.ts'
import { findCommitment } from '../commitments/commitments.ts'
import type { Actor } from '../people/actor.ts'
import { acceptPromise } from './accepting.ts'
import { askOn, listAsking } from './asking-on.ts'

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
})

const asking = { name: 'Nästa period', from_day: '2026-11-22', due_on: '2026-12-20', invitation: null }
const ask = (actor: Actor = here.both) =>
  write(db, actor, (tx) => askOn(tx, actor, here.pair, asking, secrets))
const choose = async (id: string, choice: string, more: Record<string, string> = {}) => {
  const form = await choiceOf(db, here.pair, id, { choice, ...more })
  await write(db, here.both, (tx) => chooseFor(tx, here.both, here.pair, form))
}
const words = {
  'answers.title': 'Läxhjälp',
  'answers.wording': 'Varje onsdag.',
  'answers.by_when': '2027-06-10'
}

async function answer(number: number, written: Record<string, string>) {
  const actor = await holderOf(db, here.organisations.lead)
  const { place } = (await listItems(db, actor)).find((item) => item.number === number)!
  const { id: item } = await itemAt(db, actor, place)
  const { mark } = await write(db, actor, (tx) => saveDraft(tx, actor, { item, mark: '', written }, secrets))
  await write(db, actor, (tx) => submitAnswers(tx, actor, [{ item, mark }], secrets))
  return db
    .selectFrom('report')
    .select(['id', 'version'])
    .where('item_id', '=', item)
    .executeTakeFirstOrThrow()
}
async function accepted(number: number, written: Record<string, string>) {
  const { id, version } = await answer(number, written)
  await write(db, here.both, (tx) => acceptPromise(tx, here.both, id, version))
}
const chosenFor = async (id: string) =>
  (await listChosen(db, here.both, here.pair)).find((item) => item.id === id)

describe('whoever is to be asked', () => {
  test('gets one link for all that they carry, with the words as they stand', async () => {
    expect(await listAsking(db, here.both, here.pair)).toEqual([
      { organisation: 'bolaget', commitments: 2, reached: true, exempt: false }
    ])
    await ask()
    const actor = await holderOf(db, here.organisations.lead)
    expect((await listItems(db, actor)).map(({ about, number }) => [about, number])).toEqual([
      ['promise', one.number],
      ['promise', other.number]
    ])
    expect(await db.selectFrom('message').select('kind').execute()).toHaveLength(1)
    expect(await listAsking(db, here.both, here.pair)).toEqual([])
    expect(await chosenFor(one.id)).toMatchObject({ asked: { round: 'nasta-period', state: null } })
  })

  test('is asked once; later questions come beside the first', async () => {
    await ask()
    expect(await ask()).toBeNull()
    const { id } = await here.promise({ title: 'Senare' })
    await choose(id, 'ask')
    expect(await ask()).toMatchObject({ slug: 'nasta-period' })
    expect(await listItems(db, await holderOf(db, here.organisations.lead))).toHaveLength(3)
  })

  test('is asked by those who coordinate both', async () => {
    await expect(ask(here.people.coordinator)).rejects.toThrow(NotAllowed)
    await expect(listAsking(db, here.people.coordinator, here.pair)).rejects.toThrow(NotAllowed)
  })

  test('reads what was promised, to go on from', async () => {
    await ask()
    const actor = await holderOf(db, here.organisations.lead)
    const [item] = await listItems(db, actor)
    const { written } = await findAnswering(db, actor, item!.place, secrets)
    expect(written).toMatchObject({ 'answers.title': 'Läxhjälp', 'answers.wording': 'Ibland.' })
  })

  test('leaves how it went as it was', async () => {
    await ask()
    await answer(one.number, { ...words, 'answers.goes_on': 'yes' })
    expect(await chosenFor(one.id)).toMatchObject({ degree: null, state: 'not_asked', last: null })
  })
})

describe('the answer', () => {
  test('is the choice when it is accepted, in the party’s words, and goes on when it is carried over', async () => {
    await ask()
    await accepted(one.number, { ...words, 'answers.goes_on': 'yes', 'answers.who': 'Rektor' })
    expect(await chosenFor(one.id)).toMatchObject({
      chosen: { choice: 'make_concrete', wording: 'Varje onsdag.', to_day: '2027-06-10', version: 2 }
    })
    await write(db, here.both, (tx) => carryOver(tx, here.both, here.pair, {}))
    const [fate] = await fatesOf(db, here.both, one.id)
    expect(await findCommitment(db, here.both, 'nasta-lofte', fate!.later!.number)).toMatchObject({
      ...{ stage: 'proposed', responsible: 'Rektor', wordings: [{ wording: 'Varje onsdag.' }] },
      earlier: [{ id: one.id }]
    })
    // What was promised before reads as it did.
    expect(await findCommitment(db, here.both, 'loftet', one.number)).toMatchObject({
      wordings: [{ wording: 'Ibland.' }]
    })
  })

  test('that it goes on unchanged is that it continues', async () => {
    await ask()
    await accepted(one.number, {
      ...words,
      'answers.wording': 'Ibland.',
      'answers.by_when': '',
      'answers.goes_on': 'yes'
    })
    expect(await chosenFor(one.id)).toMatchObject({ chosen: { choice: 'continue', title: null } })
  })

  test('that it does not is that it ends, and why', async () => {
    await ask()
    await accepted(one.number, { ...words, 'answers.goes_on': 'no', 'answers.why_not': 'Skolan gör det.' })
    expect(await chosenFor(one.id)).toMatchObject({ chosen: { choice: 'end', reason: 'Skolan gör det.' } })
    await expect(accepted(other.number, { ...words, 'answers.goes_on': 'no' })).rejects.toBeInstanceOf(
      Invalid
    )
  })

  test('comes in time to mend what was carried over meanwhile', async () => {
    await ask()
    await choose(one.id, 'continue', { version: '1' })
    await write(db, here.both, (tx) => carryOver(tx, here.both, here.pair, {}))
    await accepted(one.number, { ...words, 'answers.goes_on': 'yes' })
    const [fate] = await fatesOf(db, here.both, one.id)
    expect(await findCommitment(db, here.both, 'nasta-lofte', fate!.later!.number)).toMatchObject({
      wordings: [{ wording: 'Varje onsdag.', number: 2 }, { wording: 'Ibland.' }]
    })
  })
})
