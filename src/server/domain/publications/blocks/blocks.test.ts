import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cli } from '#server/domain/people/actor.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { addBlock, changeBlock, moveBlock, removeBlock } from './blocks.ts'
import { createPublication } from '../composing.ts'
import { listBlocks } from '../publications.ts'

const db = await testDatabase()
let publication: Id
let promise: Awaited<ReturnType<typeof makePromise>>

beforeAll(async () => {
  promise = await makePromise(db, [])
})
beforeEach(async () => {
  publication = await write(db, cli, (tx) =>
    createPublication(tx, cli, {
      collaboration: promise.collaboration,
      template: 'final_follow_up',
      title: 'Så gick det',
      slug: 'sa-gick-det',
      blocks: ['a', 'b', 'c'].map((prose) => ({ kind: 'prose' as const, prose }))
    })
  )
})

const read = async () => (await listBlocks(db, publication)).map(({ prose }) => prose).join('')
const idOf = async (prose: string) =>
  (await listBlocks(db, publication)).find((block) => block.prose === prose)?.id ?? ''
const written = { heading: null }

describe('a block', () => {
  test('comes where it is put, once', async () => {
    const after = await idOf('a')
    const id = newId()
    const add = () =>
      write(db, cli, (tx) => addBlock(tx, cli, publication, { id, after, kind: 'prose', prose: 'x' }))
    expect(await add()).toBe(id)
    expect(await add()).toBe(id)
    expect(await read()).toBe('axbc')
    await write(db, cli, (tx) => addBlock(tx, cli, publication, { after: null, kind: 'prose', prose: 'y' }))
    await write(db, cli, (tx) => addBlock(tx, cli, publication, { kind: 'prose', prose: 'z' }))
    expect(await read()).toBe('yaxbcz')
  })

  test('stands after the one it is put after, however many times the button is pressed', async () => {
    const [a, b, c] = [await idOf('a'), await idOf('b'), await idOf('c')]
    const put = (id: Id, after: Id | null) => write(db, cli, (tx) => moveBlock(tx, cli, id, { after }))
    for (const _ of [1, 2]) await put(c, a)
    expect(await read()).toBe('acb')
    await put(c, null)
    expect(await read()).toBe('cab')
    await put(c, b)
    expect(await read()).toBe('abc')
    await put(c, c)
    await put(b, newId())
    expect(await read()).toBe('abc')
  })

  test('changed by two gives the second both texts', async () => {
    const id = await idOf('b')
    const change = (prose: string) =>
      write(db, cli, (tx) => changeBlock(tx, cli, id, { ...written, prose, version: 1 }))
    await change('den ena')
    await change('den ena')
    const conflict = await change('den andra').catch((error: unknown) => error)
    expect(conflict).toBeInstanceOf(Conflict)
    expect((conflict as Conflict).current['prose']).toBe('den ena')
  })

  test('tells whoever saves it which version stands, also when it is sent twice', async () => {
    const id = await idOf('a')
    const save = (prose: string, version: number) =>
      write(db, cli, (tx) => changeBlock(tx, cli, id, { ...written, prose, version }))
    expect(await save('x', 1)).toBe(2)
    expect(await save('x', 1)).toBe(2)
    expect(await save('y', 2)).toBe(3)
  })

  test('is only about what its own collaboration is about', async () => {
    const other = await makePromise(db, [])
    const change = write(db, cli, (tx) =>
      addBlock(tx, cli, publication, { kind: 'deeds', objective: other.objective })
    )
    await expect(change).rejects.toThrow(Invalid)
  })

  test('is removed once', async () => {
    const id = await idOf('b')
    for (const _ of [1, 2]) await write(db, cli, (tx) => removeBlock(tx, cli, publication, id))
    expect(await read()).toBe('ac')
  })
})
