import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { preparedRound } from '#tests/prepared-round.ts'
import { holderOf } from '#tests/round.ts'
import { cli } from '../people/actor.ts'

const db = await testDatabase()
beforeEach(() => setClock(new Date('2026-12-01T09:00:00Z')))
afterEach(() => setClock(null))
const asCli = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
const messages = async () => (await db.selectFrom('message').select('id').execute()).length

describe('another answers instead', () => {
  test('while it is prepared the thing is moved, and whoever is left with nothing is not in it', async () => {
    const { police, housing, party, plan, hand } = await preparedRound(db)
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
    const { police, housing, party, hand, open } = await preparedRound(db)
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
    const { housing, party, hand, open, round } = await preparedRound(db)
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
    const { police, housing, party, hand, open, send } = await preparedRound(db)
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
