import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import { cli } from '../people/actor.ts'
import { createCommitment } from './creating.ts'
import { setLineage } from './lineage.ts'
import { publicNearby, similarNearby } from './similar.ts'

const db = await testDatabase()
let town: Neighbourhood
let own = ''

beforeAll(async () => {
  town = await neighbourhood(db)
  await write(db, cli, async (tx) => {
    const promise = async (collaboration: string, title: string, rest: object = {}) =>
      (await createCommitment(tx, cli, collaboration, { title, ...rest })).id
    own = await promise(town.collaboration.id, 'Läxhjälp tre kvällar i veckan')
    const library = await promise(town.collaboration.id, 'Läxhjälp på biblioteket')
    const again = await promise(town.collaboration.id, 'Läxhjälp på biblioteket, nästa period')
    await setLineage(tx, cli, again, { earlier: library, kind: 'continues' })
    await promise(town.collaboration.id, 'Läxhjälp för personalen', { reach: 'parties' })
    await promise(town.collaboration.id, 'Läxhjälp som lades ned', {
      stage: 'discontinued',
      stage_reason: 'Ingen kom'
    })
    await promise(town.collaboration.id, 'Trygghetsvandring i november', {
      wording: 'Med läxhjälpens ledare'
    })
    await promise(town.another.id, 'Läxhjälp i en annan stadsdel')
  })
})

const titles = async (words: string, area: 'main' | 'other', except?: string) =>
  (await similarNearby(db, { words, areas: [town.areas[area]], except: except ?? null })).map(
    ({ title }) => title
  )

describe('similar nearby', () => {
  test('is what is public, goes on, and is about the same here, once; by its title first', async () =>
    expect(await titles('Vi ordnar läxhjälp efter skolan', 'main')).toEqual([
      'Läxhjälp på biblioteket',
      'Läxhjälp tre kvällar i veckan',
      'Trygghetsvandring i november'
    ]))
  test('is of the place that is asked about', async () =>
    expect(await titles('läxhjälp', 'other')).toEqual(['Läxhjälp i en annan stadsdel']))
  test('is never itself', async () => expect(await titles('läxhjälp', 'main', own)).toHaveLength(2))
  test.each(['', '   ', 'och att det', `'; drop table x; --`, '🙂'])('of “%s” is nothing', async (words) =>
    expect(await titles(words, 'main')).toEqual([])
  )
})

test('what is public nearby is there to be compared without asking for words', async () => {
  const nearby = await publicNearby(db, { areas: [town.areas.main], except: own })
  expect(nearby.map(({ title, wording }) => [title, wording])).toEqual([
    ['Trygghetsvandring i november', 'Med läxhjälpens ledare'],
    ['Läxhjälp på biblioteket', null]
  ])
})
