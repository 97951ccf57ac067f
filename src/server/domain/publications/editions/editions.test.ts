import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cli, visitor } from '#server/domain/people/actor.ts'
import { setClock } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { addBlock, changeBlock } from '../blocks/blocks.ts'
import { createPublication } from '../composing.ts'
import { sealOf, sha256 } from '../content.ts'
import { findEdition, listEditions } from './editions.ts'
import { contentOf } from '../freezing.ts'
import { findPublicationById, listBlocks } from '../publications.ts'
import { publish } from './publishing.ts'

const db = await testDatabase()
const slug = 'sa-gick-det'
let publication: Id

beforeEach(async () => {
  setClock(new Date('2026-03-14T10:00:00Z'))
  const { collaboration } = await makePromise(db, [
    { title: 'Frukost', told: { done: 'Frukost varje dag.' } },
    { title: 'Cykelkurs', told: { degree: 'not_carried_out', reason: 'Ingen lokal fanns.' } }
  ])
  publication = await write(db, cli, (tx) =>
    createPublication(tx, cli, { collaboration, template: 'final_follow_up', title: 'Så gick det', slug })
  )
})
afterEach(() => setClock(null))

const publishNow = (more = {}) => write(db, cli, (tx) => publish(tx, cli, publication, more))

describe('an edition', () => {
  test('does not change with a later answer, a new name or new prose', async () => {
    await publishNow()
    const before = await findEdition(db, visitor, slug)
    await write(db, cli, async (tx) => {
      await tx.updateTable('report_version').set({ done: 'Senare ord.' }).execute()
      await tx
        .updateTable('report')
        .set({ degree: 'begun' })
        .where('accepted_version_id', 'is not', null)
        .execute()
      await tx.updateTable('organisation').set({ name: 'Nytt namn' }).execute()
      await tx.updateTable('area').set({ name: 'Nytt område' }).execute()
    })
    await write(db, cli, (tx) => addBlock(tx, cli, publication, { kind: 'prose', prose: 'Tillagt.' }))
    expect(await findEdition(db, visitor, slug)).toEqual(before)
  })

  test('cannot be altered', async () => {
    await publishNow()
    for (const change of [{ content: '{}' }, { sha256: '' }, { number: 9 }, { frozen_at: new Date() }])
      await expect(write(db, cli, (tx) => tx.updateTable('edition').set(change).execute())).rejects.toThrow(
        'frozen'
      )
  })

  test('has a checksum of what the database keeps', async () => {
    await publishNow()
    const { content, sha256: told } = await findEdition(db, visitor, slug)
    expect(sha256(content)).toBe(told)
  })

  test('is followed by another with a note, and stays readable', async () => {
    await publishNow()
    const [first] = await listBlocks(db, publication)
    await write(db, cli, (tx) =>
      changeBlock(tx, cli, first?.id ?? '', {
        version: 1,
        heading: null,
        prose: 'Rättat.'
      })
    )
    await expect(publishNow()).rejects.toThrow(Invalid)
    expect(await publishNow({ note: 'Inledningen är rättad.' })).toBe(2)
    expect(JSON.stringify((await findEdition(db, visitor, slug)).content)).toContain('Rättat.')
    expect(JSON.stringify((await findEdition(db, visitor, slug, 1)).content)).not.toContain('Rättat.')
    expect((await listEditions(db, visitor, publication)).map(({ number, note }) => [number, note])).toEqual([
      [2, 'Inledningen är rättad.'],
      [1, null]
    ])
  })

  test('is made once when it is sent twice', async () => {
    await publishNow({ number: 1 })
    await publishNow({ number: 1 })
    expect(await listEditions(db, visitor, publication)).toHaveLength(1)
  })

  test('is only made of what was seen', async () => {
    const seen = sealOf(await contentOf(db, await findPublicationById(db, cli, publication)))
    await write(db, cli, (tx) => addBlock(tx, cli, publication, { kind: 'prose', prose: 'Osett.' }))
    await expect(publishNow({ seen })).rejects.toThrow(Conflict)
  })
})
