import { describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { asked, secrets, smallWorld } from '#tests/round.ts'
import { cli } from '../people/actor.ts'
import { whomItAsks } from './asking.ts'
import { openRound } from './opening.ts'
import { partyState } from './progress.ts'

const db = await testDatabase()

describe('opening a round', () => {
  const open = (world: Awaited<ReturnType<typeof smallWorld>>, round = asked) =>
    write(db, world.roles.coordinator, (tx) =>
      openRound(tx, world.roles.coordinator, world.collaboration, round, secrets)
    )

  test('asks each answering organisation of all that is agreed, by a link in a mail', async () => {
    const world = await smallWorld(db)
    await write(db, cli, (tx) =>
      tx
        .updateTable('commitment')
        .set({ stage: 'proposed' })
        .where('id', '=', world.commitments[2] ?? '')
        .execute()
    )
    const { id, slug } = await open(world)
    expect(slug).toBe('uppfoljning-2026')
    const spaces = await db.selectFrom('space').select('organisation_id').where('round_id', '=', id).execute()
    expect(spaces.map((space) => space.organisation_id).toSorted()).toEqual(
      [world.housing, world.police].toSorted()
    )
    expect(await db.selectFrom('round_item').select('id').execute()).toHaveLength(3)
    const mails = await db.selectFrom('responder').select('mail').orderBy('mail').execute()
    expect(mails).toEqual([{ mail: 'chef@bostader.example' }, { mail: 'kommunpolis@polisen.example' }])
    expect(await db.selectFrom('message').select('kind').execute()).toEqual([
      { kind: 'answer_link' },
      { kind: 'answer_link' }
    ])
  })

  test('twice alike opens one; the same name for another is refused', async () => {
    const world = await smallWorld(db)
    expect(await open(world)).toEqual(await open(world))
    expect(await db.selectFrom('message').select('id').execute()).toHaveLength(2)
    await expect(open(world, { ...asked, due_on: '2027-02-01' })).rejects.toMatchObject({
      errors: { name: 'taken' }
    })
  })

  test('keeps the wording of that day', async () => {
    const world = await smallWorld(db)
    await open(world)
    const items = await db
      .selectFrom('round_item')
      .innerJoin('commitment_wording', 'commitment_wording.id', 'round_item.wording_id')
      .select('wording')
      .execute()
    expect(items).toHaveLength(4)
  })

  test('shows who can’t be mailed, and what nobody answers for', async () => {
    const world = await smallWorld(db)
    await write(db, cli, async (tx) => {
      await tx
        .updateTable('party')
        .set({ contact_mail: null })
        .where('organisation_id', '=', world.police)
        .execute()
      await tx
        .updateTable('commitment')
        .set({ lead_id: null })
        .where('id', '=', world.commitments[0] ?? '')
        .execute()
    })
    const { asked: whom, unanswerable } = await whomItAsks(db, world.roles.coordinator, world.collaboration)
    expect(whom.map(({ organisation, responders }) => [organisation.name, responders.length])).toEqual([
      ['Bostäder', 1],
      ['Polisen', 0]
    ])
    expect(unanswerable.map(({ number }) => number)).toEqual([1])
  })
})

describe('a party’s state', () => {
  const item = (state: 'submitted' | 'returned' | 'accepted' | null, begun = false) => ({ state, begun })
  const sent = [{ withdrawn: false, mailing: 'sent' as const }]
  test.each([
    ['to_read', [item('submitted'), item(null)], sent, true],
    ['returned', [item('returned'), item('accepted')], sent, true],
    ['accepted', [item('accepted')], sent, true],
    ['begun', [item(null, true), item('accepted')], sent, true],
    ['opened', [item(null)], sent, true],
    ['sent', [item(null)], sent, false],
    ['waiting', [item(null)], [{ withdrawn: false, mailing: 'waiting' as const }], false],
    ['not_delivered', [item(null)], [{ withdrawn: false, mailing: 'failed' as const }], false],
    ['no_mail', [item(null)], [{ withdrawn: true, mailing: 'sent' as const }], false]
  ] as const)('is %s', (state, items, responders, opened) =>
    expect(partyState([...items], [...responders], opened)).toBe(state)
  )
})
