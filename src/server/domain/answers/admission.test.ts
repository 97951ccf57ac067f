import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { forwardItems } from './forwarding.ts'
import { findLink, type LinkActor } from '../links/links.ts'
import { tokenOf } from '../links/tokens.ts'
import { addResponder } from '../rounds/responders.ts'
import { closeRound } from '../rounds/closing.ts'
import { beginDraftsAnew } from '../rounds/drafts-anew.ts'
import { askToBeLetIn, letIn, listReaders } from './admission.ts'
import { answerAfterAll, declineToAnswer } from './declining.ts'
import { listBegun, listDrafts } from './drafts.ts'
import { saveDraft } from './saving.ts'
import { addPhoto, openPhoto, removePhoto } from './photos.ts'
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

  test('is let in to no more than whoever lets them in may open', async () => {
    const world = await askedWorld(db)
    const { partner } = world
    await save(partner, 0, 'Vårt')
    await save(partner, 1, 'Också vårt')
    const [item = ''] = partner.errand.items
    const given = {
      name: 'Kollega',
      mail: 'kollega@bostader.example',
      may: 'answer',
      item_ids: [item] as string[]
    } as const
    const link = await write(db, partner, (tx) => forwardItems(tx, partner, given, secrets))
    const { actor: colleague } = await findLink(db, tokenOf(secrets, { id: link, generation: 1 }))
    const later = await addedLater(world)
    const { responder } = (await later()).errand
    const within = async (actor: LinkActor) =>
      (await listReaders(db, actor)).find((reader) => reader.responder === responder.id)?.within
    expect([await within(colleague), await within(partner)]).toEqual([false, true])
    await expect(write(db, colleague, (tx) => letIn(tx, colleague, responder.id))).rejects.toThrow(NotAllowed)
    const newcomer = await later()
    await write(db, newcomer, (tx) => askToBeLetIn(tx, newcomer, 'Europe/Stockholm'))
    const asked = await db
      .selectFrom('message')
      .select('parameters')
      .where('kind', '=', 'admission_asked')
      .execute()
    expect(asked).toMatchObject([{ parameters: { link_id: partner.errand.link } }])
    await write(db, partner, (tx) => letIn(tx, partner, responder.id))
    expect((await later()).errand.admitted).toBe(true)
  })

  test('sees nothing of what was begun with a photo only, and can’t send it in', async () => {
    const world = await askedWorld(db)
    const { partner } = world
    const item = partner.errand.items.toSorted()[0] ?? ''
    const photo = { bytes: Buffer.from('en bild'), type: 'image/jpeg' as const, width: 1, height: 1 }
    const id = await write(db, partner, (tx) => addPhoto(tx, partner, { item, photo }, secrets))
    const newcomer = await (await addedLater(world))()
    expect(newcomer.errand.admitted).toBe(false)
    await expect(openPhoto(db, newcomer, id, secrets)).rejects.toThrow(NotFound)
    expect(await listBegun(db, newcomer, secrets)).toEqual([{ item, by: 'Områdeschef' }])
    await expect(save(newcomer, 0, 'Mitt')).rejects.toMatchObject({ errors: { form: 'not_admitted' } })
    await expect(
      write(db, newcomer, (tx) => removePhoto(tx, newcomer, { item, photo: id }, secrets))
    ).rejects.toMatchObject({ errors: { form: 'not_admitted' } })
    const { coordinator } = world.roles
    await write(db, coordinator, (tx) => beginDraftsAnew(tx, coordinator, partner.errand.space))
    const told = db.selectFrom('message').select('id').where('kind', '=', 'drafts_begun_anew').execute()
    expect(await told).toHaveLength(2)
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
    const { rows: kept } = await sql`select from history where after::text like '%Områdeschef%'`.execute(db)
    expect(kept).toEqual([])
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
