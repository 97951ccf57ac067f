import { beforeAll, describe, expect, test } from 'vitest'
import { listChain } from '#server/domain/decisions/about.ts'
import { listRegister } from '#server/domain/decisions/register.ts'
import { visitor } from '#server/domain/people/actor.ts'
import { findEdition, listPublished } from '#server/domain/publications/editions/editions.ts'
import { loadWorld } from '#story/load.ts'
import { world } from '#story/world.ts'
import { freshDatabase } from '#tests/database.ts'
import { secrets } from '#tests/round.ts'

const { db } = await freshDatabase()
const annual = 'arsrapport-exempelkvarteret-2025'
const halfYear = 'halvarsrapport-exempelkvarteret-2026'
const brief = 'exempelkvarteret-pa-en-sida'

beforeAll(() => loadWorld(db, secrets, world), 60_000)

describe('Exempelkvarteret has reports to find', () => {
  test('this year’s and last year’s, made up and saying so', async () => {
    const found = await listPublished(db, visitor, { area: 'exempelkvarteret' })
    expect(found.map(({ slug, day, invented }) => [slug, day, invented])).toEqual([
      [brief, '2026-09-04', true],
      [halfYear, '2026-08-14', true],
      [annual, '2026-02-20', true]
    ])
  })

  test('one that was published in the summer knows nothing of the autumn’s answers', async () => {
    const { content } = await findEdition(db, visitor, halfYear)
    const [totals] = content.blocks.flatMap((block) => (block.kind === 'totals' ? [block.facts] : []))
    expect(totals?.round?.name).toBe('Våren 2026')
    expect(content.frozen.day).toBe('2026-08-14')
  })

  test('the year before in figures of its own', async () => {
    const { content } = await findEdition(db, visitor, annual)
    const [totals] = content.blocks.flatMap((block) => (block.kind === 'totals' ? [block.facts] : []))
    expect(totals?.computed).toEqual({ carriedOut: 6, begun: 1, unanswered: 0, of: 8 })
  })

  test('one page with what was decided of it, where it went then, and the reports it rests on', async () => {
    const { id, content } = await findEdition(db, visitor, brief)
    const chain = await listChain(db, visitor, id)
    expect(chain.map(({ kind, body, section }) => [kind, body, section])).toEqual([
      ['decision', 'Exempelnämnden', '57'],
      ['proposal', 'Kommunstyrelsen i Exempelstaden', null]
    ])
    const annexes = content.blocks.flatMap((block) => (block.kind === 'annexes' ? block.facts.annexes : []))
    expect(annexes.map(({ publication }) => publication?.slug)).toEqual([halfYear, annual])
  })

  test('and each is found by its case number', async () => {
    const found = await listRegister(db, visitor, { number: 'EX 2026-0004' })
    expect(found.map(({ about }) => about)).toMatchObject([{ kind: 'publication', slug: annual }])
  })
})
