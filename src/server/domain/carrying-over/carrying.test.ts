import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { choiceOf, endingPeriod, type Period } from '#tests/period.ts'
import { changeCommitment } from '../commitments/changing.ts'
import { findCommitment } from '../commitments/commitments.ts'
import { changedCommitment } from '../commitments/fields.ts'
import { reword } from '../commitments/wording.ts'
import { cli } from '../people/actor.ts'
import { read } from '#server/platform/forms/fields.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { carryOver } from './carrying.ts'
import { fatesOf, listCarriedInto, listCarriedOver, sumOf } from './carrying-over.ts'
import { chooseFor, chooseForMany, undoChoice } from './choosing.ts'
import { listItems } from './listing.ts'
import { planOf } from './plan.ts'

const db = await testDatabase()
let here: Period
beforeEach(async () => {
  here = await endingPeriod(db)
})
afterEach(() => setClock(null))

const choose = async (commitment: Id, form: Record<string, string>, actor = here.both) => {
  const choice = await choiceOf(db, here.pair, commitment, form)
  await write(db, actor, (tx) => chooseFor(tx, actor, here.pair, choice))
}
const carry = (answered: Record<string, string> = {}, actor = here.both) =>
  write(db, actor, (tx) => carryOver(tx, actor, here.pair, answered))
const itemOf = async (id: Id) => {
  const item = (await listItems(db, here.both, here.pair)).find((one) => one.id === id)
  if (!item) throw new Error('no such item')
  return item
}
const laterOf = async (id: Id) => {
  const [fate] = await fatesOf(db, here.both, id)
  if (!fate?.later) throw new Error('it did not go on')
  return findCommitment(db, here.both, 'nasta-lofte', fate.later.number)
}

describe('what goes on', () => {
  test('is made as proposed, with its words, who, where and what it aims for, and what it continues', async () => {
    const { organisations, areas, school, schoolNext } = here
    const { id, number } = await here.promise({
      ...{ title: 'Läxhjälp', wording: 'Två kvällar i veckan.', target_group: 'Årskurs 4', labels: ['JG'] },
      ...{ co_actor_ids: [organisations.party], area_ids: [areas.other], objective_ids: [school] },
      ...{ from_day: '2025-01-01', to_day: '2025-12-31', reach: 'parties', responsible: 'Rektor' },
      targets: [{ qualifier: 'at_least', value: 2, unit: 'kvällar', per: 'week', alternatives: [] }]
    })
    await choose(id, { choice: 'continue' })
    expect(await carry()).toEqual({ made: 1, ended: 0 })
    expect(await laterOf(id)).toMatchObject({
      ...{ title: 'Läxhjälp', stage: 'proposed', target_group: 'Årskurs 4', labels: ['JG'] },
      ...{ lead_id: organisations.lead, responsible: 'Rektor', reach: 'parties' },
      ...{ from_day: null, to_day: null },
      wordings: [{ wording: 'Två kvällar i veckan.', number: 1 }],
      areas: [{ id: areas.other }],
      objectives: [{ id: schoolNext, main: true }],
      parties: [{ id: organisations.party, role: 'co_actor' }],
      targets: [{ value: 2, unit: 'kvällar', per: 'week' }],
      earlier: [{ id, kind: 'continues', number }]
    })
  })

  test('is called and worded anew where it was changed, and led by another', async () => {
    const { id } = await here.promise({ title: 'Läxhjälp', wording: 'Ibland.', responsible: 'Rektor' })
    const lead_id = here.organisations.party
    await choose(id, { choice: 'change', title: 'Läxhjälp varje vecka', wording: 'På onsdagar.', lead_id })
    await carry()
    const later = await laterOf(id)
    expect(later).toMatchObject({ title: 'Läxhjälp varje vecka', lead_id, responsible: null })
    expect(later.wordings).toMatchObject([{ wording: 'På onsdagar.' }])
  })

  test('says when and how it is known where it was made more concrete', async () => {
    const { id } = await here.promise({ title: 'Läxhjälp', wording: 'Ibland.' })
    await choose(id, {
      ...{ choice: 'make_concrete', title: 'Läxhjälp', wording: 'Ibland.', to_day: '2027-06-30' },
      ...{ target_group: 'Årskurs 4', target_value: '40', target_unit: 'kvällar' }
    })
    await carry()
    expect(await laterOf(id)).toMatchObject({
      ...{ to_day: '2027-06-30', target_group: 'Årskurs 4' },
      targets: [{ value: 40, unit: 'kvällar', per: 'period', qualifier: 'at_least' }]
    })
  })

  test('goes on jointly where it was carried so', async () => {
    const { lead } = here.organisations
    const { id } = await here.promise({ title: 'Gemensamt', lead_id: null, answerer_id: lead })
    await choose(id, { choice: 'continue' })
    await carry()
    expect(await laterOf(id)).toMatchObject({ lead_id: null, answerer_id: lead })
  })

  test('is nothing until it is carried over, and is made once', async () => {
    const { id } = await here.promise({ title: 'Ett' })
    await choose(id, { choice: 'continue' })
    expect(await listCarriedOver(db, here.both, here.pair.earlier)).toEqual([])
    await carry()
    expect(await carry()).toEqual({ made: 0, ended: 0 })
    const { id: more } = await here.promise({ title: 'Två' })
    await choose(more, { choice: 'continue' })
    expect(await carry()).toEqual({ made: 1, ended: 0 })
    expect(
      (await listCarriedInto(db, here.both, here.pair.successor)).map(({ later }) => later?.number)
    ).toEqual([1, 2])
  })
})

describe('what ends', () => {
  test('says why, and leaves its stage as it was', async () => {
    const { id } = await here.promise({ title: 'Klart', stage: 'completed' })
    await choose(id, { choice: 'end', reason: 'Belysningen är på plats.' })
    expect(await carry()).toEqual({ made: 0, ended: 1 })
    expect(await fatesOf(db, here.both, id)).toMatchObject([
      { fate: 'end', reason: 'Belysningen är på plats.', later: null, earlier: { carried_out: true } }
    ])
    expect(await itemOf(id)).toMatchObject({ stage: 'completed', chosen: { carried: true } })
  })

  test('is summed with what goes on', async () => {
    const ids = await Promise.all(['Ett', 'Två', 'Tre'].map((title) => here.promise({ title })))
    await choose(ids[0]!.id, { choice: 'continue' })
    await choose(ids[1]!.id, { choice: 'make_concrete', title: 'Två, före jul' })
    await choose(ids[2]!.id, { choice: 'end', reason: 'Ingen vill.' })
    await carry()
    const carried = await listCarriedOver(db, here.both, here.pair.earlier)
    expect(sumOf(carried)).toEqual({ continue: 1, change: 0, make_concrete: 1, end: 1 })
  })
})

describe('what nothing in the next period is like', () => {
  test('is asked about: it takes another place, comes along, or has none', async () => {
    const { leisure, reading, school, schoolNext, pair } = here
    const [fun, read, none] = await Promise.all([
      here.promise({ title: 'Roligt', objective_ids: [leisure] }),
      here.promise({ title: 'Läsa', objective_ids: [reading, school] }),
      here.promise({ title: 'Utan' })
    ])
    for (const { id } of [fun, read, none]) await choose(id, { choice: 'continue' })
    const { objectives } = await planOf(db, pair)
    expect(objectives.unplaced).toEqual([{ id: leisure, name: 'Fritid', commitments: 1, again: true }])
    await expect(carry()).rejects.toMatchObject({ errors: { [`objective_${leisure}`]: 'required' } })
    await expect(carry({ [`objective_${leisure}`]: leisure })).rejects.toBeInstanceOf(Invalid)
    await carry({ [`objective_${leisure}`]: 'same' })
    expect((await laterOf(fun.id)).objectives).toMatchObject([{ title: 'Fritid', main: true }])
    // An aim that is not there any more stands under what it stood under.
    expect((await laterOf(read.id)).objectives).toMatchObject([{ id: schoolNext }])
    expect((await laterOf(none.id)).objectives).toEqual([])
  })

  test('whoever leads and is no party then becomes one, or somebody else takes over', async () => {
    const { outsider, party } = here.organisations
    const ids = await Promise.all(['Ett', 'Två'].map((title) => here.promise({ title, lead_id: outsider })))
    await choose(ids[0]!.id, { choice: 'continue' })
    expect((await planOf(db, here.pair)).leads.unplaced).toMatchObject([{ id: outsider, commitments: 1 }])
    await expect(carry()).rejects.toMatchObject({ errors: { [`lead_${outsider}`]: 'required' } })
    await carry({ [`lead_${outsider}`]: party })
    expect(await laterOf(ids[0]!.id)).toMatchObject({ lead_id: party })
    await choose(ids[1]!.id, { choice: 'continue' })
    await carry({ [`lead_${outsider}`]: 'same' })
    expect(await laterOf(ids[1]!.id)).toMatchObject({ lead_id: outsider })
    expect((await planOf(db, here.pair)).leads.parties.map(({ id }) => id)).toContain(outsider)
  })

  test('nobody leads who is no more, from the day after the last one where the installation is', async () => {
    const { outsider } = here.organisations
    const { id } = await here.promise({ title: 'Ett', lead_id: outsider })
    await choose(id, { choice: 'continue' })
    await write(db, cli, (tx) =>
      tx.updateTable('organisation').set({ to_day: '2030-06-30' }).where('id', '=', outsider).execute()
    )
    const again = async (moment: string) => {
      setClock(new Date(moment))
      return (await planOf(db, here.pair)).leads.unplaced.map((one) => one.again)
    }
    expect(await again('2030-06-30T20:00:00Z')).toEqual([true])
    expect(await again('2030-06-30T22:30:00Z')).toEqual([false])
  })
})

describe('choices', () => {
  test('are made for many at once; what was chosen meanwhile, or reads otherwise by now, is left', async () => {
    const ids = await Promise.all(['Ett', 'Två', 'Tre'].map((title) => here.promise({ title })))
    const seen_ids = (await listItems(db, here.both, here.pair)).map(({ id, seen }) => ({
      commitment: id,
      seen
    }))
    await choose(ids[0]!.id, { choice: 'end', reason: 'Klart.' })
    await write(db, here.both, (tx) =>
      reword(tx, here.both, ids[1]!.id, { wording: 'Nya ord.', wording_number: 0 })
    )
    const many = () =>
      write(db, here.both, (tx) =>
        chooseForMany(tx, here.both, here.pair, { seen_ids, choice: 'continue', reason: null })
      )
    expect(await many()).toBe(1)
    expect(await many()).toBe(0)
    const chosen = (await listItems(db, here.both, here.pair)).map((item) => item.chosen?.choice ?? null)
    expect(chosen).toEqual(['end', null, 'continue'])
  })

  test('are taken back until they are carried over', async () => {
    const { id } = await here.promise({ title: 'Ett' })
    const undo = (version: number) =>
      write(db, here.both, (tx) => undoChoice(tx, here.both, here.pair, { commitment: id, version }))
    await choose(id, { choice: 'continue' })
    await expect(undo(2)).rejects.toBeInstanceOf(Conflict)
    await undo(1)
    await undo(1)
    expect((await itemOf(id)).chosen).toBeNull()
    await choose(id, { choice: 'continue' })
    await carry()
    await expect(undo(1)).rejects.toMatchObject({ errors: { form: 'carried_over' } })
    await expect(choose(id, { choice: 'end', reason: 'Nej.', version: '2' })).rejects.toBeInstanceOf(Invalid)
  })

  test('made from words that were changed meanwhile meet those words', async () => {
    const { id } = await here.promise({ title: 'Ett', wording: 'Så.' })
    const choice = await choiceOf(db, here.pair, id, { choice: 'continue' })
    await write(db, here.both, (tx) =>
      reword(tx, here.both, id, { wording: 'Så här.', reason: 'Klarare.', wording_number: 1 })
    )
    await expect(
      write(db, here.both, (tx) => chooseFor(tx, here.both, here.pair, choice))
    ).rejects.toMatchObject({ current: { wording: 'Så här.', version: 0 } })
  })

  test('wait to be read again when the commitment is changed after they were made', async () => {
    const { id } = await here.promise({ title: 'Ett', wording: 'Så.' })
    await choose(id, { choice: 'continue' })
    const form = read(changedCommitment, {
      ...{ title: 'Ett annat', version: '1', organisation_id: here.organisations.lead }
    })
    if (!form.ok) throw new Error(JSON.stringify(form.errors))
    await write(db, here.both, (tx) => changeCommitment(tx, here.both, id, form.value))
    expect(await itemOf(id)).toMatchObject({ stale: true })
    expect(await carry()).toEqual({ made: 0, ended: 0 })
    await choose(id, { choice: 'continue', version: '1' })
    expect(await carry()).toEqual({ made: 1, ended: 0 })
  })

  test('of what is changed into the same are no change', async () => {
    const { id } = await here.promise({ title: 'Ett', wording: 'Så.' })
    await choose(id, { choice: 'change', title: 'Ett', wording: 'Så.' })
    expect((await itemOf(id)).chosen?.choice).toBe('continue')
  })

  test('show what is not concrete', async () => {
    const bare = await here.promise({ title: 'Bart', lead_id: null })
    const whole = await here.promise({
      ...{ title: 'Helt', target_group: 'Alla', to_day: '2026-01-01' },
      targets: [{ qualifier: 'at_least', value: 1, unit: 'x', per: 'year', alternatives: [] }]
    })
    expect((await itemOf(bare.id)).lacks).toEqual(['who', 'for_whom', 'by_when', 'how_known'])
    expect((await itemOf(whole.id)).lacks).toEqual([])
  })
})
