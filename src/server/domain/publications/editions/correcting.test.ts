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
import { publishEdition } from './publishing.ts'
import { readEdition, readPublication } from '../reading.ts'

const db = await testDatabase()
const slug = 'sa-gick-det'
let publication: Id

const act = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
const publishNow = (edition: number) =>
  act((tx) => publishEdition(tx, cli, publication, { edition, day: null, time: null }))
const decide = (edition: number, body: string, reach: 'public' | 'own' = 'public') =>
  act((tx) => decideEdition(tx, cli, publication, edition, { body, reach }))

beforeEach(async () => {
  const { collaboration } = await makePromise(db, [{ title: 'Frukost' }])
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
