import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import { visitor, type Actor } from '../people/actor.ts'
import { findCommitment } from './commitments.ts'
import { createCommitment } from './creating.ts'
import type { NewCommitment } from './fields.ts'
import { setLineage } from './lineage.ts'
import { reword } from './wording.ts'

const db = await testDatabase()
let here: Neighbourhood
let coordinator: Actor
beforeAll(async () => {
  here = await neighbourhood(db)
  coordinator = here.people.coordinator
})

const promise = (given: NewCommitment, actor: Actor = coordinator, place = here.collaboration) =>
  write(db, actor, (tx) => createCommitment(tx, actor, place.id, given))
const read = (number: number, actor: Actor = visitor) =>
  findCommitment(db, actor, here.collaboration.slug, number)

describe('a commitment is read', () => {
  test('with its words, the latest first, and who carries it', async () => {
    const { id, number } = await promise({
      title: 'Läxhjälp',
      wording: 'Ett.',
      lead_id: here.organisations.lead
    })
    await write(db, coordinator, (tx) => reword(tx, coordinator, id, { wording: 'Två.', wording_number: 1 }))
    expect(await read(number)).toMatchObject({
      title: 'Läxhjälp',
      owner: { slug: 'bolaget' },
      areas: [{ slug: 'backa' }],
      wordings: [{ wording: 'Två.' }, { wording: 'Ett.' }]
    })
  })

  test('by those it reaches only; others find nothing there', async () => {
    const parties = await promise({ title: 'Bara vi', reach: 'parties' })
    const own = await promise({ title: 'Bara de', reach: 'own', lead_id: here.organisations.lead })
    await expect(read(parties.number)).rejects.toThrow(NotFound)
    await expect(read(parties.number, here.people.party)).resolves.toMatchObject({ title: 'Bara vi' })
    await expect(read(own.number, here.people.party)).rejects.toThrow(NotFound)
    await expect(read(own.number, here.people.lead)).resolves.toMatchObject({ title: 'Bara de' })
  })

  test('with what it comes from, where the reader sees that', async () => {
    const administrator = here.people.administrator
    const inner = await promise({ title: 'Internt', reach: 'own' }, administrator, here.another)
    const open = await promise({ title: 'Öppet' }, administrator, here.another)
    const { id, number } = await promise({ title: 'Nu' })
    await write(db, administrator, async (tx) => {
      await setLineage(tx, administrator, id, { earlier: inner.id, kind: 'continues' })
      await setLineage(tx, administrator, id, { earlier: open.id, kind: 'continues' })
    })
    expect((await read(number)).earlier.map(({ title }) => title)).toEqual(['Öppet'])
    expect((await read(number, administrator)).earlier).toHaveLength(2)
  })
})

describe('a party', () => {
  test('proposes one of its own, seen by the parties and not yet agreed', async () => {
    const { lead } = here.people
    const { number } = await promise(
      { title: 'Vårt', stage: 'agreed', lead_id: here.organisations.lead },
      lead
    )
    expect(await read(number, coordinator)).toMatchObject({ stage: 'proposed', audience: 'parties' })
    await expect(promise({ title: 'Deras', lead_id: here.organisations.party }, lead)).rejects.toMatchObject({
      errors: { organisation_id: 'not_yours' }
    })
  })

  test('words its proposal, but not what is agreed', async () => {
    const { lead } = here.people
    const words = { wording: 'Så här.', wording_number: 0 }
    const proposal = await promise({ title: 'Vårt', lead_id: here.organisations.lead }, lead)
    await write(db, lead, (tx) => reword(tx, lead, proposal.id, words))
    const agreed = await promise({ title: 'Bestämt', stage: 'agreed', lead_id: here.organisations.lead })
    await expect(write(db, lead, (tx) => reword(tx, lead, agreed.id, words))).rejects.toThrow(NotAllowed)
  })
})
