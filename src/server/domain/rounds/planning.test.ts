import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { asked, holderOf, secrets, smallWorld } from '#tests/round.ts'
import { saveDraft } from '../answers/drafts.ts'
import { findErrandRound } from '../answers/errands.ts'
import { listAnswering } from '../answers/street.ts'
import { submitAnswers } from '../answers/submitting.ts'
import { cli } from '../people/actor.ts'
import { exemptItem, exemptParty, includeItem, includeParty } from './exempting.ts'
import { handItem } from './handing.ts'
import { askCommitments, askParty } from './including.ts'
import { openPreparedRound } from './opening.ts'
import { planOf } from './planning.ts'
import { previewingActor } from './previewing.ts'
import { prepareRound } from './preparing.ts'
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  relabelQuestion,
  removeQuestion,
  restoreQuestion
} from './questioning.ts'
import { questionsAt, questionsOf, type Level } from './questions.ts'
import { addResponder } from './responders.ts'

const db = await testDatabase()
beforeEach(() => setClock(new Date('2026-12-01T09:00:00Z')))
afterEach(() => setClock(null))
const asCli = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)

async function begin() {
  const world = await smallWorld(db)
  const { coordinator } = world.roles
  const does = <T>(work: (tx: Tx) => Promise<T>) => write(db, coordinator, work)
  const { id: round } = await does((tx) => prepareRound(tx, coordinator, world.collaboration, asked))
  const open = () => does((tx) => openPreparedRound(tx, coordinator, round, secrets))
  const plan = () => planOf(db, coordinator, round)
  const party = async (organisation: Id) => {
    const found = (await plan()).parties.find((one) => one.organisation.id === organisation)
    if (!found) throw new Error('not in the plan')
    return found
  }
  const hand = (item: Id, organisation_id: Id) =>
    does((tx) => handItem(tx, coordinator, item, { organisation_id, reason: null }, secrets))
  const send = async (organisation: Id) => {
    const actor = await holderOf(db, organisation)
    const item = actor.errand.items[0] ?? ''
    const written = { degree: 'partly', done: 'Lite', publishable: 'yes' }
    const saved = await write(db, actor, (tx) => saveDraft(tx, actor, { item, mark: '', written }, secrets))
    return {
      item,
      submit: () => write(db, actor, (tx) => submitAnswers(tx, actor, [{ item, mark: saved.mark }], secrets))
    }
  }
  return { ...world, coordinator, does, round, open, plan, party, hand, send }
}
const messages = async () => (await db.selectFrom('message').select('id').execute()).length

describe('another answers instead', () => {
  test('while it is prepared the thing is moved, and whoever is left with nothing is not in it', async () => {
    const { police, housing, party, plan, hand } = await begin()
    const item = (await party(police)).items[0]?.id ?? ''
    await hand(item, housing)
    expect((await party(housing)).items.map(({ number, carried_by }) => [number, carried_by])).toEqual([
      [1, null],
      [2, null],
      [3, null],
      [4, 'Polisen'],
      [null, null]
    ])
    expect((await plan()).parties).toHaveLength(1)
    await hand(item, police)
    expect((await party(police)).responders).toHaveLength(1)
    expect((await party(police)).items).toHaveLength(2)
  })

  test('when it is open the first’s is exempt, and the other is asked and told', async () => {
    const { police, housing, party, hand, open } = await begin()
    await open()
    const before = await messages()
    const item = (await party(housing)).items[0]?.id ?? ''
    await hand(item, police)
    expect((await party(housing)).items[0]).toMatchObject({ number: 1, handed_to: 'Polisen' })
    expect((await party(police)).items.map(({ number }) => number)).toEqual([1, 4, null])
    expect((await holderOf(db, police)).errand.items).toHaveLength(3)
    expect(await messages()).toBe(before + 1)
    await hand((await party(police)).items[0]?.id ?? '', housing)
    expect((await party(housing)).items.filter(({ exempted_at }) => !exempted_at)).toHaveLength(4)
  })

  test('one that was no party of the round gets a space, its contacts a link', async () => {
    const { housing, party, hand, open, round } = await begin()
    await open()
    const school = newId()
    const contact = { contact_function: 'Rektor', contact_mail: 'rektor@skolan.example' }
    await asCli((tx) =>
      tx
        .insertInto('organisation')
        .values({ id: school, slug: 'skolan', name: 'Skolan', kind: 'school', ...contact })
        .execute()
    )
    await hand((await party(housing)).items[0]?.id ?? '', school)
    expect((await party(school)).items.map(({ about }) => about)).toEqual(['commitment', 'party'])
    expect((await holderOf(db, school)).errand.items).toHaveLength(2)
    await expect(hand((await party(housing)).items[1]?.id ?? '', newId())).rejects.toMatchObject({
      errors: { organisation_id: 'not_a_choice' }
    })
    expect(round).toBeTruthy()
  })

  test('not what is sent in, nor what a party says of itself; and the draft stays where it was', async () => {
    const { police, housing, party, hand, open, send } = await begin()
    await open()
    const { item, submit } = await send(housing)
    await hand(item, police)
    const draft = await db.selectFrom('draft').select('space_id').executeTakeFirstOrThrow()
    expect(draft.space_id).toBe((await party(housing)).space)
    await expect(submit()).rejects.toThrow()
    const other = await send(police)
    await other.submit()
    await expect(hand(other.item, housing)).rejects.toMatchObject({ errors: { form: 'already_sent' } })
    const own = (await party(housing)).items.find(({ about }) => about === 'party')?.id ?? ''
    await expect(hand(own, police)).rejects.toMatchObject({ errors: { form: 'not_handed' } })
  })
})

describe('exempt', () => {
  test('is a thing or a whole party, with why; and taken back they are asked again', async () => {
    const { police, housing, party, does, coordinator, open } = await begin()
    const { space, items } = await party(housing)
    const item = items[0]?.id ?? ''
    await does((tx) => exemptItem(tx, coordinator, item, { reason: 'Vilar' }))
    await does((tx) => exemptParty(tx, coordinator, space, { reason: 'Lagt ner' }))
    expect(await party(housing)).toMatchObject({ exempt_reason: 'Lagt ner', gaps: [] })
    await open()
    expect(await messages()).toBe(1)
    expect((await party(police)).responders).toMatchObject([{ linked: true }])
    await does((tx) => includeParty(tx, coordinator, space, secrets))
    expect(await messages()).toBe(2)
    expect((await holderOf(db, housing)).errand.items).toHaveLength(3)
    await does((tx) => includeItem(tx, coordinator, item))
    expect((await holderOf(db, housing)).errand.items).toHaveLength(4)
  })

  test('not what is sent in, nor asked again when another answers instead', async () => {
    const { police, housing, party, does, coordinator, open, hand, send } = await begin()
    await open()
    const { item, submit } = await send(housing)
    await submit()
    await expect(does((tx) => exemptItem(tx, coordinator, item, { reason: null }))).rejects.toMatchObject({
      errors: { form: 'already_sent' }
    })
    const second = (await party(housing)).items[1]?.id ?? ''
    await hand(second, police)
    await expect(does((tx) => includeItem(tx, coordinator, second))).rejects.toMatchObject({
      errors: { form: 'asked_already' }
    })
  })
})

describe('what comes later', () => {
  const later = async (world: Awaited<ReturnType<typeof begin>>, lead: Id | null) => {
    const id = newId()
    await asCli((tx) =>
      tx
        .insertInto('commitment')
        .values({
          ...{ id, collaboration_id: world.collaboration, number: 9, title: 'Nytt', stage: 'agreed' },
          ...{ lead_id: lead, audience: 'public' as const }
        })
        .execute()
    )
    return id
  }

  test('is seen in the plan, and asked of whoever carries it', async () => {
    const world = await begin()
    await world.open()
    const id = await later(world, world.housing)
    expect((await world.plan()).leftOut).toEqual([{ id, number: 9, title: 'Nytt', owner: 'Bostäder' }])
    const before = await messages()
    const more = { commitment_ids: [id], organisation_id: null }
    const ask = () => world.does((tx) => askCommitments(tx, world.coordinator, world.round, more, secrets))
    await ask()
    await ask()
    expect((await world.plan()).leftOut).toEqual([])
    expect((await holderOf(db, world.housing)).errand.items).toHaveLength(5)
    expect(await messages()).toBe(before + 1)
  })

  test('that nobody carries wants somebody', async () => {
    const world = await begin()
    const id = await later(world, null)
    const ask = (organisation_id: Id | null, commitment_ids = [id]) =>
      world.does((tx) =>
        askCommitments(tx, world.coordinator, world.round, { commitment_ids, organisation_id }, secrets)
      )
    await expect(ask(null)).rejects.toMatchObject({ errors: { organisation_id: 'required' } })
    await expect(ask(null, [])).rejects.toMatchObject({ errors: { commitment_ids: 'required' } })
    await expect(ask(null, [newId()])).rejects.toMatchObject({ errors: { commitment_ids: 'not_a_choice' } })
    await ask(world.police)
    expect((await world.party(world.police)).items.map(({ number }) => number)).toEqual([4, 9, null])
  })

  test('a party that carries nothing is asked what every party is asked', async () => {
    const world = await begin()
    const school = newId()
    await asCli((tx) =>
      tx
        .insertInto('organisation')
        .values({ id: school, slug: 'skolan', name: 'Skolan', kind: 'school' })
        .execute()
    )
    const ask = () =>
      world.does((tx) => askParty(tx, world.coordinator, world.round, { organisation_id: school }, secrets))
    await ask()
    await ask()
    expect(await world.party(school)).toMatchObject({ items: [{ about: 'party' }], gaps: ['no_mail'] })
  })
})

test('whoever looks at it as a party sees what it is asked, and nothing that it has begun', async () => {
  const { housing, coordinator, roles, round, open, send } = await begin()
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
      write(db, preview, (tx) => saveDraft(tx, preview, { item, mark: '', written: { done: 'Hej' } }, secrets))
    ).rejects.toThrow()
})

test('somebody added when there is a draft is not let in to it by the coordinator', async () => {
  const { housing, police, party, does, coordinator, open, send } = await begin()
  await open()
  await send(housing)
  for (const organisation of [housing, police]) {
    const { space } = await party(organisation)
    await does((tx) => addResponder(tx, coordinator, space, { name: 'Ny', mail: 'ny@part.example' }, secrets))
  }
  const late = db.selectFrom('responder').innerJoin('space', 'space.id', 'responder.space_id')
  const rows = late.select(['organisation_id', 'admitted']).where('mail', '=', 'ny@part.example').execute()
  expect(new Map((await rows).map(({ organisation_id, admitted }) => [organisation_id, admitted]))).toEqual(
    new Map([
      [housing, false],
      [police, true]
    ])
  )
})

describe('questions', () => {
  const own = {
    ...{ level: 'party' as const, type: 'choice' as const, label: 'Går ni vidare?', help: null },
    ...{ required: true, options: ['Ja', 'Nej'], role: null }
  }
  async function asking() {
    const world = await begin()
    const row = () =>
      db
        .selectFrom('round')
        .select(['questions', 'version'])
        .where('id', '=', world.round)
        .executeTakeFirstOrThrow()
    const keys = async (level: Level) =>
      questionsAt(questionsOf((await row()).questions), level).map(({ key }) => key)
    const version = async () => (await row()).version
    const { does, coordinator, round } = world
    const doing = async (work: (tx: Tx, version: number) => Promise<void>) => {
      const now = await version()
      await does((tx) => work(tx, now))
    }
    return { ...world, row, keys, version, as: [coordinator, round] as const, does, doing }
  }

  test('are added, changed, moved and taken away', async () => {
    const { does, doing, as, keys, version, row } = await asking()
    const first = await version()
    const add = () => does((tx) => addQuestion(tx, ...as, { ...own, version: first }))
    await add()
    await add()
    expect(await keys('party')).toEqual(['gave', 'next', 'beyond', 'gar-ni-vidare'])
    const key = 'gar-ni-vidare'
    for (const way of ['up', 'up', 'down'] as const)
      await doing((tx, now) => moveQuestion(tx, ...as, { key, way, version: now }))
    expect(await keys('party')).toEqual(['gave', 'next', key, 'beyond'])
    await doing((tx, now) =>
      changeQuestion(tx, ...as, { ...own, type: 'number', options: [], key, version: now })
    )
    const changed = questionsOf((await row()).questions).find((one) => one.key === key)
    expect(changed).toEqual({ key, level: 'party', type: 'number', label: 'Går ni vidare?', required: true })
    await doing((tx, now) => removeQuestion(tx, ...as, { key, version: now }))
    expect(await keys('party')).toEqual(['gave', 'next', 'beyond'])
  })

  test('are called by nothing that every object has', async () => {
    const { doing, as, keys } = await asking()
    await doing((tx, now) => addQuestion(tx, ...as, { ...own, label: 'Constructor', version: now }))
    expect((await keys('party')).at(-1)).toBe('constructor-2')
  })

  test('the usual have other words or are left out, but how it went is always asked, and first', async () => {
    const { doing, as, keys, row } = await asking()
    const words = { label: 'Vad blev bättre?', help: null, required: false }
    await doing((tx, now) => relabelQuestion(tx, ...as, { key: 'gave', ...words, version: now }))
    expect(questionsOf((await row()).questions).find(({ key }) => key === 'gave')).toMatchObject({
      label: 'Vad blev bättre?'
    })
    await doing((tx, now) => removeQuestion(tx, ...as, { key: 'learnt', version: now }))
    expect(await keys('commitment')).not.toContain('learnt')
    await doing((tx, now) => restoreQuestion(tx, ...as, { key: 'learnt', version: now }))
    await doing((tx, now) => moveQuestion(tx, ...as, { key: 'done', way: 'up', version: now }))
    expect((await keys('commitment')).slice(0, 2)).toEqual(['degree', 'done'])
    expect(await keys('commitment')).toContain('learnt')
    await expect(
      doing((tx, now) => removeQuestion(tx, ...as, { key: 'degree', version: now }))
    ).rejects.toMatchObject({ errors: { form: 'always_asked' } })
  })

  test('about the collaboration are asked of those who have the role, also when they promise nothing', async () => {
    const { doing, as, collaboration, party, plan } = await asking()
    const convener = newId()
    await asCli(async (tx) => {
      await tx
        .insertInto('organisation')
        .values({ id: convener, slug: 'rad', name: 'Rådet', kind: 'other' })
        .execute()
      await tx
        .insertInto('party')
        .values({ id: newId(), collaboration_id: collaboration, organisation_id: convener, role: 'convener' })
        .execute()
    })
    const about = { ...own, level: 'collaboration' as const, role: 'convener' as const }
    await doing((tx, now) => addQuestion(tx, ...as, { ...about, version: now }))
    expect((await party(convener)).items.map(({ about }) => about)).toEqual(['collaboration'])
    await doing((tx, now) => removeQuestion(tx, ...as, { key: 'gar-ni-vidare', version: now }))
    expect((await plan()).parties).toHaveLength(2)
    for (const key of ['gave', 'next', 'beyond'])
      await doing((tx, now) => removeQuestion(tx, ...as, { key, version: now }))
    expect((await plan()).parties.flatMap(({ items }) => items.map(({ about }) => about))).toEqual([
      ...['commitment', 'commitment', 'commitment', 'commitment']
    ])
  })

  test('alike are one only, and two at once see each other’s', async () => {
    const { does, doing, as, version } = await asking()
    const first = await version()
    await does((tx) => addQuestion(tx, ...as, { ...own, version: first }))
    await expect(
      doing((tx, now) => addQuestion(tx, ...as, { ...own, required: false, version: now }))
    ).rejects.toMatchObject({ errors: { label: 'taken' } })
    const key = 'gar-ni-vidare'
    await expect(
      does((tx) => changeQuestion(tx, ...as, { ...own, label: 'Fortsätter ni?', key, version: first }))
    ).rejects.toMatchObject({ current: { label: 'Går ni vidare?', options: 'Ja\nNej', version: first + 1 } })
  })

  test('are frozen when it opens', async () => {
    const { doing, as, open } = await asking()
    await open()
    await expect(doing((tx, now) => addQuestion(tx, ...as, { ...own, version: now }))).rejects.toMatchObject({
      errors: { form: 'round_open' }
    })
  })
})
