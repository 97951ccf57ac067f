import { beforeEach, describe, expect, test } from 'vitest'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { setClock } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { cli } from '#server/domain/people/actor.ts'
import { testDatabase } from '#tests/database.ts'
import { askAgain, makePromise, tell } from '#tests/publications/promise.ts'
import type { Reach } from '../../people/reach.ts'
import { createPublication } from '../composing.ts'
import type { NewBlock } from '../fields.ts'
import { contentOf } from '../freezing.ts'
import { findPublicationById } from '../publications.ts'
import { publish } from '../editions/publishing.ts'
import type { ChangesFacts } from '../facts.ts'

const db = await testDatabase()
let promise: Awaited<ReturnType<typeof makePromise>>

beforeEach(async () => {
  promise = await makePromise(db, [
    { title: 'Frukost', told: { done: 'Varje dag.', figures: [{ unit: 'frukostar', value: 100 }] } },
    { title: 'Torgdag' },
    { title: 'HEMLIGT', reach: 'parties', told: { done: 'HEMLIGT' } }
  ])
})

const whole: NewBlock[] = (['totals', 'quarter', 'deeds', 'figures', 'parties', 'changes'] as const).map(
  (kind) => ({ kind })
)
const report = (slug: string, blocks = whole, reach: Reach = 'public', template = 'half_year') =>
  write(db, cli, (tx) =>
    createPublication(tx, cli, {
      ...{ collaboration: promise.collaboration, template, title: slug, slug, blocks, reach }
    })
  )
let minute = 0
/** In June, before what is told in July; each a minute after the one before. */
async function publishNow(id: Id, note?: string) {
  setClock(new Date(Date.UTC(2026, 5, 15, 10, minute++)))
  const number = await write(db, cli, (tx) => publish(tx, cli, id, note ? { note } : {}))
  setClock(null)
  return number
}
async function changesIn(id: Id): Promise<ChangesFacts> {
  const { blocks } = await contentOf(db, await findPublicationById(db, cli, id))
  const block = blocks.find(({ kind }) => kind === 'changes')
  if (block?.kind !== 'changes') throw new Error('no such block')
  return block.facts
}

/** The market day is told of, another promise is made, one party comes and the first goes. */
async function timePasses(): Promise<void> {
  const [, market = ''] = promise.commitments
  const again = await askAgain(db, promise, [market])
  await tell(
    db,
    { ...promise, ...again },
    { commitment: market, item: again.items.get(market) ?? '', audience: 'public' },
    { done: 'Det blev två.', degree: 'mostly', at: '2026-07-01', figures: [{ unit: 'frukostar', value: 20 }] }
  )
  await write(db, cli, async (tx) => {
    const id = newId()
    await tx
      .insertInto('organisation')
      .values({ id, slug: id, name: 'Ny förening', kind: 'association' })
      .execute()
    await tx
      .insertInto('party')
      .values({ id: newId(), collaboration_id: promise.collaboration, organisation_id: id, role: 'party' })
      .execute()
    await tx
      .updateTable('party')
      .set({ to_day: '2026-01-31' })
      .where('collaboration_id', '=', promise.collaboration)
      .where('organisation_id', '=', promise.maker)
      .execute()
    await tx
      .insertInto('commitment')
      .values({
        ...{ id: newId(), collaboration_id: promise.collaboration, number: 9, title: 'Läxhjälp' },
        ...{ lead_id: promise.maker, stage: 'agreed', audience: 'public' }
      })
      .execute()
  })
}

describe('what has changed', () => {
  test('is nothing to tell before there is a report to compare with', async () => {
    expect(await changesIn(await report('forsta'))).toMatchObject({ since: null, totals: null })
  })

  test('is told since the last edition: degrees, deeds, promises, parties, sums', async () => {
    const id = await report('forsta')
    await publishNow(id)
    expect(await changesIn(id)).toMatchObject({
      degrees: [],
      deeds: [],
      promised: [],
      joined: [],
      left: [],
      sums: []
    })
    await timePasses()
    expect(await changesIn(id)).toMatchObject({
      since: { kind: 'edition', slug: 'forsta', number: 1 },
      totals: { before: { carriedOut: 1, of: 2 }, now: { carriedOut: 2, of: 2 } },
      degrees: [{ title: 'Torgdag', before: null, now: 'mostly' }],
      deeds: [{ title: 'Torgdag', lead: 'Ett bolag' }],
      promised: [{ title: 'Läxhjälp' }],
      joined: [{ name: 'Ny förening' }],
      left: [{ name: 'Ett bolag' }],
      sums: [{ unit: 'frukostar', before: { value: 100 }, now: { value: 120 } }]
    })
  })

  test('is told since the last report of the collaboration where there is no edition yet', async () => {
    await publishNow(await report('forra'))
    await timePasses()
    expect((await changesIn(await report('denna'))).since).toMatchObject({ kind: 'report', slug: 'forra' })
  })

  test('is told since a report, not since a brief, which is compared with a brief too', async () => {
    const brief = (slug: string) => report(slug, whole, 'public', 'brief')
    await publishNow(await brief('kort-1'))
    expect((await changesIn(await report('forst'))).since).toBeNull()
    await publishNow(await report('hel', whole, 'public', 'annual'))
    await publishNow(await brief('kort-2'))
    expect((await changesIn(await report('halvar'))).since).toMatchObject({ slug: 'hel' })
    expect((await changesIn(await brief('kort-3'))).since).toMatchObject({ slug: 'kort-2' })
    const overview = await report('lage', whole, 'public', 'local_overview')
    expect((await changesIn(overview)).since).toMatchObject({ slug: 'hel' })
  })

  test('is compared with what the same readers had, never with what only others were to see', async () => {
    await publishNow(await report('for-parterna', whole, 'parties'))
    expect((await changesIn(await report('for-alla'))).since).toBeNull()
    expect(JSON.stringify(await changesIn(await report('for-alla-2')))).not.toMatch(/HEMLIGT/)
  })

  test('is not compared with what the earlier one did not tell of', async () => {
    await publishNow(await report('kort', [{ kind: 'figures' }]))
    await timePasses()
    const { sums, ...rest } = await changesIn(await report('lang'))
    expect(sums).toHaveLength(1)
    expect(rest).toMatchObject({
      totals: null,
      degrees: null,
      promised: null,
      deeds: null,
      joined: null,
      left: null
    })
  })
})

describe('decisions and what became of the promises', () => {
  test('are told of the report before and of the collaboration, as readers may see them', async () => {
    const decided: NewBlock[] = [
      { kind: 'decisions' },
      { kind: 'decisions', decided: 'report' },
      { kind: 'carried_over' }
    ]
    const id = await report('beslutad', decided)
    await publishNow(id)
    const { id: edition } = await db
      .selectFrom('edition')
      .select('id')
      .where('publication_id', '=', id)
      .executeTakeFirstOrThrow()
    const decide = (body: string, kind: string, subject: Id, reach: Reach = 'public') =>
      write(db, cli, async (tx) => {
        const decision = newId()
        await tx
          .insertInto('decision')
          .values({
            id: decision,
            collaboration_id: promise.collaboration,
            body,
            section: '4',
            reach,
            audience: reach
          })
          .execute()
        await tx
          .insertInto('decision_about')
          .values({ decision_id: decision, subject_kind: kind, subject_id: subject })
          .execute()
      })
    await decide('Nämnden', 'edition', edition)
    await decide('Styrgruppen', 'collaboration', promise.collaboration)
    await decide('HEMLIGT', 'collaboration', promise.collaboration, 'own')
    const { blocks } = await contentOf(db, await findPublicationById(db, cli, id))
    const bodies = blocks.map((block) =>
      block.kind === 'decisions'
        ? block.facts.decisions.map(({ body, edition }) => [body, edition?.number])
        : []
    )
    expect(bodies).toEqual([
      [
        ['Nämnden', 1],
        ['Styrgruppen', undefined]
      ],
      [['Nämnden', 1]],
      []
    ])
  })

  test('are told by focus area once they have been carried over', async () => {
    const next = await makePromise(db, [{ title: 'Frukost varje dag' }])
    const [earlier_id = '', ended = ''] = promise.commitments
    await write(db, cli, async (tx) => {
      const into = {
        collaboration_id: next.collaboration,
        carried_at: new Date(),
        earlier_version: 1,
        earlier_wording: 0
      }
      const choose = (row: Record<string, unknown>) =>
        tx
          .insertInto('carry_over')
          .values({ id: newId(), ...into, ...row } as never)
          .execute()
      await choose({
        earlier_id,
        choice: 'make_concrete',
        title: 'Frukost varje dag',
        later_id: next.commitments[0]
      })
      await choose({ earlier_id: ended, choice: 'end', reason: 'Torget byggs om.' })
    })
    const { blocks } = await contentOf(
      db,
      await findPublicationById(db, cli, await report('overfort', [{ kind: 'carried_over' }]))
    )
    const [block] = blocks
    expect(block?.kind === 'carried_over' && block.facts).toMatchObject({
      direction: 'onward',
      sum: { continue: 0, make_concrete: 1, end: 1 },
      groups: [
        {
          title: 'Skola',
          items: [
            {
              title: 'Frukost',
              degree: 'fully',
              fate: 'make_concrete',
              later: { title: 'Frukost varje dag' }
            },
            { title: 'Torgdag', degree: null, fate: 'end', reason: 'Torget byggs om.', later: null }
          ]
        }
      ]
    })
  })
})
