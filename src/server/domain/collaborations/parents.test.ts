import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, unwritten, type Neighbourhood } from '#tests/neighbourhood.ts'
import { createCommitment } from '../commitments/creating.ts'
import { listInheritedPlans } from '../objectives/inheriting.ts'
import { addObjective } from '../objectives/objectives.ts'
import { visitor, type Actor } from '../people/actor.ts'
import type { Reach } from '../people/reach.ts'
import { findCollaboration } from './collaborations.ts'
import { createCollaboration } from './creating.ts'
import { inheritedTexts, listAbove } from './inheriting.ts'
import { changeParents } from './parents.ts'
import { changeCollaborationReach } from './reaching.ts'

const db = await testDatabase()
let here: Neighbourhood
let admin: Actor
beforeEach(async () => {
  here = await neighbourhood(db)
  admin = here.people.administrator
})

const begin = (name: string, given: object = {}) =>
  write(db, admin, (tx) => createCollaboration(tx, admin, { ...here.basis, ...unwritten, name, ...given }))
const versionOf = async (id: string) =>
  (await db.selectFrom('collaboration').select('version').where('id', '=', id).executeTakeFirstOrThrow())
    .version
const lay = async (id: string, parents: string[], actor = admin, version?: number) => {
  const from = version ?? (await versionOf(id))
  return write(db, actor, (tx) => changeParents(tx, actor, id, { parent_ids: parents, version: from }))
}
const narrow = async (id: string, reach: Reach) => {
  const version = await versionOf(id)
  return write(db, admin, (tx) => changeCollaborationReach(tx, admin, id, { reach, version }))
}
const audienceOf = async (table: 'collaboration' | 'commitment', id: string) =>
  (await db.selectFrom(table).select('audience').where('id', '=', id).executeTakeFirstOrThrow()).audience

describe('a collaboration’s parents', () => {
  test('are one or more, told from both sides', async () => {
    const [one, other] = [await begin('Program'), await begin('Råd')]
    await lay(here.collaboration.id, [one.id, other.id])
    await lay(here.collaboration.id, [one.id, other.id])
    const { parents, version } = await findCollaboration(db, visitor, here.collaboration.slug)
    expect(parents.map(({ name }) => name)).toEqual(['Program', 'Råd'])
    expect(version).toBe(2)
    expect((await findCollaboration(db, visitor, one.slug)).parts).toMatchObject([{ name: 'Löftet' }])
  })

  test('never make a circle', async () => {
    const [top, middle] = [await begin('Topp'), await begin('Mitt')]
    await lay(middle.id, [top.id])
    await lay(here.collaboration.id, [middle.id])
    const circle = { errors: { parent_ids: 'within_itself' } }
    await expect(lay(top.id, [top.id])).rejects.toMatchObject(circle)
    await expect(lay(top.id, [here.collaboration.id])).rejects.toMatchObject(circle)
  })

  test('are set by those who coordinate it, among those they see; one they do not see stays', async () => {
    const { coordinator, otherCoordinator } = here.people
    const [open, closed] = [await begin('Öppen'), await begin('Sluten', { reach: 'own' })]
    const id = here.collaboration.id
    await expect(lay(id, [open.id], otherCoordinator)).rejects.toThrow(NotAllowed)
    const unseen = { errors: { parent_ids: 'not_a_choice' } }
    await expect(lay(id, [closed.id], coordinator)).rejects.toMatchObject(unseen)
    await lay(id, [closed.id])
    await lay(id, [open.id], coordinator)
    const { parents } = await findCollaboration(db, admin, here.collaboration.slug)
    expect(parents.map(({ name }) => name)).toEqual(['Öppen', 'Sluten'].toSorted())
  })

  test('changed by two at once is a conflict that shows what was chosen', async () => {
    const [one, other] = [await begin('Ett'), await begin('Två')]
    await lay(here.collaboration.id, [one.id])
    await expect(lay(here.collaboration.id, [other.id], admin, 1)).rejects.toMatchObject({
      current: { parent_ids: [one.id], version: 2 }
    })
  })
})

describe('who sees what lies under another', () => {
  test('is no more than who sees those it lies under, each promise as far as its own reach', async () => {
    const [top, middle] = [await begin('Topp'), await begin('Mitt')]
    const id = here.collaboration.id
    const promise = await write(db, admin, (tx) => createCommitment(tx, admin, id, { title: 'Öppet' }))
    await narrow(top.id, 'parties')
    await lay(middle.id, [top.id])
    await lay(id, [middle.id])
    expect(await audienceOf('collaboration', id)).toBe('parties')
    expect(await audienceOf('commitment', promise.id)).toBe('parties')
    await narrow(top.id, 'own')
    expect(await audienceOf('commitment', promise.id)).toBe('own')
    await narrow(top.id, 'public')
    expect(await audienceOf('commitment', promise.id)).toBe('public')
  })

  test('stays the least of all of them, and comes back when it is taken out', async () => {
    const [open, closed] = [await begin('Öppen'), await begin('Sluten', { reach: 'parties' })]
    const id = here.collaboration.id
    await lay(id, [open.id, closed.id])
    expect(await audienceOf('collaboration', id)).toBe('parties')
    await narrow(id, 'own')
    await narrow(id, 'public')
    expect(await audienceOf('collaboration', id)).toBe('parties')
    await lay(id, [open.id])
    expect(await audienceOf('collaboration', id)).toBe('public')
  })

  test('holds from the beginning', async () => {
    const closed = await begin('Sluten', { reach: 'own' })
    const { id } = await begin('Under', { parent_ids: [closed.id] })
    expect(await audienceOf('collaboration', id)).toBe('own')
  })
})

describe('what is not a collaboration’s own', () => {
  const inherited = async (slug: string, actor = visitor) => {
    const collaboration = await findCollaboration(db, actor, slug)
    const above = await listAbove(db, actor, collaboration)
    const plans = await listInheritedPlans(db, above, collaboration.id)
    return { ...inheritedTexts(above, collaboration), plans }
  }
  const aim = (of: string, title: string) =>
    write(db, admin, (tx) => addObjective(tx, admin, of, { kind: 'goal', title }))

  test('is its parents’, or what theirs is from further up', async () => {
    const top = await begin('Topp', { purpose: 'Toppens syfte', guidelines: 'Toppens riktlinjer' })
    const middle = await begin('Mitt', { purpose: 'Mittens syfte', parent_ids: [top.id] })
    const under = await begin('Under', { parent_ids: [middle.id] })
    await aim(top.id, 'Toppens mål')
    expect(await inherited(under.slug)).toMatchObject({
      purpose: [{ name: 'Mitt', text: 'Mittens syfte' }],
      guidelines: [{ name: 'Topp', text: 'Toppens riktlinjer' }],
      plans: [{ name: 'Topp', objectives: [{ title: 'Toppens mål' }] }]
    })
  })

  test('is all of theirs, one each, where it has several parents', async () => {
    const [one, other] = [await begin('Ett', { purpose: 'Ett' }), await begin('Två', { purpose: 'Två' })]
    const under = await begin('Under', { parent_ids: [other.id, one.id] })
    expect((await inherited(under.slug)).purpose.map(({ text }) => text)).toEqual(['Ett', 'Två'])
  })

  test('is nothing where it has its own, or where the parent is not to be seen', async () => {
    const closed = await begin('Sluten', { reach: 'own', purpose: 'Hemligt' })
    const open = await begin('Öppen', { purpose: 'Öppet' })
    const own = await begin('Egen', { purpose: 'Eget', parent_ids: [open.id] })
    expect((await inherited(own.slug)).purpose).toEqual([])
    const both = await begin('Båda', { parent_ids: [open.id, closed.id] })
    const found = await findCollaboration(db, admin, both.slug)
    const above = await listAbove(db, visitor, found)
    expect(inheritedTexts(above, found).purpose).toMatchObject([{ name: 'Öppen' }])
  })
})
