import { beforeAll, describe, expect, test } from 'vitest'
import { cli } from '#server/domain/people/actor.ts'
import { write } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { askedReader, reportToRead } from '#tests/read-report.ts'
import type { ReaderActor } from '../../comments/readers.ts'
import { addBlock } from '../blocks/blocks.ts'
import { contentOf } from '../freezing.ts'
import { howTold, type ToldThing } from '../how-told.ts'
import { audienceOfProof, readProof } from './proofs.ts'
import { findPublicationById, listBlocks } from '../publications.ts'
import { publish } from './publishing.ts'
import { sealOf, type Content } from '../content.ts'
import { findPhoto } from '../../photos/attached.ts'
import { newId } from '#server/platform/db/ids.ts'

const db = await testDatabase()
let world: Awaited<ReturnType<typeof reportToRead>>
let party: ReaderActor
let guest: ReaderActor

beforeAll(async () => {
  world = await reportToRead(db)
  party = await askedReader(db, world.publication, { organisation: world.maker })
  guest = await askedReader(db, world.publication, { name: 'Gäst', mail: 'gast@styrgruppen.example' })
})

const told = async () => (await readProof(db, party)).told
const things = async (): Promise<ToldThing[]> => (await told())?.blocks.flatMap((block) => block.things) ?? []

describe('what is read before it is decided', () => {
  test('is what its audience would read, and nothing of what it is not shown', async () => {
    const publication = await findPublicationById(db, cli, world.publication)
    const { content } = await readProof(db, guest)
    expect(content && sealOf(content)).toBe(sealOf(await contentOf(db, publication)))
    expect(JSON.stringify(content)).not.toContain('Vi vill inte visa det.')
  })

  test('is what was frozen, once it is; and nothing when that was withdrawn', async () => {
    await write(db, cli, (tx) => publish(tx, cli, world.publication))
    await write(db, cli, (tx) => addBlock(tx, cli, world.publication, { kind: 'prose', prose: 'Nytt' }))
    const { content } = await readProof(db, guest)
    expect(JSON.stringify(content)).not.toContain('Nytt')
    const gone = { withdrawn_at: new Date(), withdrawn_reason: 'Fel.' }
    await write(db, cli, (tx) => tx.updateTable('edition').set(gone).execute())
    expect(await readProof(db, party)).toMatchObject({ content: null, told: null })
    await expect(audienceOfProof(db, party)).rejects.toThrow(NotFound)
  })

  test('lets nobody see a photo by guessing', async () => {
    const audience = await audienceOfProof(db, guest)
    await expect(findPhoto(db, audience, newId())).rejects.toThrow(NotFound)
    expect(audience).toMatchObject({ reads: [], coordinates: [], person: null })
  })
})

describe('how a party reads', () => {
  test('takes no number of an edition, or of another collaboration, for one of its own', async () => {
    const other = { slug: 'x', name: 'Nästa' }
    const facts = {
      since: { kind: 'edition', slug: 'x', title: 'Förra rapporten', number: 1, day: '2026-01-01' },
      items: [
        { number: 1, title: 'Frukost', later: { number: 1, title: 'Frukost 2', collaboration: other } },
        { title: 'Annat', number: 99, ties: [{ number: 1, title: 'Knuten', collaboration: other }] },
        { body: 'Nämnden', edition: { number: 1, title: 'Rapporten' } }
      ]
    }
    const content = { blocks: [{ id: newId(), kind: 'changes', facts }] } as unknown as Content
    const { collaboration, maker } = world
    const { blocks } = await howTold(db, content, collaboration, maker)
    expect(blocks.flatMap((block) => block.things.map(({ title }) => title))).toEqual(['Frukost'])
  })

  test('shows what is told of its answers beside its own words', async () => {
    expect(await things()).toEqual([
      { title: 'Frukost', said: 'Barnen åt frukost.', own: 'Frukost varje dag.', same: false },
      { title: 'Läxhjälp', said: 'Läxhjälp på torsdagar.', own: 'Läxhjälp på torsdagar.', same: true }
    ])
  })

  test('is told no words of what the report tells in a line', async () => {
    const brief = { kind: 'deeds', told: 'brief' } as const
    const id = await write(db, cli, (tx) => addBlock(tx, cli, world.publication, brief))
    const its = (await told())?.blocks.find(({ block }) => block === id)?.things
    expect(its?.length).toBeGreaterThan(0)
    expect(its?.map(({ said }) => said)).toEqual(its?.map(() => null))
  })

  test('names what it answered and is not told', async () => {
    expect((await told())?.leftOut).toEqual(['Nattvandring'])
  })

  test('says where it is named, in prose and among the parties, and not within another word', async () => {
    const add = (prose: string) =>
      write(db, cli, (tx) => addBlock(tx, cli, world.publication, { kind: 'prose', prose }))
    const [named, within] = [await add('Vi tackar ett bolag för maten.'), await add('Inget ettbolag finns.')]
    const parties = (await listBlocks(db, world.publication)).find(({ kind }) => kind === 'parties')?.id
    const blocks = (await told())?.blocks.filter((block) => block.named).map(({ block }) => block)
    expect(blocks).toContain(named)
    expect(blocks).toContain(parties)
    expect(blocks).not.toContain(within)
  })

  test('is nothing to whoever reads for nobody', async () => {
    expect((await readProof(db, guest)).told).toBeNull()
  })
})
