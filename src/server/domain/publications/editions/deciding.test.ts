import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { Conflict, Gone, Invalid, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { madeOf, sendNow, someFiles } from '#tests/publications/made.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { rolesRound } from '#tests/publications/roles.ts'
import { listDecisions } from '../../decisions/decisions.ts'
import type { NewDecision } from '../../decisions/fields.ts'
import { cli, visitor, type Actor } from '../../people/actor.ts'
import { listPublicPages } from '../../search/public-pages.ts'
import { search } from '../../search/search.ts'
import { addBlock } from '../blocks/blocks.ts'
import { createPublication } from '../composing.ts'
import { decideEdition, moveInChain, readDeciding } from './deciding.ts'
import { findEdition, listEditions } from './editions.ts'
import { listPublished } from './listing.ts'
import { findFile, listFiles, readFacts } from './files.ts'
import { listLatest } from './latest.ts'
import { findPublication, listPublicationsOf } from '../publications.ts'
import { keepUnpublished, publish, publishDue, publishEdition } from './publishing.ts'
import { sendForDecision } from './sending.ts'
import { sendBack, withdraw } from './withdrawing.ts'

const db = await testDatabase()
const slug = 'sa-gick-det'
let publication: Id
let collaboration: Id
let reader: Actor

const act = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
const at = (time: string) => setClock(new Date(time))
const now = { edition: 1, day: null, time: null }
const board: NewDecision = {
  body: 'Fritids- och folkhälsonämnden',
  decided_on: '2026-03-13',
  section: '4',
  case_number: 'FOFN 2026-00020'
}

/** Everywhere that a reader can come upon it. */
async function foundBy(actor: Actor) {
  const page = await findEdition(db, actor, slug).then(
    ({ number }) => number,
    () => null
  )
  return {
    page,
    list: (await listPublished(db, actor)).map(({ number }) => number),
    latest: (await listLatest(db, actor, 4)).length,
    ofCollaboration: (await listPublicationsOf(db, actor, collaboration)).filter(({ published }) => published)
      .length,
    search: (await search(db, actor, 'gick')).hits.filter(({ kind }) => kind === 'publication').length,
    map: (await listPublicPages(db, 100)).filter(({ kind }) => kind === 'publication').length
  }
}
const nowhere = { page: null, list: [], latest: 0, ofCollaboration: 0, search: 0, map: 0 }
const everywhere = (number: number) => ({
  ...{ page: number, list: [number], latest: 1, ofCollaboration: 1, search: 1, map: 1 }
})

beforeEach(async () => {
  at('2026-03-14T10:00:00Z')
  const promise = await makePromise(db, [{ title: 'Frukost', told: { done: 'Frukost varje dag.' } }])
  collaboration = promise.collaboration
  reader = rolesRound(collaboration, promise.maker)['reader of the collaboration']
  publication = await act((tx) =>
    createPublication(tx, cli, { collaboration, template: 'final_follow_up', title: 'Så gick det', slug })
  )
})
afterEach(() => setClock(null))

describe('sending for decision', () => {
  test('freezes an edition with its three files, that readers do not have yet', async () => {
    expect(await sendNow(db, publication)).toBe(1)
    expect(await readDeciding(db, cli, publication)).toMatchObject({
      ...{ number: 1, state: 'for_decision', frozen_on: '2026-03-14', published_on: null },
      files: [
        { format: 'html', size: 10, told: [] },
        { format: 'pdf', size: 5, told: ['Ett tecken är ersatt.'] },
        { format: 'docx', size: 6 }
      ]
    })
    const [, pdf] = (await readDeciding(db, cli, publication))?.files ?? []
    expect(pdf?.sha256).toBe(createHash('sha256').update(someFiles().pdf.bytes).digest('hex'))
    expect(await foundBy(visitor)).toEqual(nowhere)
    await expect(findEdition(db, visitor, slug, 1)).rejects.toThrow(NotFound)
    expect((await findEdition(db, reader, slug, 1)).number).toBe(1)
    expect(await findFile(db, visitor, slug, 'pdf', 1)).toBeNull()
    expect((await findFile(db, reader, slug, 'pdf', 1))?.kept).toMatchObject({ size: 5 })
  })

  test('freezes facts that can be passed on as they are kept', async () => {
    await sendNow(db, publication)
    const { id, content, sha256 } = await findEdition(db, reader, slug, 1)
    expect(JSON.parse(await readFacts(db, id))).toEqual(content)
    expect(await findFile(db, reader, slug, 'pdf', 1)).toMatchObject({ id, sha256 })
    await expect(readFacts(db, newId())).rejects.toThrow(NotFound)
  })

  test('keeps nothing when the report has changed since its files were made', async () => {
    const made = await madeOf(db, publication)
    await act((tx) => addBlock(tx, cli, publication, { kind: 'prose', prose: 'Nytt.' }))
    await expect(act((tx) => sendForDecision(tx, cli, publication, {}, made))).rejects.toThrow(Conflict)
    expect(await readDeciding(db, cli, publication)).toBeNull()
    expect(await db.selectFrom('edition_file').selectAll().execute()).toEqual([])
  })

  test('twice by the same form makes one', async () => {
    const made = await madeOf(db, publication)
    const send = () => act((tx) => sendForDecision(tx, cli, publication, { number: 1 }, made))
    expect([await send(), await send()]).toEqual([1, 1])
    expect(await listEditions(db, cli, publication)).toHaveLength(1)
  })

  test('again takes the place of what waited, which stays as it was', async () => {
    await sendNow(db, publication)
    await act((tx) => publishEdition(tx, cli, publication, { ...now, day: '2026-04-01' }))
    await act((tx) => addBlock(tx, cli, publication, { kind: 'prose', prose: 'Tillagt.' }))
    expect(await sendNow(db, publication)).toBe(2)
    at('2026-04-02T10:00:00Z')
    expect(await publishDue(db)).toBe(0)
    await expect(act((tx) => publishEdition(tx, cli, publication, now))).rejects.toThrow(Conflict)
    expect(JSON.stringify((await findEdition(db, cli, slug, 1)).content)).not.toContain('Tillagt.')
  })
})

describe('the chain of decisions', () => {
  test('approves by a decision with a day, not by a proposal', async () => {
    await sendNow(db, publication)
    const state = async () => (await readDeciding(db, cli, publication))?.state
    const decide = (decision: NewDecision) => act((tx) => decideEdition(tx, cli, publication, 1, decision))
    await decide({ kind: 'proposal', body: 'Kommunstyrelsen', decided_on: '2026-03-18' })
    await decide({ body: 'Styrgruppen' })
    expect(await state()).toBe('for_decision')
    await decide(board)
    expect(await state()).toBe('approved')
  })

  test('is in the order it is put in, and two presses move once', async () => {
    await sendNow(db, publication)
    const ids: Id[] = []
    for (const body of ['A', 'B', 'C'])
      ids.push(await act((tx) => decideEdition(tx, cli, publication, 1, { body })))
    const move = () =>
      act((tx) =>
        moveInChain(tx, cli, publication, 1, { decision: ids[2] ?? '', direction: 'up', position: 2 })
      )
    await move()
    await move()
    const chain = (await readDeciding(db, cli, publication))?.decisions
    expect(chain?.map(({ body }) => body)).toEqual(['A', 'C', 'B'])
  })

  test('is seen by those who read the whole until the report is published, and then by its readers', async () => {
    await sendNow(db, publication)
    await act((tx) => decideEdition(tx, cli, publication, 1, board))
    const seen = async (actor: Actor) => [
      (await listDecisions(db, actor, collaboration)).length,
      (await search(db, actor, 'FOFN 2026-00020')).hits.length
    ]
    expect([await seen(visitor), await seen(reader)]).toEqual([
      [0, 0],
      [1, 1]
    ])
    await act((tx) => publishEdition(tx, cli, publication, now))
    expect(await seen(visitor)).toEqual([1, 1])
  })
})

describe('publishing', () => {
  test('at once lets readers have it everywhere', async () => {
    await sendNow(db, publication)
    at('2026-03-20T10:00:00Z')
    await act((tx) => publishEdition(tx, cli, publication, now))
    expect(await foundBy(visitor)).toEqual(everywhere(1))
    expect((await findEdition(db, visitor, slug)).published_on).toBe('2026-03-20')
    expect((await findFile(db, visitor, slug, 'docx'))?.kept?.size).toBe(6)
    await act((tx) => publishEdition(tx, cli, publication, now))
  })

  test('at a set time lets them have it when that has come, and not before', async () => {
    await sendNow(db, publication)
    await act((tx) => publishEdition(tx, cli, publication, { ...now, day: '2026-03-20', time: '09:30' }))
    expect(await readDeciding(db, cli, publication)).toMatchObject({
      ...{ state: 'scheduled', publish_on: '2026-03-20', publish_clock: '09:30' }
    })
    at('2026-03-20T08:29:59Z')
    expect(await publishDue(db)).toBe(0)
    expect(await foundBy(visitor)).toEqual(nowhere)
    at('2026-03-20T08:30:00Z')
    expect([await publishDue(db), await publishDue(db)]).toEqual([1, 0])
    expect(await foundBy(visitor)).toEqual(everywhere(1))
  })

  test('is not set for what has been, and can be taken back', async () => {
    await sendNow(db, publication)
    const set = (day: string) => act((tx) => publishEdition(tx, cli, publication, { ...now, day }))
    await expect(set('2026-03-14')).rejects.toThrow(Invalid)
    await set('2026-03-15')
    await act((tx) => keepUnpublished(tx, cli, publication, 1))
    at('2026-03-16T10:00:00Z')
    expect(await publishDue(db)).toBe(0)
    expect((await readDeciding(db, cli, publication))?.state).toBe('for_decision')
  })

  test('without a decision is one errand, and keeps the files too', async () => {
    const made = await madeOf(db, publication)
    await act((tx) => publish(tx, cli, publication, {}, made))
    expect(await foundBy(visitor)).toEqual(everywhere(1))
    expect(await listFiles(db, (await findEdition(db, visitor, slug)).id)).toHaveLength(3)
  })

  test('a correction leaves the first to be read, and only what is published is found', async () => {
    await act((tx) => publish(tx, cli, publication))
    await act((tx) =>
      tx
        .updateTable('publication')
        .set({ title: 'Så gick det till slut' })
        .where('id', '=', publication)
        .execute()
    )
    await expect(sendNow(db, publication)).rejects.toThrow(Invalid)
    await sendNow(db, publication, 'Rubriken är rättad.')
    const title = async () =>
      (await search(db, visitor, 'gick')).hits.find(({ kind }) => kind === 'publication')?.title
    expect([await foundBy(visitor), await title()]).toEqual([everywhere(1), 'Så gick det'])
    await act((tx) => publishEdition(tx, cli, publication, { ...now, edition: 2 }))
    expect([await foundBy(visitor), await title()]).toEqual([everywhere(2), 'Så gick det till slut'])
    expect((await findEdition(db, visitor, slug, 1)).content.title).toBe('Så gick det')
  })
})

describe('what comes back', () => {
  test('sent back is a draft again, kept for those who compile it', async () => {
    await sendNow(db, publication)
    const back = () => act((tx) => sendBack(tx, cli, publication, { edition: 1, reason: 'Mer om skolan.' }))
    await back()
    await back()
    expect(await readDeciding(db, cli, publication)).toMatchObject({
      ...{ state: 'returned', returned_reason: 'Mer om skolan.', returned_on: '2026-03-14' }
    })
    await expect(act((tx) => publishEdition(tx, cli, publication, now))).rejects.toThrow(Conflict)
    expect(await sendNow(db, publication)).toBe(2)
    await act((tx) => publishEdition(tx, cli, publication, { ...now, edition: 2 }))
    expect((await listEditions(db, visitor, publication)).map(({ number }) => number)).toEqual([2])
    expect((await listEditions(db, reader, publication)).map(({ number }) => number)).toEqual([2, 1])
  })

  test('withdrawn says when and why, and shows nothing to others than those who read the whole', async () => {
    const made = await madeOf(db, publication)
    await act((tx) => publish(tx, cli, publication, {}, made))
    at('2026-03-21T10:00:00Z')
    await act((tx) => withdraw(tx, cli, publication, { edition: 1, reason: 'En siffra var fel.' }))
    const edition = await findEdition(db, visitor, slug)
    expect(edition).toMatchObject({
      withdrawn: { day: '2026-03-21', reason: 'En siffra var fel.' },
      content: { title: '', blocks: [] }
    })
    expect((await findEdition(db, reader, slug)).content.blocks).not.toEqual([])
    await expect(findFile(db, visitor, slug, 'pdf')).rejects.toThrow(Gone)
    expect((await findFile(db, reader, slug, 'pdf'))?.kept?.size).toBe(5)
    expect(await foundBy(visitor)).toEqual({ ...nowhere, page: 1 })
    expect((await findPublication(db, visitor, slug)).published).toBe(true)
  })

  test('one that was never published cannot be withdrawn', async () => {
    await sendNow(db, publication)
    const refused = act((tx) => withdraw(tx, cli, publication, { edition: 1, reason: 'x' }))
    await expect(refused).rejects.toThrow(NotFound)
  })
})
