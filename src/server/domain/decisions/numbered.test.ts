import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { cli, visitor } from '../people/actor.ts'
import { addDecision } from './decisions.ts'
import { listRegister } from './register.ts'

const db = await testDatabase()
const made = {
  ks: { body: 'Kommunstyrelsen', decided_on: '2025-03-14', section: '12', case_number: 'KS 2025-00123' },
  board: { body: 'Socialnämnden', decided_on: '2026-02-02', section: '12 a', case_number: 'SN/2026:45' },
  plain: { body: 'Styrgruppen', decided_on: '2025-05-01', section: '71/2025', case_number: '12/2025' },
  old: { body: 'Nämnden', decided_on: '2018-01-19', section: '4', case_number: 'FOFN 2018-00020 1.1.6.2' }
}
type Name = keyof typeof made

beforeAll(async () => {
  const { collaboration } = await makePromise(db, [])
  for (const decision of Object.values(made))
    await write(db, cli, (tx) => addDecision(tx, cli, collaboration, decision))
})

const found = async (number: string): Promise<Name[]> => {
  const rows = await listRegister(db, visitor, { number })
  const names = Object.keys(made) as Name[]
  return names.filter((name) => rows.some(({ body }) => body === made[name].body))
}

describe('a decision is found by its number as it is typed', () => {
  test.each<[string, Name[]]>([
    ['KS 2025-00123', ['ks']],
    ['ks2025-00123', ['ks']],
    ['KS 2025–00123', ['ks']],
    ['KS/2025:123', ['ks']],
    [' ks  2025 123 ', ['ks']],
    ['KS 2025\u00a0-\u00a000123', ['ks']],
    ['Dnr KS 2025-00123', ['ks']],
    ['diarienummer: KS 2025-00123', ['ks']],
    ['00123', ['ks']],
    ['123', ['ks']],
    ['2025-00123', ['ks']],
    ['SN 2026/45', ['board']],
    ['sn-2026-45', ['board']],
    ['45/2026', ['board']],
    ['2018-00020', ['old']],
    ['FOFN 2018-00020 1.1.6.2', ['old']],
    ['2018-20', ['old']],
    ['dnr 12/2025', ['ks', 'plain']],
    ['12/2025', ['ks', 'plain']],
    ['2025/12', ['ks', 'plain']]
  ])('case number %s', async (number, names) => expect(await found(number)).toEqual(names))

  test.each<[string, Name[]]>([
    ['§ 12', ['ks', 'board']],
    ['§12', ['ks', 'board']],
    ['§\u00a012', ['ks', 'board']],
    ['12 §', ['ks', 'board']],
    ['12§', ['ks', 'board']],
    ['paragraf 12', ['ks', 'board']],
    ['Par. 12', ['ks', 'board']],
    ['§ 12 a', ['board']],
    ['12a §', ['board']],
    ['§ 71', ['plain']],
    ['§ 71/2025', ['plain']],
    ['§ 12/2025', ['ks']],
    ['§ 12 2026', ['board']],
    ['Kommunstyrelsen § 12', ['ks']],
    ['§ 12, KS 2025-00123', ['ks']],
    ['§ 4', ['old']],
    ['4', ['old']],
    ['§ 1', []],
    ['§ 120', []]
  ])('section %s', async (number, names) => expect(await found(number)).toEqual(names))

  test.each(['%', '_', '\\', '§', "'", 'KS 2024-00123', '§ 12 Styrgruppen'])('not by %s', async (number) =>
    expect(await found(number)).toEqual([])
  )
})
