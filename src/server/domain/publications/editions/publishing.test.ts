import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cli, visitor } from '#server/domain/people/actor.ts'
import { setClock } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { addBlock } from '../blocks/blocks.ts'
import { createPublication } from '../composing.ts'
import type { Content, FactsOf, FrozenBlock } from '../content.ts'
import { findEdition } from './editions.ts'
import { listPublished } from './listing.ts'
import { leavingReasons, leftOutOf } from '../leaving-out.ts'
import { findPublication, findPublicationById, listBlocks, listPublicationsOf } from '../publications.ts'
import { publish } from './publishing.ts'

const db = await testDatabase()
const slug = 'sa-gick-det'
const nothingLeft = Object.fromEntries(leavingReasons.map((reason) => [reason, 0]))
let promise: Awaited<ReturnType<typeof makePromise>>
let publication: Id

beforeAll(async () => {
  promise = await makePromise(db, [
    {
      title: 'Frukost',
      told: {
        done: 'Frukost varje dag.',
        figures: [
          { unit: 'frukostar', value: 1000 },
          { unit: 'samtal', qualifier: 'words', words: 'flera hundra', rule: 'never' }
        ]
      }
    },
    {
      title: 'Läxhjälp',
      told: {
        done: 'Egna ord.',
        wording: 'Redigerade ord.',
        highlight: true,
        figures: [{ unit: 'frukostar', value: 20, qualifier: 'over' }]
      }
    },
    { title: 'Torgdag', onTheWay: true, told: { done: 'Det blev en torgdag.', degree: 'unstated' } },
    { title: 'Cykelkurs', told: { degree: 'not_carried_out', reason: 'Ingen lokal fanns.' } },
    { title: 'Nattvandring', stage: 'discontinued' },
    {
      title: 'HEMLIGT dellöfte',
      reach: 'own',
      told: { done: 'HEMLIGT svar.', figures: [{ unit: 'HEMLIGA ting', value: 5 }] }
    },
    {
      title: 'Stilla arbete',
      told: { done: 'HEMLIGT men godkänt.', contributed: 'HEMLIGT bidrag', publishable: false }
    },
    { title: 'Väntar', told: { done: 'HEMLIGT och inte läst.', state: 'submitted' } },
    { title: 'Bollspel', reach: 'parties', told: { done: 'HEMLIGT för andra än parter.' } }
  ])
})

beforeEach(async () => {
  setClock(new Date('2026-03-14T10:00:00Z'))
  publication = await write(db, cli, (tx) =>
    createPublication(tx, cli, {
      collaboration: promise.collaboration,
      template: 'final_follow_up',
      title: 'Så gick det',
      slug
    })
  )
})
afterEach(() => setClock(null))

const publishNow = (more = {}) => write(db, cli, (tx) => publish(tx, cli, publication, more))
const factsOf = <K extends FrozenBlock['kind']>({ blocks }: Content, kind: K) =>
  blocks.flatMap((block) => (block.kind === kind && 'facts' in block ? [block.facts as FactsOf<K>] : []))

describe('a publication from the template', () => {
  test('has its blocks in order, with what the collaboration already says of itself', async () => {
    const blocks = await listBlocks(db, publication)
    const opening = ['prose', 'totals', 'prose', 'quarter', 'completion']
    const perFocusArea = ['prose', 'aims', 'deeds', 'assessment']
    const added = ['together', 'figures', 'not_carried_out', 'beyond', 'contribution', 'assessment']
    const closing = ['prose', 'carried_over', 'next_period', 'parties', 'documents', 'annexes']
    expect(blocks.map(({ kind }) => kind)).toEqual([...opening, ...perFocusArea, ...added, ...closing])
    expect(blocks.flatMap(({ prose }) => prose ?? [])).toEqual([
      'Ett tryggare område.',
      'Alla ska klara skolan.'
    ])
  })

  test('sent twice is made once, and never takes the address of another', async () => {
    const again = { collaboration: promise.collaboration, template: 'final_follow_up' as const, slug }
    const create = (title: string) => write(db, cli, (tx) => createPublication(tx, cli, { ...again, title }))
    expect(await create('Så gick det')).toBe(publication)
    await expect(create('En annan')).rejects.toThrow(Invalid)
  })

  test('without an address of its own gets one from its title, once', async () => {
    const made = {
      collaboration: promise.collaboration,
      template: 'final_follow_up' as const,
      title: 'Ett år till',
      slug: ''
    }
    const create = () => write(db, cli, (tx) => createPublication(tx, cli, made))
    const [first, again] = [await create(), await create()]
    expect(again).toBe(first)
    const row = db.selectFrom('publication').select('slug').where('id', '=', first)
    expect(await row.executeTakeFirst()).toEqual({ slug: 'ett-ar-till' })
  })

  test('is not to be read until it is published', async () => {
    await expect(findEdition(db, visitor, slug)).rejects.toThrow(NotFound)
    await publishNow()
    expect((await findEdition(db, visitor, slug)).content.title).toBe('Så gick det')
    expect((await listPublished(db, visitor)).map((listed) => [listed.slug, listed.day])).toEqual([
      [slug, '2026-03-14']
    ])
  })
})

describe('what is published', () => {
  test('holds nothing that its readers may not see, whoever publishes', async () => {
    await publishNow()
    const { content } = await findEdition(db, visitor, slug)
    expect(JSON.stringify(content)).not.toMatch(/HEMLIG/)
  })

  test('for the parties holds what they may see and no more', async () => {
    const inner = await write(db, cli, (tx) =>
      createPublication(tx, cli, {
        collaboration: promise.collaboration,
        template: 'final_follow_up',
        title: 'Till parterna',
        slug: 'till-parterna',
        reach: 'parties'
      })
    )
    await write(db, cli, (tx) => publish(tx, cli, inner))
    const { content } = await findEdition(db, cli, 'till-parterna')
    expect(JSON.stringify(content).match(/HEMLIG[^"]*/g)).toEqual(['HEMLIGT för andra än parter.'])
    await expect(findEdition(db, visitor, 'till-parterna')).rejects.toThrow(NotFound)
  })

  test('stays with those it was frozen for when the publication gets more readers', async () => {
    const inner = await write(db, cli, (tx) =>
      createPublication(tx, cli, {
        collaboration: promise.collaboration,
        template: 'final_follow_up',
        title: 'Till parterna',
        slug: 'till-parterna',
        reach: 'parties'
      })
    )
    await write(db, cli, (tx) => publish(tx, cli, inner))
    await write(db, cli, (tx) =>
      tx
        .updateTable('publication')
        .set({ reach: 'public', audience: 'public' })
        .where('id', '=', inner)
        .execute()
    )
    await expect(findEdition(db, visitor, 'till-parterna')).rejects.toThrow(NotFound)
    await expect(findPublication(db, visitor, 'till-parterna')).rejects.toThrow(NotFound)
    expect(await listPublished(db, visitor)).toEqual([])
    expect(await listPublicationsOf(db, visitor, promise.collaboration)).toEqual([])
  })

  test('tells the editor what is left out and why', async () => {
    const blocks = await listBlocks(db, publication)
    const { whole, of } = await leftOutOf(db, await findPublicationById(db, cli, publication), blocks)
    const told = { commitments: 2, notPublishable: 1, answers: 2, waiting: 1 }
    expect(whole).toEqual({ ...nothingLeft, ...told })
    const deeds = blocks.find(({ kind }) => kind === 'deeds')?.id ?? ''
    expect(of[deeds]).toEqual({ ...nothingLeft, ...told, commitments: 0 })
    const parties = blocks.find(({ kind }) => kind === 'parties')?.id ?? ''
    expect(of[parties]).toEqual(nothingLeft)
  })

  test('tells the editor of a block what is left out of just that, as it is set', async () => {
    const other = await write(db, cli, async (tx) => {
      const id = newId()
      await tx
        .insertInto('objective')
        .values({ id, collaboration_id: promise.collaboration, kind: 'focus_area', sort: 2, title: 'Fritid' })
        .execute()
      const block = { kind: 'deeds' as const, objective: id }
      return addBlock(tx, cli, publication, block)
    })
    const { of } = await leftOutOf(
      db,
      await findPublicationById(db, cli, publication),
      await listBlocks(db, publication)
    )
    expect(of[other]).toEqual(nothingLeft)
  })

  test('counts against all that was agreed, and tells each deed in its public words', async () => {
    await publishNow()
    const { content } = await findEdition(db, visitor, slug)
    const counted = { carriedOut: 2, begun: 0, unanswered: 0, waiting: 2, of: 6 }
    expect(factsOf(content, 'totals')[0]?.computed).toEqual(counted)
    const deeds = factsOf(content, 'deeds')[0]?.groups.flatMap((group) => group.deeds)
    expect(deeds?.map(({ title, text }) => [title, text])).toEqual([
      ['Läxhjälp', 'Redigerade ord.'],
      ['Frukost', 'Frukost varje dag.']
    ])
    expect(deeds?.[1]).toMatchObject({ lead: 'Ett bolag', places: ['Platsen'] })
    expect(factsOf(content, 'beyond')[0]?.deeds.map(({ title }) => title)).toEqual(['Torgdag'])
    expect(factsOf(content, 'not_carried_out')[0]?.items.map(({ title, reason }) => [title, reason])).toEqual(
      [
        ['Cykelkurs', 'Ingen lokal fanns.'],
        ['Nattvandring', 'Pengarna tog slut.']
      ]
    )
  })

  test('adds only what adds up, and keeps the weakest qualifier', async () => {
    await publishNow()
    const [figures] = factsOf((await findEdition(db, visitor, slug)).content, 'figures')
    expect(figures?.sums).toEqual([
      { unit: 'frukostar', soFar: false, value: 1020, qualifier: 'over', of: 2 }
    ])
    expect(figures?.listed.map(({ unit, figures: [first] }) => [unit, first?.words])).toEqual([
      ['samtal', 'flera hundra']
    ])
  })
})
