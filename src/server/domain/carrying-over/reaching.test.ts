import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { testDatabase } from '#tests/database.ts'
import { choiceOf, endingPeriod, type Period } from '#tests/period.ts'
import { changeCollaborationReach } from '../collaborations/reaching.ts'
import { readerOf } from '../publications/live/reader.ts'
import type { Reach } from '../people/reach.ts'
import { carryOver } from './carrying.ts'
import { fatesOf, listCarriedInto, listCarriedOver } from './carrying-over.ts'
import { chooseFor } from './choosing.ts'

const db = await testDatabase()
let here: Period
const ended: Partial<Record<Reach, Id>> = {}
const went: Partial<Record<Reach, Id>> = {}
beforeAll(async () => {
  here = await endingPeriod(db)
  const choose = async (id: Id, form: Record<string, string>) => {
    const choice = await choiceOf(db, here.pair, id, form)
    await write(db, here.both, (tx) => chooseFor(tx, here.both, here.pair, choice))
    return id
  }
  for (const reach of ['public', 'parties', 'own'] as const) {
    const end = await here.promise({ title: `Slut ${reach}`, reach })
    ended[reach] = await choose(end.id, { choice: 'end', reason: `Därför, ${reach}` })
    const on = await here.promise({ title: `Vidare ${reach}`, reach })
    went[reach] = await choose(on.id, { choice: 'continue' })
  }
  await write(db, here.both, (tx) => carryOver(tx, here.both, here.pair, {}))
})

const titles = (carried: { earlier: { title: string } }[]) => carried.map(({ earlier }) => earlier.title)
const everything = [
  'Slut public',
  'Vidare public',
  'Slut parties',
  'Vidare parties',
  'Slut own',
  'Vidare own'
]
const ofPublic = ['Slut public', 'Vidare public']

describe('what became of a promise', () => {
  test('is told as far as the promise is', async () => {
    const { visitor, lead, party, reader } = here.people
    const seenBy = async (actor: typeof visitor) =>
      titles(await listCarriedOver(db, actor, here.pair.earlier))
    expect(await seenBy(visitor)).toEqual(ofPublic)
    expect(await seenBy(party)).toEqual([...ofPublic, 'Slut parties'])
    expect(await seenBy(lead)).toEqual([...ofPublic, 'Slut parties', 'Slut own', 'Vidare own'])
    // Reads the earlier one whole; of the one that goes on what is public.
    expect(await seenBy(reader)).toEqual([...ofPublic, 'Slut parties', 'Slut own'])
    expect(await seenBy(here.both)).toEqual(everything)
  })

  test('is told to the same readers from the other side, and in a report', async () => {
    const { visitor, reader } = here.people
    const into = async (actor: typeof visitor) =>
      titles(await listCarriedInto(db, actor, here.pair.successor))
    expect(await into(visitor)).toEqual(ofPublic)
    expect(await into(reader)).toEqual([...ofPublic, 'Slut parties', 'Slut own'])
    const report = readerOf({ audience: 'parties', collaboration_id: here.pair.earlier })
    expect(titles(await listCarriedOver(db, report, here.pair.earlier))).toEqual([
      ...ofPublic,
      'Slut parties'
    ])
  })

  test('a reason is nobody else’s than those who see the promise', async () => {
    expect(await fatesOf(db, here.people.visitor, ended.own!)).toEqual([])
    expect(await fatesOf(db, here.people.visitor, ended.parties!)).toEqual([])
    expect(await fatesOf(db, here.people.visitor, ended.public!)).toMatchObject([
      { reason: 'Därför, public' }
    ])
  })

  test('that it goes on is not told while what goes on is not to be seen', async () => {
    const hide = (reach: Reach, version: number) =>
      write(db, here.both, (tx) =>
        changeCollaborationReach(tx, here.both, here.pair.successor, { reach, version })
      )
    await hide('parties', 1)
    const { visitor } = here.people
    expect(titles(await listCarriedOver(db, visitor, here.pair.earlier))).toEqual(['Slut public'])
    expect(await fatesOf(db, visitor, went.public!)).toEqual([])
  })
})
