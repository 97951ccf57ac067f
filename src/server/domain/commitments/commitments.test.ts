import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { newId } from '#server/platform/db/ids.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import { addObjective } from '../objectives/objectives.ts'
import type { Actor } from '../people/actor.ts'
import { changeCommitment } from './changing.ts'
import { createCommitment } from './creating.ts'
import { read } from '#server/platform/forms/fields.ts'
import { changedCommitment, newCommitment, type NewCommitment } from './fields.ts'
import { setLineage } from './lineage.ts'
import { setStage } from './stages.ts'
import { reword } from './wording.ts'

const db = await testDatabase()
let here: Neighbourhood
let coordinator: Actor
beforeAll(async () => {
  here = await neighbourhood(db)
  coordinator = here.people.coordinator
})

const promise = (given: NewCommitment, actor = coordinator, collaboration = here.collaboration.id) =>
  write(db, actor, (tx) => createCommitment(tx, actor, collaboration, given))
const rowOf = (id: string) =>
  db.selectFrom('commitment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const words = (id: string) =>
  db.selectFrom('commitment_wording').selectAll().where('commitment_id', '=', id).orderBy('number').execute()

describe('a commitment', () => {
  test('needs only a title, and holds for the main area', async () => {
    const { id } = await promise({ title: 'Frukost före skoldagen' })
    expect(await rowOf(id)).toMatchObject({
      number: 1,
      stage: 'proposed',
      reach: 'public',
      audience: 'public'
    })
    const areas = await db
      .selectFrom('commitment_area')
      .select('area_id')
      .where('commitment_id', '=', id)
      .execute()
    expect(areas).toEqual([{ area_id: here.areas.main }])
  })

  test('is written whole at once: words, objectives, areas, parties and targets', async () => {
    const objectives = await write(db, coordinator, async (tx) => [
      await addObjective(tx, coordinator, here.collaboration.id, { kind: 'focus_area', title: 'Skola' }),
      await addObjective(tx, coordinator, here.collaboration.id, { kind: 'focus_area', title: 'Fritid' })
    ])
    const { id } = await promise({
      title: 'Frukost',
      wording: 'Vi bjuder på frukost.',
      lead_id: here.organisations.lead,
      objective_ids: objectives,
      area_ids: [here.areas.other, here.areas.main],
      co_actor_ids: [here.organisations.party],
      targets: [{ qualifier: 'at_least', value: 3, unit: 'frukostar', per: 'week' }]
    })
    const tied = await db
      .selectFrom('commitment_objective')
      .selectAll()
      .where('commitment_id', '=', id)
      .execute()
    expect(tied.map(({ objective_id, main }) => [objective_id, main])).toEqual(
      expect.arrayContaining([
        [objectives[0], true],
        [objectives[1], false]
      ])
    )
    expect(await words(id)).toMatchObject([{ number: 1, wording: 'Vi bjuder på frukost.' }])
    expect(await rowOf(id)).toMatchObject({ owner_id: here.organisations.lead })
    expect(
      await db.selectFrom('target').select('unit').where('commitment_id', '=', id).execute()
    ).toHaveLength(1)
  })

  test('has a number that never comes back', async () => {
    const first = await promise({ title: 'Ett' })
    const later = await promise({ title: 'Sju', number: 7 })
    const next = await promise({ title: 'Åtta' })
    expect([first.number, later.number, next.number]).toEqual([1, 7, 8])
    await expect(promise({ title: 'Sju igen', number: 7 })).rejects.toMatchObject({
      errors: { number: 'taken' }
    })
  })

  test('sent twice is one; changed in between it is another', async () => {
    const id = newId()
    const first = await promise({ id, title: 'En gång' })
    expect(await promise({ id, title: 'En gång' })).toMatchObject(first)
    expect((await promise({ id, title: 'Något annat' })).id).not.toBe(id)
  })

  test('takes no objective of another collaboration', async () => {
    const foreign = await write(db, here.people.administrator, (tx) =>
      addObjective(tx, here.people.administrator, here.another.id, { kind: 'goal', title: 'Deras' })
    )
    await expect(promise({ title: 'Fel', objective_ids: [foreign] })).rejects.toMatchObject({
      errors: { objective_ids: 'not_a_choice' }
    })
  })

  test('names an organisation there is none of: a fault of the field', async () => {
    await expect(promise({ title: 'Fel', lead_id: newId() })).rejects.toMatchObject({
      errors: { organisation_id: 'not_a_choice' }
    })
  })

  test('changed by two at once is a conflict that shows what the other tied to it', async () => {
    const { main, other } = here.areas
    const { id } = await promise({ title: 'T', area_ids: [main] })
    const aim = await write(db, coordinator, (tx) =>
      addObjective(tx, coordinator, here.collaboration.id, { kind: 'goal', title: 'Vårt' })
    )
    const change = (given: object, version: number) => {
      const reading = read(changedCommitment, { title: 'T', version: String(version), ...given })
      if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
      return write(db, coordinator, (tx) => changeCommitment(tx, coordinator, id, reading.value))
    }
    const theirs = {
      area_ids: [main, other],
      main_objective_id: aim,
      co_actor_ids: [here.organisations.party]
    }
    await change(theirs, 1)
    const refused = { current: { ...theirs, objective_ids: [], version: 2 } }
    await expect(change({ title: 'Annan', area_ids: [main] }, 1)).rejects.toMatchObject(refused)
    await expect(change({ area_ids: [other] }, 1)).rejects.toMatchObject(refused)
  })

  test('is carried by one, or jointly with one who answers', () => {
    const carried = (written: Record<string, string>) => {
      const reading = read(newCommitment, {
        title: 'T',
        organisation_id: here.organisations.lead,
        ...written
      })
      return reading.ok ? [reading.value.lead_id, reading.value.answerer_id] : reading.errors
    }
    expect(carried({ carried: 'lead' })).toEqual([here.organisations.lead, null])
    expect(carried({ carried: 'jointly' })).toEqual([null, here.organisations.lead])
  })
})

describe('its words', () => {
  test('are kept beside the earlier ones', async () => {
    const { id } = await promise({ title: 'T', wording: 'Ett.' })
    await write(db, coordinator, (tx) => reword(tx, coordinator, id, { wording: 'Två.', wording_number: 1 }))
    expect((await words(id)).map((each) => each.wording)).toEqual(['Ett.', 'Två.'])
    expect((await rowOf(id)).wording_id).toBe((await words(id))[1]?.id)
  })

  test('change after agreement for a reason only, unless a slip is mended', async () => {
    const { id } = await promise({ title: 'T', wording: 'Ett.', stage: 'agreed' })
    const change = (more: { reason?: string; typo?: boolean }) =>
      write(db, coordinator, (tx) =>
        reword(tx, coordinator, id, { wording: 'Två.', wording_number: 1, ...more })
      )
    await expect(change({})).rejects.toMatchObject({ errors: { reason: 'required' } })
    await change({ typo: true })
    expect(await words(id)).toHaveLength(2)
  })

  test('written from an old wording are a conflict that shows the one that stands', async () => {
    const { id } = await promise({ title: 'T', wording: 'Ett.' })
    const change = (wording: string) =>
      write(db, coordinator, (tx) => reword(tx, coordinator, id, { wording, wording_number: 1 }))
    await change('Två.')
    await change('Två.')
    await expect(change('Tre.')).rejects.toMatchObject({ current: { wording: 'Två.', number: 2 } })
  })
})

describe('its stage', () => {
  const step = (id: string, change: Partial<Parameters<typeof setStage>[3]>) =>
    write(db, coordinator, (tx) =>
      setStage(tx, coordinator, id, {
        stage: 'agreed',
        reason: null,
        body: null,
        decided_on: null,
        section: null,
        case_number: null,
        version: 1,
        ...change
      })
    )

  test('says who decided it', async () => {
    const { id } = await promise({ title: 'T' })
    await step(id, { stage: 'in_ordinary_operations', body: 'Nämnden', decided_on: '2026-03-14' })
    await step(id, { stage: 'in_ordinary_operations', body: 'Nämnden', decided_on: '2026-03-14' })
    const decided = await db
      .selectFrom('decision_about')
      .innerJoin('decision', 'decision.id', 'decision_id')
      .select(['body', 'decided_on'])
      .where('subject_id', '=', id)
      .execute()
    expect(decided).toEqual([{ body: 'Nämnden', decided_on: '2026-03-14' }])
  })

  test('ends before its time only with a reason', async () => {
    const { id } = await promise({ title: 'T' })
    await expect(step(id, { stage: 'discontinued' })).rejects.toMatchObject({
      errors: { reason: 'required' }
    })
    await step(id, { stage: 'discontinued', reason: 'Lokalen brann.' })
    expect(await rowOf(id)).toMatchObject({ stage: 'discontinued', stage_reason: 'Lokalen brann.' })
  })

  test('does not go back to a proposal', async () => {
    const { id } = await promise({ title: 'T', stage: 'agreed' })
    await expect(step(id, { stage: 'proposed' })).rejects.toMatchObject({ errors: { stage: 'not_a_choice' } })
  })
})

describe('its ties', () => {
  const form = (written: Record<string, unknown>) => {
    const reading = read(changedCommitment, {
      title: 'T',
      version: '1',
      area_ids: [here.areas.main],
      ...written
    })
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
    return reading.value
  }

  test('move the main objective without ever having two', async () => {
    const [one, two] = await write(db, coordinator, async (tx) => [
      await addObjective(tx, coordinator, here.collaboration.id, { kind: 'goal', title: 'Ett' }),
      await addObjective(tx, coordinator, here.collaboration.id, { kind: 'goal', title: 'Två' })
    ])
    const { id } = await promise({ title: 'T', objective_ids: [one!, two!] })
    await write(db, coordinator, (tx) =>
      changeCommitment(tx, coordinator, id, form({ main_objective_id: two, objective_ids: [one!] }))
    )
    const main = await db
      .selectFrom('commitment_objective')
      .select('objective_id')
      .where('commitment_id', '=', id)
      .where('main', '=', true)
      .execute()
    expect(main).toEqual([{ objective_id: two }])
  })

  test('changed alone move the version too, so that the next old form is a conflict', async () => {
    const { id } = await promise({ title: 'T' })
    const change = (area: string) =>
      write(db, coordinator, (tx) => changeCommitment(tx, coordinator, id, form({ area_ids: [area] })))
    await change(here.areas.other)
    await expect(change(here.areas.main)).rejects.toMatchObject({ current: { version: 2 } })
  })

  test('reach across collaborations', async () => {
    const administrator = here.people.administrator
    const earlier = await promise({ title: 'Förr' }, administrator, here.another.id)
    const later = await promise({ title: 'Nu' })
    for (const kind of ['continues', 'spun_off'] as const)
      await write(db, coordinator, (tx) =>
        setLineage(tx, coordinator, later.id, { earlier: earlier.id, kind })
      )
    const kept = await db.selectFrom('lineage').selectAll().execute()
    expect(kept).toEqual([{ earlier_id: earlier.id, later_id: later.id, kind: 'spun_off' }])
  })
})
