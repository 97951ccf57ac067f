import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { cli, visitor } from '../people/actor.ts'
import { search } from '../search/search.ts'
import { addDecision, removeDecision } from './decisions.ts'
import type { NewDecision } from './fields.ts'
import { listRegister, listRegisterShelves, type RegisterFilter } from './register.ts'

const db = await testDatabase()
let first = ''

beforeAll(async () => {
  const { collaboration, commitments } = await makePromise(db, [
    { title: 'Frukost' },
    { title: 'HEMLIGT', reach: 'own' }
  ])
  const add = (decision: NewDecision, commitment?: string) =>
    write(db, cli, (tx) =>
      addDecision(
        tx,
        cli,
        collaboration,
        decision,
        commitment ? { kind: 'commitment', id: commitment } : undefined
      )
    )
  first = await add({
    ...{ body: 'Fritids- och folkhälsonämnden', decided_on: '2018-01-19', section: '4' },
    ...{ case_number: 'FOFN 2018-00020 1.1.6.2', adjusted_on: '2018-01-23', posted_on: '2018-01-24' },
    ...{ wording: 'Nämnden godkänner rapporten.', sent_to: 'Kommunstyrelsen, för kännedom' }
  })
  await add({
    kind: 'proposal',
    body: 'Kommunstyrelsen',
    decided_on: '2018-02-02',
    case_number: 'KS 2018-00103'
  })
  await add({ body: 'Styrgruppen', section: '§ 14' }, commitments[0])
  await add({ body: 'Ledningsgruppen', reach: 'own', case_number: 'HEMLIGT 1' }, commitments[1])
})

const bodies = async (filter: RegisterFilter) =>
  (await listRegister(db, visitor, filter)).map(({ body }) => body)

describe('the register of decisions', () => {
  test('holds what everyone may see, the latest first, with all that was said', async () => {
    expect(await bodies({})).toEqual(['Kommunstyrelsen', 'Fritids- och folkhälsonämnden', 'Styrgruppen'])
    const [board] = await listRegister(db, visitor, { id: first })
    expect(board).toMatchObject({
      ...{ kind: 'decision', decided_on: '2018-01-19', adjusted_on: '2018-01-23', posted_on: '2018-01-24' },
      ...{ sent_to: 'Kommunstyrelsen, för kännedom', about: null, public: true }
    })
    expect(await listRegister(db, cli)).toHaveLength(4)
  })

  test('leads to what was decided about', async () => {
    const [steering] = await listRegister(db, visitor, { body: 'Styrgruppen' })
    expect(steering?.about).toMatchObject({ kind: 'commitment', number: 1, title: 'Frukost' })
  })

  test.each([
    ['FOFN 2018-00020', 'Fritids- och folkhälsonämnden'],
    ['fofn2018-00020', 'Fritids- och folkhälsonämnden'],
    ['2018-00103', 'Kommunstyrelsen'],
    ['§ 4', 'Fritids- och folkhälsonämnden'],
    ['14 §', 'Styrgruppen'],
    ['4', 'Fritids- och folkhälsonämnden']
  ])('is found by %s', async (number, body) => {
    expect(await bodies({ number })).toContain(body)
  })

  test('is not found by what stands for anything in a pattern, nor by what is not for its reader', async () => {
    expect([await bodies({ number: '%' }), await bodies({ number: 'HEMLIGT 1' })]).toEqual([[], []])
  })

  test('has years and bodies to choose among, of what is seen', async () => {
    expect(await listRegisterShelves(db, visitor)).toEqual({
      years: [2018],
      bodies: ['Fritids- och folkhälsonämnden', 'Kommunstyrelsen', 'Styrgruppen']
    })
    expect(await bodies({ year: 2018, body: 'Kommunstyrelsen' })).toEqual(['Kommunstyrelsen'])
  })
})

describe('search', () => {
  const found = async (question: string) =>
    (await search(db, visitor, question)).hits.filter(({ kind }) => kind === 'decision').map(({ id }) => id)

  test('finds a decision by its case number and by its words', async () => {
    expect(await found('2018-00020')).toEqual([first])
    expect(await found('FOFN 2018-00020 1.1.6.2')).toEqual([first])
    expect(await found('godkänner rapporten')).toEqual([first])
    expect(await found('HEMLIGT')).toEqual([])
  })

  test('finds none that is removed', async () => {
    await write(db, cli, async (tx) => {
      await removeDecision(tx, cli, first)
      await removeDecision(tx, cli, first)
    })
    expect(await found('2018-00020')).toEqual([])
  })
})
