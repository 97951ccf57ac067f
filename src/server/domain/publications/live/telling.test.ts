import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { cli } from '#server/domain/people/actor.ts'
import { testDatabase } from '#tests/database.ts'
import { makeFollowedUp } from '#tests/publications/followed-up.ts'
import { beyond, toldTogether } from './deeds.ts'
import { contribution, learning } from './said.ts'

const db = await testDatabase()
let world: Awaited<ReturnType<typeof makeFollowedUp>>
beforeAll(async () => {
  world = await makeFollowedUp(db)
})
beforeEach(() => setClock(new Date('2026-08-01T10:00:00Z')))
afterEach(() => setClock(null))

describe('what was said', () => {
  test('it contributed is told as the partner put it, also where what was done is worded anew', async () => {
    const { groups } = await world.by(contribution)
    expect(groups).toEqual([
      {
        title: 'Skola',
        said: [
          { number: 1, title: 'Frukost', lead: 'Ett bolag', text: 'Fler orkar.' },
          { number: 3, title: 'Läxhjälp', lead: 'Ett bolag', text: 'Lugn.' }
        ]
      }
    ])
  })

  test('was learnt is told; to a question of the round itself, where it is chosen', async () => {
    await write(db, cli, (tx) =>
      tx
        .updateTable('round')
        .set({
          questions: JSON.stringify([
            { key: 'lokal', level: 'commitment', type: 'text', label: 'Var var ni?', required: false },
            { key: 'nojda', level: 'commitment', type: 'yes_no', label: 'Är ni nöjda?', required: false }
          ])
        })
        .where('id', '=', world.promise.round)
        .execute()
    )
    expect((await world.by(learning)).own).toBeNull()
    const { groups, own } = await world.by(learning, { question: 'lokal', round: world.promise.round })
    expect(groups.flatMap(({ said }) => said.map(({ text }) => text))).toEqual(['Börja tidigt.'])
    expect(own).toMatchObject({ label: 'Var var ni?', said: [{ title: 'Torgdag', text: 'Torget' }] })
    const counted = (await world.by(learning, { question: 'nojda', round: world.promise.round })).own
    expect([counted?.said, counted?.counts]).toEqual([
      [],
      [
        { answer: 'true', count: 1 },
        { answer: 'false', count: 1 }
      ]
    ])
  })

  test('by a party of itself is told in the coordinator’s words or not at all', async () => {
    const report = newId()
    const version = newId()
    const item = newId()
    await write(db, cli, async (tx) => {
      await tx
        .insertInto('round_item')
        .values({ id: item, round_id: world.promise.round, space_id: world.promise.space, about: 'party' })
        .execute()
      await tx
        .insertInto('report')
        .values({
          ...{
            id: report,
            item_id: item,
            round_id: world.promise.round,
            collaboration_id: world.promise.collaboration
          },
          ...{
            organisation_id: world.promise.maker,
            state: 'accepted',
            submitted_at: new Date(),
            audience: 'own'
          },
          ...{ accepted_version_id: version, accepted_at: new Date() }
        })
        .execute()
      const answers = JSON.stringify({ gave: 'HEMLIGT', beyond: 'HEMLIGT' })
      await tx
        .insertInto('report_version')
        .values({
          id: version,
          report_id: report,
          number: 1,
          answers,
          publishable: false,
          submitted_at: new Date()
        })
        .execute()
    })
    expect(await world.by(beyond)).toEqual({ deeds: [] })
    await write(db, cli, async (tx) => {
      const highlight = newId()
      await tx
        .insertInto('highlight')
        .values({ id: highlight, collaboration_id: world.promise.collaboration, wording: 'En grillkväll.' })
        .execute()
      await tx.updateTable('report').set({ highlight_id: highlight }).where('id', '=', report).execute()
    })
    expect((await world.by(beyond)).said).toEqual([
      { organisation: 'Ett bolag', title: null, text: 'En grillkväll.' }
    ])
    expect((await world.by(contribution)).parties).toEqual([])
    expect(
      JSON.stringify([await world.by(beyond), await world.by(contribution), await world.by(learning)])
    ).not.toMatch(/HEMLIGT/)
  })
})

test('what several tell of is one deed, with everyone named and its figures once', async () => {
  const highlight = newId()
  await write(db, cli, async (tx) => {
    await tx
      .insertInto('highlight')
      .values({ id: highlight, collaboration_id: world.promise.collaboration, title: 'Frukost och läxor' })
      .execute()
    await tx
      .updateTable('report')
      .set({ highlight_id: highlight })
      .where('commitment_id', 'in', [world.idOf('Frukost'), world.idOf('Läxhjälp')])
      .execute()
  })
  const { deeds: told } = await world.by(toldTogether)
  expect(told).toMatchObject([{ title: 'Frukost och läxor', told: 2, figures: [{ value: 100 }] }])
  expect((await world.by(toldTogether, { deed: highlight })).deeds).toHaveLength(1)
  expect((await world.by(toldTogether, { deed: newId() })).deeds).toEqual([])
})
