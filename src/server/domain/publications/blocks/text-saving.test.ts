import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cli, type Actor } from '#server/domain/people/actor.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { read } from '#server/platform/forms/fields.ts'
import { write } from '#server/platform/db/write.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { lens } from '#tests/publications/lens.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { addBlock, changeBlock, moveBlock, removeBlock } from './blocks.ts'
import { createPublication } from '../composing.ts'
import { writtenText } from '../fields.ts'
import { listBlocks } from '../publications.ts'
import { listRemoved, putBack } from './putting-back.ts'
import { saveText, writtenOut } from './text-saving.ts'
import { listWordings, takeBack } from './versions.ts'

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
      blocks: [
        { kind: 'prose', heading: 'Ett', prose: 'a' },
        { kind: 'totals' },
        { kind: 'prose', heading: 'Två', prose: 'b' },
        { kind: 'deeds' }
      ]
    })
  )
})

const blocks = () => listBlocks(db, publication)
const at = async (place: number) => (await blocks())[place]?.id ?? ''
const out = async () => writtenOut(await blocks(), lens)
const said = async () =>
  (await blocks()).map(({ kind, heading, prose }) => `${heading ?? kind}:${prose ?? ''}`).join(' ')

function save(written: Record<string, string>, actor: Actor = cli) {
  const reading = read(writtenText, written)
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return write(db, cli, (tx) => saveText(tx, actor, publication, reading.value, lens))
}
const change = async (id: Id, prose: string, heading: string | null = 'Ett') => {
  const block = (await blocks()).find((one) => one.id === id)
  await write(db, cli, (tx) => changeBlock(tx, cli, id, { version: block?.version ?? 0, heading, prose }))
}

describe('the whole report in one text', () => {
  test('saved as it is changes nothing', async () => {
    const before = await blocks()
    expect(await save(await out())).toEqual({ changed: 0, added: 0, removed: 0, kept: 0 })
    expect(await blocks()).toEqual(before)
  })

  test('words, order, new ones, settings and what is gone', async () => {
    const { text, seen } = await out()
    const [first = '', totals = '', , deeds = ''] = text.split(/\n(?=#|::)/)
    const written = [
      deeds.replace('}', ' told="brief"}'),
      '# Nytt\n\nHej',
      first.replace('\na\n', '\nA\n'),
      totals
    ].join('\n')
    expect(await save({ text: written, seen })).toEqual({ changed: 2, added: 1, removed: 1, kept: 0 })
    expect(await said()).toBe('deeds: Nytt:Hej Ett:A totals:')
    expect((await blocks())[0]?.settings).toEqual({ told: 'brief' })
  })

  test('what others wrote, moved, added and took away meanwhile is there', async () => {
    const { text, seen } = await out()
    await change(await at(2), 'B', 'Två')
    const id = await at(3)
    await write(db, cli, (tx) => moveBlock(tx, cli, id, { after: null }))
    await write(db, cli, (tx) => addBlock(tx, cli, publication, { kind: 'prose', prose: 'ny' }))
    const gone = await at(2)
    await write(db, cli, (tx) => removeBlock(tx, cli, publication, gone))
    expect(await save({ text: text.replace('\na\n', '\nA\n'), seen })).toMatchObject({
      changed: 1,
      removed: 0
    })
    expect(await said()).toBe('deeds: Ett:A Två:B prose:ny')
  })

  test('two texts on the same are both shown, and one is chosen', async () => {
    const { text, seen } = await out()
    const id = await at(0)
    await change(id, 'hennes')
    const written = text.replace('\na\n', '\nmin\n').replace('\nb\n', '\nB\n')
    const conflict = await save({ text: written, seen }).catch((error: unknown) => error)
    expect(conflict).toBeInstanceOf(Conflict)
    const { current } = conflict as Conflict
    expect(current['both']).toEqual([{ name: `prose_${id}`, heading: 'Ett', theirs: 'hennes', yours: 'min' }])
    expect(await said()).toBe('Ett:hennes totals: Två:b deeds:')
    const again = { text: String(current['text']), seen: String(current['seen']) }
    for (const [chosen, code] of [
      ['850101-1236', 'identity_number'],
      ['x'.repeat(20_001), 'too_long']
    ])
      await expect(save({ ...again, [`prose_${id}`]: chosen ?? '' })).rejects.toMatchObject({
        errors: { line_1: code }
      })
    await save({ ...again, [`prose_${id}`]: 'hennes\r\n' })
    expect(await said()).toBe('Ett:hennes totals: Två:B deeds:')
  })

  test('two headings on the same are both shown', async () => {
    const { text, seen } = await out()
    const id = await at(0)
    await change(id, 'a', 'Hennes')
    const conflict = (await save({ text: text.replace('# Ett', '# Min'), seen }).catch(
      (error: unknown) => error
    )) as Conflict
    const mark = id.slice(-8)
    expect(conflict.current['both']).toEqual([
      { name: `line_${id}`, heading: 'Hennes', theirs: `# Hennes {#${mark}}`, yours: `# Min {#${mark}}` }
    ])
    const again = { text: String(conflict.current['text']), seen: String(conflict.current['seen']) }
    await save({ ...again, [`line_${id}`]: `# Båda {#${mark}}` })
    expect(await said()).toBe('Båda:a totals: Två:b deeds:')
    await expect(save({ ...again, [`line_${id}`]: '# Utan' })).rejects.toThrow(Invalid)
  })

  test('one that was written in is not taken away, and one that was taken away but written in is put back', async () => {
    const { text, seen } = await out()
    const [first, second] = [await at(0), await at(2)]
    await change(first, 'mer')
    await write(db, cli, (tx) => removeBlock(tx, cli, publication, second))
    const without = text.replace(/^[^]*?(?=::totals)/, '').replace('\nb\n', '\nB\n')
    expect(await save({ text: without, seen })).toMatchObject({ removed: 0, kept: 1 })
    expect(await said()).toBe('Ett:mer totals: Två:B deeds:')
    expect((await blocks())[2]?.id).toBe(second)
  })

  test.each([
    ['Först\n', 'line_1', 'before_first'],
    ['# Ny\n\n850101-1236', 'line_3', 'identity_number'],
    [`# ${'x'.repeat(201)}`, 'line_1', 'too_long'],
    ['#\n'.repeat(2001), 'text', 'too_long'],
    ['# Ny\n\n::okand', 'line_3', 'unknown_kind']
  ])('%j is told by its line', async (text, line, code) => {
    const refusal = await save({ text, seen: (await out()).seen }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Invalid)
    expect((refusal as Invalid).errors).toEqual({ [line]: code })
  })
})

describe('what has been', () => {
  test('of a sitting the last is kept, and it can be taken back', async () => {
    const id = await at(0)
    for (const text of ['aa', 'aaa', 'aaaa']) await change(id, text)
    const wordings = await listWordings(db, cli, id)
    expect(wordings.map(({ prose }) => prose)).toEqual(['aaaa', 'a'])
    await write(db, cli, (tx) => takeBack(tx, cli, id, { version: 4, from: 1 }))
    expect(await said()).toContain('Ett:a ')
    expect((await listWordings(db, cli, id)).map(({ prose }) => prose)).toEqual(['a', 'aaaa', 'a'])
    await expect(write(db, cli, (tx) => takeBack(tx, cli, id, { version: 4, from: 4 }))).rejects.toThrow(
      Conflict
    )
  })

  test('a sitting is an hour at most, so that there is something to go back to', async () => {
    const id = await at(0)
    const minutes = Array.from({ length: 15 }, (_, n) => n * 10)
    for (const minute of minutes) await change(id, `efter ${minute}`)
    await sql`update history set at = now() - interval '1 day' + ((after ->> 'version')::int - 2) * interval '10 minutes'
      where row_id = ${id}`.execute(db)
    const wordings = await listWordings(db, cli, id)
    expect(wordings.map(({ prose }) => prose)).toEqual(['efter 140', 'efter 110', 'efter 50', 'a'])
  })

  test('a block that was taken away is put back where it was, once, with a version of its own', async () => {
    const id = await at(2)
    await change(id, 'bb', 'Två')
    await write(db, cli, (tx) => removeBlock(tx, cli, publication, id))
    expect(await listRemoved(db, publication)).toMatchObject([
      { id, heading: 'Två', prose: 'bb', kind: 'prose' }
    ])
    for (const _ of [1, 2]) await write(db, cli, (tx) => putBack(tx, cli, publication, id))
    expect(await said()).toBe('Ett:a totals: Två:bb deeds:')
    expect((await blocks())[2]?.version).toBe(3)
    expect(await listRemoved(db, publication)).toEqual([])
    await write(db, cli, (tx) => putBack(tx, cli, publication, newId()))
    expect(await blocks()).toHaveLength(4)
  })
})
