import { describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { holderOf, secrets, smallWorld, type SmallWorld } from '#tests/round.ts'
import { findAnswering } from '../answers/answering.ts'
import { saveDraft } from '../answers/saving.ts'
import { itemAt, listItems } from '../answers/items.ts'
import { submitAnswers } from '../answers/submitting.ts'
import type { LinkActor } from '../links/links.ts'
import { cli, type Actor } from '../people/actor.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { acceptPromise } from './accepting.ts'
import { addPromise } from './adding.ts'
import { inviteToWord, listInvitable } from './inviting.ts'

const db = await testDatabase()
const words = {
  'answers.title': 'Läxhjälp två kvällar i veckan',
  'answers.wording': 'Vi håller läxhjälp öppen tisdag och torsdag.',
  'answers.who': 'Enhetschefen',
  'answers.target_group': 'Barn 10-12 år',
  'answers.by_when': '2027-06-10',
  'answers.target_value': '60',
  'answers.target_unit': 'kvällar'
}
const round = {
  name: 'Löften 2027',
  from_day: '2026-11-22',
  due_on: '2026-12-20',
  invitation: null
}

/** The small world with its first promise proposed only, and both parties invited to word theirs. */
async function invited() {
  const world = await smallWorld(db)
  await write(db, cli, (tx) =>
    tx.updateTable('commitment').set({ stage: 'proposed' }).where('number', '=', 1).execute()
  )
  const { id } = await invite(world, world.roles.coordinator)
  return { ...world, round: id, partner: await holderOf(db, world.housing) }
}
const invite = (world: SmallWorld, actor: Actor) =>
  write(db, actor, (tx) =>
    inviteToWord(
      tx,
      actor,
      world.collaboration,
      { ...round, organisation_ids: [world.housing, world.police] },
      secrets
    )
  )

async function send(actor: LinkActor, place: string, written: Record<string, string>) {
  const { id: item } = await itemAt(db, actor, place)
  const { mark } = await write(db, actor, (tx) => saveDraft(tx, actor, { item, mark: '', written }, secrets))
  await write(db, actor, (tx) => submitAnswers(tx, actor, [{ item, mark }], secrets))
  return db
    .selectFrom('report')
    .select(['id', 'version'])
    .where('item_id', '=', item)
    .executeTakeFirstOrThrow()
}

describe('an invitation to word promises', () => {
  test('asks each party of what it carries that is not agreed, and of one more', async () => {
    const world = await invited()
    expect((await listItems(db, world.partner)).map(({ about, number }) => [about, number])).toEqual([
      ['promise', 1],
      ['promise', null]
    ])
    const officer = await holderOf(db, world.police)
    expect((await listItems(db, officer)).map(({ number }) => number)).toEqual([null])
    expect(await db.selectFrom('message').select('kind').execute()).toHaveLength(2)
    await invite(world, world.roles.coordinator)
    expect(await db.selectFrom('message').select('kind').execute()).toHaveLength(2)
    const [first] = await listInvitable(db, world.roles.coordinator, world.collaboration)
    expect(first).toMatchObject({
      name: 'Bostäder',
      proposed: 1,
      contacts: [{ mail: 'chef@bostader.example' }]
    })
  })

  test('does not make what is worded look as asked or answered', async () => {
    const { partner } = await invited()
    await send(partner, (await listItems(db, partner))[0]?.place ?? '', words)
    const standing = await db.selectFrom('commitment_standing').select(['answered', 'first_due']).execute()
    expect(standing.filter(({ answered, first_due }) => answered || first_due)).toEqual([])
  })

  test.each(['administrator', 'reader', 'elsewhere', 'representative', 'other', 'visitor'] as const)(
    'is for its coordinators: %s',
    async (role) => {
      const world = await smallWorld(db)
      const inviting = invite(world, world.roles[role])
      if (role === 'administrator') await expect(inviting).resolves.toMatchObject({ slug: 'loften-2027' })
      else await expect(inviting).rejects.toThrow(NotAllowed)
    }
  )
})

describe('a promise worded by its party', () => {
  test('becomes a proposed commitment with its words when it is accepted, once', async () => {
    const { partner, roles, collaboration, housing } = await invited()
    const place = await write(db, partner, (tx) => addPromise(tx, partner))
    const { id, version } = await send(partner, place, words)
    const accept = () =>
      write(db, roles.coordinator, (tx) => acceptPromise(tx, roles.coordinator, id, version))
    await accept()
    await accept()
    const made = await db
      .selectFrom('commitment')
      .innerJoin('commitment_wording', 'commitment_wording.id', 'commitment.wording_id')
      .leftJoin('target', 'target.commitment_id', 'commitment.id')
      .select([
        'title',
        'wording',
        'stage',
        'lead_id',
        'responsible',
        'target_group',
        'to_day',
        'value',
        'unit'
      ])
      .where('collaboration_id', '=', collaboration)
      .where('commitment.number', '=', 5)
      .execute()
    expect(made).toEqual([
      {
        title: 'Läxhjälp två kvällar i veckan',
        wording: 'Vi håller läxhjälp öppen tisdag och torsdag.',
        stage: 'proposed',
        lead_id: housing,
        responsible: 'Enhetschefen',
        target_group: 'Barn 10-12 år',
        to_day: '2027-06-10',
        value: 60,
        unit: 'kvällar'
      }
    ])
    expect((await itemAt(db, partner, place)).number).toBe(5)
  })

  test('mends the one it is about', async () => {
    const { partner, roles, commitments } = await invited()
    const [item] = await listItems(db, partner)
    const before = await findAnswering(db, partner, item?.place ?? '', secrets)
    expect(before.written).toMatchObject({
      'answers.title': 'Löfte 1',
      'answers.wording': 'Vi lovar nummer 1.'
    })
    const { id, version } = await send(partner, item?.place ?? '', words)
    await write(db, roles.coordinator, (tx) => acceptPromise(tx, roles.coordinator, id, version))
    const wordings = await db
      .selectFrom('commitment_wording')
      .select(['number', 'wording'])
      .where('commitment_id', '=', commitments[0] ?? '')
      .orderBy('number')
      .execute()
    expect(wordings.map(({ wording }) => wording)).toEqual([
      'Vi lovar nummer 1.',
      'Vi håller läxhjälp öppen tisdag och torsdag.'
    ])
  })

  test('lacks a title and words until they are there, and no more', async () => {
    const { partner } = await invited()
    const [mended, begun] = await listItems(db, partner)
    await expect(
      send(partner, mended!.place, { 'answers.who': 'Chefen', 'answers.title': 'x'.repeat(201) })
    ).rejects.toThrow()
    await send(partner, begun!.place, { 'answers.title': 'Kort', 'answers.wording': 'Vi lovar.' })
  })

  test('can be returned with a word, and is sent anew', async () => {
    const { partner, roles } = await invited()
    const { place } = (await listItems(db, partner))[1]!
    const { id, version } = await send(partner, place, words)
    await write(db, roles.coordinator, (tx) =>
      reviewReport(tx, roles.coordinator, id, { version, verdict: 'returned', note: 'När?' })
    )
    const again = await send(partner, place, { ...words, 'answers.by_when': '2027-12-31' })
    expect(again).toMatchObject({ id })
  })

  test('is accepted by nobody but a coordinator', async () => {
    const { partner, roles } = await invited()
    const { place } = (await listItems(db, partner))[1]!
    const { id, version } = await send(partner, place, words)
    for (const actor of [roles.reader, roles.elsewhere, roles.other, roles.visitor, roles.representative])
      await expect(write(db, actor, (tx) => acceptPromise(tx, actor, id, version))).rejects.toThrow()
    expect(await db.selectFrom('commitment').select('id').where('number', '=', 5).execute()).toEqual([])
  })

  test('is added one at a time, where promises are worded', async () => {
    const { partner } = await invited()
    const add = () => write(db, partner, (tx) => addPromise(tx, partner))
    expect(await add()).toBe(await add())
    await send(partner, await add(), words)
    const second = await add()
    expect(
      (await listItems(db, await holderOf(db, partner.errand.organisation.id))).map(({ place }) => place)
    ).toContain(second)
    const reader = { ...partner, errand: { ...partner.errand, kind: 'read' as const } }
    await expect(write(db, reader, (tx) => addPromise(tx, reader))).rejects.toThrow(NotAllowed)
    const elsewhere = { ...partner, errand: { ...partner.errand, round: partner.errand.space } }
    await expect(write(db, elsewhere, (tx) => addPromise(tx, elsewhere))).rejects.toThrow(NotFound)
  })
})
