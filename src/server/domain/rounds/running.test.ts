import { describe, expect, test } from 'vitest'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets, smallWorld, type SmallWorld } from '#tests/round.ts'
import { saveDraft } from '../answers/saving.ts'
import { itemAt, listItems } from '../answers/items.ts'
import { submitAnswers } from '../answers/submitting.ts'
import { forwardItems } from '../answers/forwarding.ts'
import { findLink, type LinkActor } from '../links/links.ts'
import { withdrawLink } from '../links/sending.ts'
import { tokenOf } from '../links/tokens.ts'
import { cli, type Actor } from '../people/actor.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { closeRound } from './closing.ts'
import { beginAnotherAnswer, beginOwnAnswer, mayTell } from './running.ts'

const db = await testDatabase()

async function represented<W extends SmallWorld>(world: W): Promise<W> {
  const { representative } = world.roles
  await write(db, cli, (tx) =>
    tx
      .insertInto('role_grant')
      .values({
        ...{ id: newId(), person_id: representative.person?.id ?? '', role: 'representative' },
        ...{ scope_kind: 'organisation', scope_id: world.housing }
      })
      .execute()
  )
  return world
}
const begin = (actor: Actor, commitment: Id | undefined) =>
  write(db, actor, (tx) => beginOwnAnswer(tx, actor, commitment ?? '', 'Löpande svar', secrets))

async function answer(actor: LinkActor, place: string, written: Record<string, string>): Promise<void> {
  const { id: item } = await itemAt(db, actor, place)
  const { mark } = await write(db, actor, (tx) => saveDraft(tx, actor, { item, mark: '', written }, secrets))
  await write(db, actor, (tx) => submitAnswers(tx, actor, [{ item, mark }], secrets))
}

async function acceptAll({ roles: { coordinator } }: SmallWorld): Promise<void> {
  const waiting = await db.selectFrom('report').selectAll().where('state', '=', 'submitted').execute()
  for (const { id, version } of waiting)
    await write(db, coordinator, (tx) =>
      reviewReport(tx, coordinator, id, { version, verdict: 'accepted', note: null })
    )
}

describe('an answer outside rounds', () => {
  test('is written, accepted and followed by the next, each with its own day', async () => {
    const world = await represented(await smallWorld(db))
    const { representative } = world.roles
    const first = await begin(representative, world.commitments[0])
    expect(first.number).toBe(1)
    const commitment = { id: world.commitments[0] ?? '', owner_id: world.housing }
    expect(await mayTell(db, representative, commitment)).toBe(true)
    expect(await mayTell(db, world.roles.coordinator, commitment)).toBe(false)
    expect(await mayTell(db, world.roles.other, commitment)).toBe(false)
    expect(await begin(representative, world.commitments[0])).toEqual(first)
    await answer((await findLink(db, first.token)).actor, '1', { degree: 'begun', done: 'Vi har börjat' })
    await acceptAll(world)
    const again = await begin(representative, world.commitments[0])
    expect(again).toEqual(first)
    await answer((await findLink(db, again.token)).actor, '1', { degree: 'fully', done: 'Nu är det klart' })
    await acceptAll(world)
    const told = await db.selectFrom('report').select(['degree', 'state']).orderBy('submitted_at').execute()
    expect(told).toEqual([
      { degree: 'begun', state: 'accepted' },
      { degree: 'fully', state: 'accepted' }
    ])
    const house = db.selectFrom('commitment_standing').select(['public_degree', 'first_due'])
    expect(await house.where('commitment_id', '=', world.commitments[0] ?? '').executeTakeFirst()).toEqual({
      public_degree: 'fully',
      first_due: null
    })
    expect(await db.selectFrom('round').select(['kind', 'name']).execute()).toEqual([
      { kind: 'running', name: 'Löpande svar' }
    ])
    expect(await db.selectFrom('message').select('kind').where('kind', '=', 'answer_link').execute()).toEqual(
      []
    )
  })

  test('is written in the round that waits for it, where one does', async () => {
    const world = await represented(await askedWorld(db))
    const { token, number } = await begin(world.roles.representative, world.commitments[1])
    const { actor } = await findLink(db, token)
    expect([number, actor.errand.round]).toEqual([2, world.round.id])
    expect(await db.selectFrom('round').select('id').where('kind', '=', 'running').execute()).toEqual([])
  })

  test('two at once are in one round', async () => {
    const world = await represented(await smallWorld(db))
    const begun = []
    for (const commitment of world.commitments.slice(0, 3))
      begun.push(await begin(world.roles.representative, commitment))
    expect(new Set(begun.map(({ token }) => token)).size).toBe(1)
    const { actor } = await findLink(db, begun[0]?.token ?? '')
    expect((await listItems(db, actor)).map(({ place }) => place)).toEqual(['1', '2', '3'])
  })

  test.each([
    'coordinator',
    'administrator',
    'reader',
    'elsewhere',
    'other',
    'visitor',
    'representative'
  ] as const)('is not for %s, who does not represent its organisation', async (role) => {
    const world = await smallWorld(db)
    await expect(begin(world.roles[role], world.commitments[0])).rejects.toThrow(NotAllowed)
  })

  test('waits until the collaboration is under way and the promise agreed', async () => {
    const world = await represented(await smallWorld(db))
    await write(db, cli, (tx) =>
      tx.updateTable('commitment').set({ stage: 'proposed' }).where('number', '=', 1).execute()
    )
    await expect(begin(world.roles.representative, world.commitments[0])).rejects.toThrow(Invalid)
  })
})

describe('by the link of a round', () => {
  const beginBy = (actor: LinkActor, item: Id | undefined) =>
    write(db, actor, (tx) => beginAnotherAnswer(tx, actor, item ?? '', 'Löpande svar', secrets))

  test('more is told when the round is closed, and not before', async () => {
    const world = await askedWorld(db)
    const { partner, officer, round, roles } = world
    await expect(beginBy(partner, partner.errand.items[0])).rejects.toMatchObject({
      errors: { form: 'not_yet' }
    })
    await write(db, roles.coordinator, (tx) => closeRound(tx, roles.coordinator, round.id))
    const { token } = await beginBy(partner, partner.errand.items[0])
    const { actor } = await findLink(db, token)
    expect(actor.errand.responder.mail).toBe(partner.errand.responder.mail)
    expect(actor.errand.round).not.toBe(round.id)
    await expect(beginBy(officer, partner.errand.items[0])).rejects.toThrow(NotFound)
  })

  test('whoever was sent one thing of many tells more of that alone, as long as they may answer it', async () => {
    const world = await represented(await askedWorld(db))
    const { partner, round, roles } = world
    const [item = ''] = partner.errand.items
    const link = await write(db, partner, (tx) =>
      forwardItems(
        tx,
        partner,
        { name: 'Kollega', mail: 'kollega@bostader.example', may: 'answer', item_ids: [item] },
        secrets
      )
    )
    await write(db, roles.coordinator, (tx) => closeRound(tx, roles.coordinator, round.id))
    const { actor: colleague } = await findLink(db, tokenOf(secrets, { id: link, generation: 1 }))
    const { token } = await beginBy(colleague, item)
    for (const of of world.commitments.slice(0, 3)) await begin(roles.representative, of)
    expect((await beginBy(colleague, item)).token).toBe(token)
    const told = await findLink(db, token)
    expect(await listItems(db, told.actor)).toHaveLength(1)
    await write(db, roles.coordinator, (tx) => withdrawLink(tx, roles.coordinator, link))
    expect((await findLink(db, token)).state).toBe('withdrawn')
  })

  test('not by one that only reads, nor by somebody who is not let in', async () => {
    const { partner } = await askedWorld(db)
    const [item] = partner.errand.items
    const reads = { ...partner, errand: { ...partner.errand, kind: 'read' as const } }
    const outside = { ...partner, errand: { ...partner.errand, admitted: false } }
    await expect(beginBy(reads, item)).rejects.toThrow('not allowed')
    await expect(beginBy(outside, item)).rejects.toThrow('not allowed')
  })
})
