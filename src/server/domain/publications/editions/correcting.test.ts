import { beforeEach, describe, expect, test } from 'vitest'
import type { Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { sendNow } from '#tests/publications/made.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { cli, visitor, type Actor } from '../../people/actor.ts'
import { addBlock } from '../blocks/blocks.ts'
import { createPublication } from '../composing.ts'
import { decideEdition } from './deciding.ts'
import { listLatest } from './latest.ts'
import { listPublished } from './listing.ts'
import { publishEdition } from './publishing.ts'
import { withdraw } from './withdrawing.ts'
import { readEdition, readPublication } from '../reading.ts'
import { listPublicationsOf, wholeAmong } from '../publications.ts'

const db = await testDatabase()
const slug = 'sa-gick-det'
let publication: Id
let ofCollaboration: Id

const act = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
const publishNow = (edition: number) =>
  act((tx) => publishEdition(tx, cli, publication, { edition, day: null, time: null }))
const decide = (edition: number, body: string, reach: 'public' | 'own' = 'public') =>
  act((tx) => decideEdition(tx, cli, publication, edition, { body, reach }))

beforeEach(async () => {
  const { collaboration } = await makePromise(db, [{ title: 'Frukost' }])
  ofCollaboration = collaboration
  publication = await act((tx) =>
    createPublication(tx, cli, { collaboration, template: 'final_follow_up', title: 'Så gick det', slug })
  )
})

/** As the latest edition's page tells it. */
async function decided(actor: Actor) {
  const { edition } = await readPublication(db, actor, slug, { editing: false })
  return {
    own: edition?.decisions.map(({ body }) => body),
    before: edition?.decidedBefore.map(({ edition: number, body }) => [number, body])
  }
}

describe('a correction', () => {
  test('shows what was decided about the editions before it, to those who may see that', async () => {
    await sendNow(db, publication)
    await decide(1, 'Nämnden')
    await decide(1, 'HEMLIGT', 'own')
    await publishNow(1)
    expect(await decided(visitor)).toEqual({ own: ['Nämnden'], before: [] })
    await act((tx) => addBlock(tx, cli, publication, { kind: 'prose', prose: 'Tillagt.' }))
    await sendNow(db, publication, 'Rättat.')
    await decide(2, 'Styrgruppen')
    await publishNow(2)
    expect(await decided(visitor)).toEqual({ own: ['Styrgruppen'], before: [[1, 'Nämnden']] })
    expect((await decided(cli)).before).toEqual([
      [1, 'Nämnden'],
      [1, 'HEMLIGT']
    ])
    expect((await readEdition(db, visitor, slug, 1)).edition.decidedBefore).toEqual([])
  })
})

describe('a correction that is withdrawn', () => {
  const takeBack = (edition: number) =>
    act((tx) => withdraw(tx, cli, publication, { edition, reason: 'Fel.' }))
  /** What stands in the lists, and which later edition they say was withdrawn. */
  const listed = async (actor: Actor) => ({
    reports: (await listPublished(db, actor)).map(({ title, number, gone }) => [title, number, gone]),
    start: (await listLatest(db, actor, 4)).map(({ title, number, gone }) => [title, number, gone]),
    collaboration: (await listPublicationsOf(db, actor, ofCollaboration)).map(
      ({ title, published, withdrawn, number, gone }) => [title, published, withdrawn, number, gone]
    )
  })
  const publishCorrected = async (title: string) => {
    await act((tx) =>
      tx.updateTable('publication').set({ title }).where('id', '=', publication).returning('id').execute()
    )
    await act((tx) => addBlock(tx, cli, publication, { kind: 'prose', prose: title }))
    const number = await sendNow(db, publication, 'Rättat.')
    await publishNow(number)
  }

  test('leaves the edition before it in the lists, by its title, and says so', async () => {
    await sendNow(db, publication)
    await publishNow(1)
    await publishCorrected('HEMLIG RUBRIK')
    await takeBack(2)
    for (const actor of [visitor, cli])
      expect(await listed(actor)).toEqual({
        reports: [['Så gick det', 1, 2]],
        start: [['Så gick det', 1, 2]],
        collaboration: [['Så gick det', true, false, 1, 2]]
      })
    expect(wholeAmong(await listPublicationsOf(db, visitor, ofCollaboration))?.number).toBe(1)
    const { edition, content } = await readPublication(db, visitor, slug, { editing: false })
    expect([edition?.number, content.title]).toEqual([2, ''])
    await publishCorrected('Så gick det till slut')
    expect((await listed(visitor)).reports).toEqual([['Så gick det till slut', 3, null]])
  })

  test('leaves nothing where no edition is left, nor one that the reader may not see', async () => {
    await act((tx) =>
      tx.updateTable('publication').set({ audience: 'own' }).where('id', '=', publication).execute()
    )
    await sendNow(db, publication)
    await publishNow(1)
    await act((tx) =>
      tx.updateTable('publication').set({ audience: 'public' }).where('id', '=', publication).execute()
    )
    await publishCorrected('Rättad')
    await takeBack(2)
    expect(await listed(visitor)).toEqual({ reports: [], start: [], collaboration: [] })
    await takeBack(1)
    expect((await listed(cli)).collaboration).toEqual([['Rättad', false, true, 2, null]])
  })
})
