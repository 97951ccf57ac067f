import sharp from 'sharp'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { makePhoto, type Photo } from '#server/platform/images/images.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import { findAnswering } from './answering.ts'
import { findDraft } from './drafts.ts'
import { saveDraft } from './saving.ts'
import { listAnswering } from './street.ts'
import { submitAnswers } from './submitting.ts'
import type { Actor } from '../people/actor.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { findPhoto, listAttached } from '../photos/attached.ts'
import { altField, removedField } from './photo-alts.ts'
import { addPhoto, openPhoto } from './photos.ts'

const db = await testDatabase()
const marked = 'Ugglemärket i bilden'
let world: Awaited<ReturnType<typeof askedWorld>>
let item: string
beforeEach(async () => {
  world = await askedWorld(db)
  item = world.partner.errand.items[0] ?? ''
})

const photo = (said: string): Photo => ({
  bytes: Buffer.from(said),
  type: 'image/jpeg',
  width: 160,
  height: 120
})
const add = (said = marked) =>
  write(db, world.partner, (tx) => addPhoto(tx, world.partner, { item, photo: photo(said) }, secrets))
async function answer(written: Record<string, string>): Promise<string> {
  const { partner } = world
  const mark = (await findDraft(db, partner, item, secrets))?.mark ?? ''
  const form = { degree: 'fully', done: 'Klart.', ...written }
  return (await write(db, partner, (tx) => saveDraft(tx, partner, { item, mark, written: form }, secrets)))
    .mark
}
const send = (mark: string) =>
  write(db, world.partner, (tx) => submitAnswers(tx, world.partner, [{ item, mark }], secrets))
async function review(verdict: 'accepted' | 'returned') {
  const { coordinator } = world.roles
  const report = await db.selectFrom('report').selectAll().executeTakeFirstOrThrow()
  const note = verdict === 'returned' ? 'Fler bilder?' : null
  const said = { version: report.version, verdict, note }
  await write(db, coordinator, (tx) => reviewReport(tx, coordinator, report.id, said))
}
const latestVersion = () =>
  db.selectFrom('report_version').select('id').orderBy('number', 'desc').executeTakeFirstOrThrow()
const sentPhotos = async () => listAttached(db, [(await latestVersion()).id])

/** Every column that holds the text, as text, as bytes, or as bytes written out. */
async function placesOf(text: string): Promise<string[]> {
  const { rows } = await sql<{ table_name: string; column_name: string; data_type: string }>`
    select c.table_name, c.column_name, c.data_type from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`.execute(db)
  const found: string[] = []
  for (const { table_name, column_name, data_type } of rows) {
    const column = sql.ref(column_name)
    const hit =
      data_type === 'bytea'
        ? sql`position(convert_to(${text}, 'UTF8') in ${column}) > 0`
        : sql`(position(${text} in ${column}::text) > 0 or position(${Buffer.from(text).toString('hex')} in ${column}::text) > 0)`
    const there = await sql`select 1 from ${sql.table(table_name)} where ${hit} limit 1`.execute(db)
    if (there.rows.length > 0) found.push(`${table_name}.${column_name}`)
  }
  return found
}

describe('a photo', () => {
  test('is found nowhere before it is sent in, and as a file after', async () => {
    const id = await add()
    const mark = await answer({ [altField(id)]: 'Tre odlingslådor.' })
    expect(await placesOf(marked)).toEqual([])
    await send(mark)
    expect(await placesOf(marked)).toEqual(['file.content'])
    expect(await db.selectFrom('draft_photo').select('id').execute()).toEqual([])
    expect(await sentPhotos()).toMatchObject([{ alt: 'Tre odlingslådor.', width: 160, height: 120 }])
  })

  test('is not sent in without words for whoever does not see it', async () => {
    const id = await add()
    const mark = await answer({})
    await expect(send(mark)).rejects.toMatchObject({
      errors: { [`${item}.${altField(id)}`]: 'required' }
    })
    expect((await listAnswering(db, world.partner, secrets))[0]?.lacks).toEqual({
      [altField(id)]: 'required'
    })
    expect(await db.selectFrom('report').select('id').execute()).toEqual([])
  })

  test('is told by no words that hold an identity number', async () => {
    const { partner } = world
    const id = await add()
    const written = { degree: 'fully', [altField(id)]: 'Anna 850101-1236' }
    const saved = await write(db, partner, (tx) =>
      saveDraft(tx, partner, { item, mark: '', written }, secrets)
    )
    expect(saved.refused).toEqual({ [altField(id)]: 'identity_number' })
    expect((await findDraft(db, partner, item, secrets))?.written).toEqual({ degree: 'fully' })
  })

  test('that several sent is one file', async () => {
    const id = await add()
    await send(await answer({ [altField(id)]: 'En.' }))
    item = world.partner.errand.items[1] ?? ''
    const other = await add()
    await send(await answer({ [altField(other)]: 'En annan.' }))
    expect(await db.selectFrom('file').select('id').execute()).toHaveLength(1)
    expect(await db.selectFrom('attachment').select('id').execute()).toHaveLength(2)
  })
})

describe('an answer that is returned', () => {
  test('goes on from its photos: kept, left out, and more', async () => {
    const { partner } = world
    const one = await add('ett')
    const two = await add('två')
    await send(await answer({ [altField(one)]: 'Ett.', [altField(two)]: 'Två.' }))
    await review('returned')
    const { photos, written } = await findAnswering(db, partner, '1', secrets)
    const [first, second] = photos.map(({ id }) => id)
    expect([written[altField(first ?? '')], written[altField(second ?? '')]]).toEqual(['Ett.', 'Två.'])
    expect((await openPhoto(db, partner, first ?? '', secrets)).bytes.toString()).toBe('ett')
    const three = await add('tre')
    const mark = await answer({
      ...written,
      [removedField(first ?? '')]: 'yes',
      [altField(second ?? '')]: 'Två, med mer.',
      [altField(three)]: 'Tre.'
    })
    expect((await findAnswering(db, partner, '1', secrets)).photos.map(({ id }) => id)).toEqual([
      second,
      three
    ])
    await send(mark)
    expect((await sentPhotos()).map(({ alt }) => alt)).toEqual(['Två, med mer.', 'Tre.'])
    expect(await db.selectFrom('file').select('id').execute()).toHaveLength(3)
  })
})

describe('a photo that was sent in', () => {
  const seenBy = async () => {
    const { roles } = world
    const [{ id } = { id: '' }] = await sentPhotos()
    const seen = Object.entries(roles).map(async ([role, actor]: [string, Actor]) =>
      findPhoto(db, actor, id).then(
        () => [role],
        () => []
      )
    )
    return (await Promise.all(seen)).flat()
  }
  const inside = ['coordinator', 'administrator', 'representative']

  test('is seen as far as its answer is', async () => {
    const id = await add()
    await send(await answer({ [altField(id)]: 'Bild.' }))
    expect(await seenBy()).toEqual(inside)
    await review('accepted')
    expect(await seenBy()).toEqual(Object.keys(world.roles))
  })

  test('is not shown where the answer is not', async () => {
    const id = await add()
    await send(await answer({ [altField(id)]: 'Bild.', publishable: 'no' }))
    await review('accepted')
    expect(await seenBy()).toEqual(inside)
  })
})

test('the whole way: what a camera made is what residents get, without its place', async () => {
  const taken = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#aa7744' } })
    .withExif({ IFD0: { Artist: 'Ugglan' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '57/1 44/1 0/1' } })
    .jpeg()
    .toBuffer()
  const making = await makePhoto(taken)
  if (!making.ok) throw new Error(making.fault)
  const { partner, roles } = world
  const id = await write(db, partner, (tx) => addPhoto(tx, partner, { item, photo: making.photo }, secrets))
  await send(await answer({ [altField(id)]: 'Ett brunt torg.' }))
  await review('accepted')
  const [attached] = await sentPhotos()
  const { bytes, type, audience } = await findPhoto(db, roles.visitor, attached?.id ?? '')
  const { format, width, exif } = await sharp(bytes).metadata()
  expect([type, audience, format, width, exif]).toEqual(['image/jpeg', 'public', 'jpeg', 1600, undefined])
})
