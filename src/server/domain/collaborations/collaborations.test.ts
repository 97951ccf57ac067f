import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, unwritten, type Neighbourhood } from '#tests/neighbourhood.ts'
import { createCommitment } from '../commitments/creating.ts'
import { addDecision, listDecisions } from '../decisions/decisions.ts'
import { addDocument } from '../documents/changing.ts'
import { listDocuments } from '../documents/documents.ts'
import { visitor, type Actor } from '../people/actor.ts'
import { changeCollaboration, renameCollaboration } from './changing.ts'
import { findCollaboration, listCollaborations } from './collaborations.ts'
import { createCollaboration } from './creating.ts'
import type { ChangedCollaboration } from './fields.ts'
import { changeLifecycle } from './lifecycle.ts'
import { changeCollaborationReach } from './reaching.ts'
import { stateTotal, withdrawTotal } from './stating.ts'

const db = await testDatabase()
let here: Neighbourhood
let coordinator: Actor
let id: string
beforeAll(async () => {
  here = await neighbourhood(db)
  coordinator = here.people.coordinator
  id = here.collaboration.id
})

const begin = (given: object, actor: Actor = here.people.administrator) =>
  write(db, actor, (tx) =>
    createCollaboration(tx, actor, { ...here.basis, ...unwritten, name: 'Planen', ...given })
  )
const found = (actor: Actor = coordinator) => findCollaboration(db, actor, here.collaboration.slug)

describe('a collaboration', () => {
  test('gets its address from its name, with a number where that is taken', async () => {
    expect((await begin({ name: 'Årets Löfte!' })).slug).toBe('arets-lofte')
    expect((await begin({ name: 'Årets löfte' })).slug).toBe('arets-lofte-2')
    await expect(begin({ slug: 'arets-lofte' })).rejects.toMatchObject({ errors: { slug: 'taken' } })
  })

  test('sent twice is one', async () => {
    const form = { id: newId(), name: 'En gång' }
    expect(await begin(form)).toEqual(await begin(form))
  })

  test('is begun by those who coordinate its area, and not by others', async () => {
    await begin({}, here.people.areaCoordinator)
    await expect(begin({ main_area_id: here.areas.other }, here.people.areaCoordinator)).rejects.toThrow(
      NotAllowed
    )
    await expect(begin({}, coordinator)).rejects.toThrow(NotAllowed)
    await expect(begin({ kind_id: newId() })).rejects.toMatchObject({ errors: { kind_id: 'not_a_choice' } })
  })

  test('is found by the address it had before', async () => {
    await write(db, coordinator, (tx) =>
      renameCollaboration(tx, coordinator, id, { slug: 'nytt-namn', version: 1 })
    )
    expect(await found()).toMatchObject({ slug: 'nytt-namn', version: 2 })
  })

  test('changed by two at once is a conflict that shows what stands', async () => {
    const { areas, ...now } = await found()
    const form: ChangedCollaboration = { ...now, area_ids: areas.map((area) => area.id) }
    const change = (more: Partial<ChangedCollaboration>) =>
      write(db, coordinator, (tx) => changeCollaboration(tx, coordinator, id, { ...only(form), ...more }))
    await change({ purpose: 'Vi vill vidare.' })
    await change({ purpose: 'Vi vill vidare.' })
    await expect(change({ purpose: 'Annat.' })).rejects.toMatchObject({
      current: { purpose: 'Vi vill vidare.' }
    })
    await change({ version: 2, area_ids: [here.areas.other] })
    await expect(change({ version: 2, purpose: 'Annat.' })).rejects.toMatchObject({
      current: { area_ids: [here.areas.other] }
    })
    await expect(change({ version: 2, purpose: 'Vi vill vidare.', area_ids: [] })).rejects.toMatchObject({
      current: { version: 3, area_ids: [here.areas.other] }
    })
    await expect(change({ version: 3, main_area_id: here.areas.other })).rejects.toMatchObject({
      errors: { main_area_id: 'not_yours' }
    })
  })

  test('goes on from what it is, and says who decided it', async () => {
    const decided = { body: 'Nämnden', decided_on: '2026-03-14', section: '12', case_number: null }
    const step = (lifecycle: 'preparing' | 'ended', version: number) =>
      write(db, coordinator, (tx) => changeLifecycle(tx, coordinator, id, { lifecycle, version, ...decided }))
    await expect(step('preparing', 1)).rejects.toMatchObject({ errors: { lifecycle: 'not_a_choice' } })
    await step('ended', 1)
    await step('ended', 1)
    expect(await listDecisions(db, visitor, id)).toMatchObject([{ body: 'Nämnden', section: '12' }])
  })

  test('keeps one stated total per subject, beside what is counted', async () => {
    const state = (value: number) =>
      write(db, coordinator, (tx) =>
        stateTotal(tx, coordinator, id, {
          subject: 'parties',
          qualifier: 'about',
          value,
          words: null,
          source: 'Boken'
        })
      )
    await state(27)
    await state(28)
    expect(await found()).toMatchObject({ totals: [{ subject: 'parties', value: 28 }], named_parties: 2 })
    await write(db, coordinator, (tx) => withdrawTotal(tx, coordinator, id, 'parties'))
    expect((await found()).totals).toEqual([])
  })

  test('lists those in progress first, narrowed by area and kind', async () => {
    const names = async (filter: object) =>
      (await listCollaborations(db, visitor, filter)).map(({ name }) => name)
    expect(await names({})).toEqual(['Löftet', 'Grannlöftet'])
    expect(await names({ area: 'centrum' })).toEqual(['Grannlöftet'])
    expect(await names({ kind: 'project' })).toEqual([])
    expect(await names({ after: here.collaboration.slug })).toEqual(['Grannlöftet'])
  })
})

describe('its reach', () => {
  const narrow = (reach: 'public' | 'parties' | 'own', version: number) =>
    write(db, coordinator, (tx) => changeCollaborationReach(tx, coordinator, id, { reach, version }))

  test('is that of nothing it holds more than its own', async () => {
    const made = await write(db, coordinator, async (tx) => ({
      open: await createCommitment(tx, coordinator, id, { title: 'Öppet' }),
      own: await createCommitment(tx, coordinator, id, { title: 'Eget', reach: 'own' })
    }))
    await write(db, coordinator, (tx) => addDocument(tx, coordinator, id, { title: 'Rapport' }))
    await write(db, coordinator, (tx) => addDecision(tx, coordinator, id, { body: 'Styrgruppen' }))
    const audiences = async () => {
      const rows = await db
        .selectFrom('commitment')
        .select(['id', 'audience'])
        .where('collaboration_id', '=', id)
        .execute()
      return new Map(rows.map((row) => [row.id, row.audience]))
    }
    await narrow('parties', 1)
    expect((await audiences()).get(made.open.id)).toBe('parties')
    expect((await audiences()).get(made.own.id)).toBe('own')
    expect(await listDocuments(db, visitor, id)).toEqual([])
    expect(await listDocuments(db, here.people.party, id)).toHaveLength(1)
    await narrow('public', 2)
    expect((await audiences()).get(made.open.id)).toBe('public')
    expect((await audiences()).get(made.own.id)).toBe('own')
    expect(await listDecisions(db, visitor, id)).toHaveLength(1)
  })

  test('makes it not be there for those it does not reach', async () => {
    await narrow('parties', 1)
    await expect(found(visitor)).rejects.toThrow(NotFound)
    await expect(found(here.people.outsider)).rejects.toThrow(NotFound)
    await expect(found(here.people.party)).resolves.toMatchObject({ id })
    await expect(
      write(db, here.people.outsider, (tx) => createCommitment(tx, here.people.outsider, id, { title: 'T' }))
    ).rejects.toThrow(NotFound)
  })
})

/** What the form of its page sends, of all that is known of it. */
function only(form: ChangedCollaboration): ChangedCollaboration {
  const {
    version,
    name,
    purpose,
    guidelines,
    principles,
    from_day,
    to_day,
    precision,
    area_ids,
    source,
    invented
  } = form
  const { authority_id, main_area_id, predecessor_id, contact_function, contact_mail, contact_phone } = form
  const who = { authority_id, main_area_id, predecessor_id, contact_function, contact_mail, contact_phone }
  return {
    version,
    name,
    purpose,
    guidelines,
    principles,
    from_day,
    to_day,
    precision,
    area_ids,
    source,
    invented,
    ...who
  }
}
