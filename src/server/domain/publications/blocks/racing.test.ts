import { beforeEach, expect, test } from 'vitest'
import { cli } from '#server/domain/people/actor.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { freshDatabase } from '#tests/database.ts'
import { lens } from '#tests/publications/lens.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { createPublication } from '../composing.ts'
import { listBlocks } from '../publications.ts'
import { moveBlock } from './blocks.ts'
import { saveText, writtenOut } from './text-saving.ts'

const { db } = await freshDatabase()
const { collaboration } = await makePromise(db, [])
const names = [...'abcdef']
let times = 0
let publication: Id
let ids: Record<string, Id>

beforeEach(async () => {
  const [title, slug] = ['Så gick det', `sa-gick-det-${++times}`]
  const blocks = names.map((heading) => ({ kind: 'prose' as const, heading }))
  publication = await write(db, cli, (tx) =>
    createPublication(tx, cli, { collaboration, template: 'final_follow_up', title, slug, blocks })
  )
  ids = Object.fromEntries((await listBlocks(db, publication)).map(({ heading, id }) => [heading ?? '', id]))
})

const order = async () => (await listBlocks(db, publication)).map(({ heading }) => heading).join('')
const move = (one: string, after: string | null) =>
  write(db, cli, (tx) => moveBlock(tx, cli, ids[one] ?? '', { after: after ? (ids[after] ?? '') : null }))
const seen = async () => {
  const page = writtenOut(await listBlocks(db, publication), lens)
  const versions = page.seen.split(' ').map((one) => {
    const [id = '', version] = one.split(':')
    return { id, version: Number(version) }
  })
  return { text: page.text, seen: versions }
}
/** The text with one of its sections put after another. */
function put(text: string, one: string, after: string | null): string {
  const parts = text.trimEnd().split('\n\n')
  const at = parts.findIndex((part) => part.startsWith(`# ${one} `))
  const [part = ''] = parts.splice(at, 1)
  parts.splice(after ? parts.findIndex((other) => other.startsWith(`# ${after} `)) + 1 : 0, 0, part)
  return parts.join('\n\n')
}

test('two who move different sections at the same time both have them where they put them', async () => {
  await Promise.all([move('f', null), move('b', 'd')])
  expect(await order()).toBe('facdbe')
})

test('whoever puts one after one that is moved meanwhile has it there', async () => {
  await Promise.all([move('d', null), move('a', 'e')])
  expect(await order()).toBe('dbceaf')
})

test('two who move in the text at the same time, and one who drags, all have theirs', async () => {
  const page = await seen()
  const save = (one: string, after: string | null) =>
    write(db, cli, (tx) =>
      saveText(tx, cli, publication, { ...page, text: put(page.text, one, after), chosen: {} }, lens)
    )
  await Promise.all([save('f', null), save('b', 'd'), move('c', 'e')])
  expect(await order()).toBe('fadbec')
})
