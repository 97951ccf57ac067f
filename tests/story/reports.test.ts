import { beforeAll, describe, expect, test } from 'vitest'
import { listChain } from '#server/domain/decisions/about.ts'
import { listRegister } from '#server/domain/decisions/register.ts'
import { findReader } from '#server/domain/comments/readers.ts'
import { readingOf } from '#server/domain/comments/workbench.ts'
import { findLink } from '#server/domain/links/links.ts'
import { cli, visitor } from '#server/domain/people/actor.ts'
import { findEdition } from '#server/domain/publications/editions/editions.ts'
import { listLatest } from '#server/domain/publications/editions/latest.ts'
import { listBeside, listPublished, listShelves } from '#server/domain/publications/editions/listing.ts'
import { findPublication } from '#server/domain/publications/publications.ts'
import { templateNames } from '#server/domain/publications/templates.ts'
import { listDemonstrationLinks } from '#server/domain/sign-in/demonstration-links.ts'
import { loadWorld } from '#story/load.ts'
import { world } from '#story/world.ts'
import { freshDatabase } from '#tests/database.ts'
import { secrets } from '#tests/round.ts'

const { db } = await freshDatabase()
const annual = 'arsrapport-exempelkvarteret-2025'
const halfYear = 'halvarsrapport-exempelkvarteret-2026'
const overview = 'fritid-i-exempelkvarteret'
const brief = 'exempelkvarteret-pa-en-sida'

beforeAll(() => loadWorld(db, secrets, world), 60_000)

describe('Exempelkvarteret has reports to find', () => {
  test('this year’s and last year’s, made up and saying so', async () => {
    const found = await listPublished(db, visitor, { area: 'exempelkvarteret' })
    expect(found.map(({ slug, day, invented }) => [slug, day, invented])).toEqual([
      [overview, '2026-10-09', true],
      [brief, '2026-09-04', true],
      [halfYear, '2026-08-14', true],
      [annual, '2026-02-20', true]
    ])
  })

  test('listed by the years they tell of, and each leads to the one before and after', async () => {
    const slugs = async (year: number) =>
      (await listPublished(db, visitor, { year, area: 'exempelkvarteret' })).map(({ slug }) => slug)
    expect([await slugs(2025), await slugs(2026)]).toEqual([[annual], [overview, brief, halfYear]])
    const followUp = (await listPublished(db, visitor, { year: 2024 }))[0]
    expect(followUp).toMatchObject({ year: 2025, period: { from: '2024-02-27', to: '2025-12-31' } })
    expect((await listShelves(db, visitor)).years).toEqual([2026, 2025, 2024])
    const beside = async (slug: string) => {
      const { before, after } = await listBeside(db, visitor, await findPublication(db, visitor, slug))
      return [before?.slug ?? null, after?.slug ?? null]
    }
    expect(await beside(halfYear)).toEqual([annual, null])
    expect(await beside(annual)).toEqual([null, halfYear])
  })

  test('several collaborations are among the latest', async () => {
    const of = (await listLatest(db, visitor, 4, null, 1)).map(({ collaboration }) => collaboration)
    expect(new Set(of).size).toBe(of.length)
    expect(of.length).toBeGreaterThan(2)
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

  test('one for each template that there is', async () => {
    const rows = await db.selectFrom('publication').select('template').distinct().execute()
    expect(rows.map(({ template }) => template).sort()).toEqual([...templateNames].sort())
  })

  test('and a draft that is being read: one objects, one has been answered, one approves, one is silent', async () => {
    const draft = await findPublication(db, cli, 'halvarsrapport-exempelkvarteret-hosten-2026')
    const { asked, comments } = await readingOf(db, cli, draft)
    expect(asked).toBe(4)
    expect(
      comments.map(({ kind, block_id, settled_at }) => [kind, block_id !== null, settled_at !== null])
    ).toEqual([
      ['objection', true, false],
      ['comment', false, false],
      ['comment', true, true]
    ])
  })

  test('whose links, and those to answer by, can be opened in the demonstration', async () => {
    const { reading, answering } = await listDemonstrationLinks(db, secrets)
    expect(reading.map(({ who }) => who.split(',')[0])).toEqual([
      'Biträdande rektor',
      'Kommunpolis',
      'Föreståndare',
      'Ledamot i Exempelnämnden'
    ])
    for (const { token } of reading) expect((await findReader(db, token)).state).toBe('open')
    expect(answering).toHaveLength(12)
    for (const { token } of answering) expect((await findLink(db, token)).state).toBe('open')
  })
})
