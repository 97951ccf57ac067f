import { describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { findLink, type LinkActor } from '../links/links.ts'
import { tokenOf } from '../links/tokens.ts'
import { addResponder } from '../rounds/responders.ts'
import { closeRound } from '../rounds/closing.ts'
import { askToBeLetIn, letIn, listReaders } from './admission.ts'
import { answerAfterAll, declineToAnswer } from './declining.ts'
import { listBegun, listDrafts, saveDraft } from './drafts.ts'
import { submitAnswers } from './submitting.ts'

const db = await testDatabase()

const save = (actor: LinkActor, at: number, done: string) =>
  write(db, actor, (tx) =>
    saveDraft(
      tx,
      actor,
      { item: actor.errand.items.toSorted()[at] ?? '', mark: '', written: { degree: 'fully', done } },
      secrets
    )
  )

async function addedLater(world: Awaited<ReturnType<typeof askedWorld>>): Promise<() => Promise<LinkActor>> {
  const { roles, partner } = world
  const newcomer = { name: 'Nykomling', mail: 'ny@bostader.example' }
  const id = await write(db, roles.coordinator, (tx) =>
    addResponder(tx, roles.coordinator, partner.errand.space, newcomer, secrets)
  )
  return async () => (await findLink(db, tokenOf(secrets, { id, generation: 1 }))).actor
}

describe('whoever comes after somebody has begun', () => {
  test('sees that it is begun and by whom, and no word of it, until a colleague lets them in', async () => {
    const world = await askedWorld(db)
    const { partner } = world
    await save(partner, 0, 'Vårt')
    const later = await addedLater(world)
    const newcomer = await later()
    expect(newcomer.errand.admitted).toBe(false)
    expect(await listDrafts(db, newcomer, secrets)).toEqual([])
    expect(await listBegun(db, newcomer, secrets)).toMatchObject([{ by: 'Områdeschef' }])
    await expect(save(newcomer, 0, 'Mitt')).rejects.toMatchObject({ errors: { form: 'not_admitted' } })
    await save(newcomer, 1, 'Mitt')
    expect(await listDrafts(db, newcomer, secrets)).toHaveLength(1)
    await write(db, partner, (tx) => letIn(tx, partner, newcomer.errand.responder.id))
    expect(await listDrafts(db, await later(), secrets)).toHaveLength(2)
  })

  test('asks those who are in, once a day however often it is pressed', async () => {
    const world = await askedWorld(db)
    await save(world.partner, 0, 'Vårt')
    const newcomer = await (await addedLater(world))()
    for (const _ of [1, 2]) await write(db, newcomer, (tx) => askToBeLetIn(tx, newcomer, 'Europe/Stockholm'))
    const asked = await db
      .selectFrom('message')
      .select('parameters')
      .where('kind', '=', 'admission_asked')
      .execute()
    expect(asked).toEqual([
      { parameters: { link_id: world.partner.errand.link, responder_id: newcomer.errand.responder.id } }
    ])
  })

  test('is let in by their own party, by somebody who is in', async () => {
    const world = await askedWorld(db)
    await save(world.partner, 0, 'Vårt')
    const newcomer = await (await addedLater(world))()
    const { id } = newcomer.errand.responder
    await expect(write(db, newcomer, (tx) => letIn(tx, newcomer, id))).rejects.toThrow(NotAllowed)
    await expect(write(db, world.officer, (tx) => letIn(tx, world.officer, id))).rejects.toThrow(NotFound)
    const readers = await listReaders(db, newcomer)
    expect(readers.map(({ name, admitted, me }) => [name, admitted, me])).toEqual([
      ['Nykomling', false, true],
      ['Områdeschef', true, false]
    ])
  })
})

describe('a party that will not answer', () => {
  const standing = (space: string) =>
    db
      .selectFrom('space')
      .select(['declined_reason', 'declined_by'])
      .where('id', '=', space)
      .executeTakeFirst()

  test('says why, and takes it back by a press or by answering', async () => {
    const { partner } = await askedWorld(db)
    const { space } = partner.errand
    const decline = (reason: string) => write(db, partner, (tx) => declineToAnswer(tx, partner, { reason }))
    await decline('Vi är inte med längre.')
    expect(await standing(space)).toEqual({
      declined_reason: 'Vi är inte med längre.',
      declined_by: 'Områdeschef'
    })
    await write(db, partner, (tx) => answerAfterAll(tx, partner))
    expect(await standing(space)).toEqual({ declined_reason: null, declined_by: null })
    await decline('Hinner inte.')
    const { mark } = await save(partner, 0, 'Vi hann.')
    const item = partner.errand.items.toSorted()[0] ?? ''
    await write(db, partner, (tx) => submitAnswers(tx, partner, [{ item, mark }], secrets))
    expect(await standing(space)).toEqual({ declined_reason: null, declined_by: null })
  })

  test('can’t say so in a closed round', async () => {
    const { partner, roles, round } = await askedWorld(db)
    await write(db, roles.coordinator, (tx) => closeRound(tx, roles.coordinator, round.id))
    await expect(
      write(db, partner, (tx) => declineToAnswer(tx, partner, { reason: 'Nej' }))
    ).rejects.toMatchObject({ errors: { form: 'round_closed' } })
  })
})
