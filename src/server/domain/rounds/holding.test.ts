import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { saveDraft } from '../answers/saving.ts'
import { cli } from '../people/actor.ts'
import { beginDraftsAnew } from './drafts-anew.ts'
import { handOverRound, listHolders } from './holding.ts'

const db = await testDatabase()
let world: Awaited<ReturnType<typeof askedWorld>>
beforeEach(async () => {
  world = await askedWorld(db)
})

describe('handing a round over', () => {
  const colleague = () => world.roles.elsewhere.person?.id ?? ''
  const grant = (role: string) =>
    write(db, cli, (tx) =>
      tx
        .insertInto('role_grant')
        .values({
          id: newId(),
          person_id: colleague(),
          role,
          scope_kind: 'collaboration',
          scope_id: world.collaboration
        })
        .execute()
    )
  const hand = (person = colleague()) =>
    write(db, world.roles.coordinator, (tx) =>
      handOverRound(tx, world.roles.coordinator, world.round.id, person)
    )

  test('is to somebody who coordinates the collaboration', async () => {
    await grant('reader')
    await expect(hand()).rejects.toMatchObject({ errors: { person: 'not_a_choice' } })
    await grant('coordinator')
    expect(await listHolders(db, { collaboration_id: world.collaboration })).toMatchObject([
      { name: 'Annan samordnare' }
    ])
    await hand()
    await hand()
    const round = await db.selectFrom('round').select('held_by').executeTakeFirst()
    expect(round?.held_by).toBe(colleague())
    const mails = await db
      .selectFrom('message')
      .select('parameters')
      .where('kind', '=', 'round_handed_over')
      .execute()
    expect(mails).toMatchObject([{ parameters: { person_id: colleague() } }])
  })
})

describe('drafts begun anew', () => {
  test('are erased, everybody there is let in and told, and nothing happens where there are none', async () => {
    const { partner, roles } = world
    const anew = () =>
      write(db, roles.coordinator, (tx) => beginDraftsAnew(tx, roles.coordinator, partner.errand.space))
    const told = () => db.selectFrom('message').select('id').where('kind', '=', 'drafts_begun_anew').execute()
    await anew()
    expect(await told()).toHaveLength(0)
    const item = partner.errand.items[0] ?? ''
    await write(db, partner, (tx) =>
      saveDraft(tx, partner, { item, mark: '', written: { done: 'Ingen kan läsa' } }, secrets)
    )
    await write(db, cli, (tx) =>
      tx
        .updateTable('responder')
        .set({ admitted: false })
        .where('id', '=', partner.errand.responder.id)
        .execute()
    )
    await anew()
    expect(await db.selectFrom('draft').select('id').execute()).toEqual([])
    expect(await told()).toHaveLength(1)
    const responder = await db
      .selectFrom('responder')
      .select('admitted')
      .where('id', '=', partner.errand.responder.id)
      .executeTakeFirst()
    expect(responder?.admitted).toBe(true)
  })
})
