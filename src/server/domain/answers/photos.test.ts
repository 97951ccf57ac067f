import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import type { Photo } from '#server/platform/images/images.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import type { LinkActor } from '../links/links.ts'
import { addPhoto, listPhotos, mostPhotos, openPhoto, removePhoto } from './photos.ts'

const db = await testDatabase()
let world: Awaited<ReturnType<typeof askedWorld>>
beforeEach(async () => {
  world = await askedWorld(db)
})

const photo = (said: string): Photo => ({
  bytes: Buffer.from(said),
  type: 'image/jpeg',
  width: 160,
  height: 120
})
const itemOf = (actor: LinkActor, at = 0) => actor.errand.items[at] ?? ''
const add = (actor: LinkActor, said = 'en bild', item = itemOf(actor)) =>
  write(db, actor, (tx) => addPhoto(tx, actor, { item, photo: photo(said) }, secrets))
const seen = (actor: LinkActor, item = itemOf(actor)) => listPhotos(db, actor, item, {}, secrets)

describe('a photo of a draft', () => {
  test('is its space’s alone', async () => {
    const { partner, officer } = world
    const id = await add(partner)
    expect(await seen(partner)).toEqual([{ id, width: 160, height: 120 }])
    expect((await openPhoto(db, partner, id, secrets)).bytes.toString()).toBe('en bild')
    expect(await seen(officer, itemOf(partner))).toEqual([])
    await expect(openPhoto(db, officer, id, secrets)).rejects.toThrow('not found: photo')
    const thief = { ...officer, errand: { ...officer.errand, items: partner.errand.items } }
    expect(await seen(thief, itemOf(partner))).toEqual([])
    await expect(openPhoto(db, thief, id, secrets)).rejects.toThrow('not found: photo')
    await expect(add(officer, 'x', itemOf(partner))).rejects.toThrow('not found: item')
    await write(db, officer, (tx) => removePhoto(tx, officer, { item: itemOf(officer), photo: id }, secrets))
    expect(await seen(partner)).toHaveLength(1)
  })

  test('is not told of to one who is not let in', async () => {
    const { partner } = world
    const id = await add(partner)
    const later = {
      ...partner,
      errand: {
        ...partner.errand,
        admitted: false,
        responder: { id: newId(), name: 'Ny', mail: 'ny@x.example' }
      }
    }
    expect(await seen(later)).toEqual([])
    await expect(openPhoto(db, later, id, secrets)).rejects.toThrow('not found: photo')
    await expect(add(later, 'min egen')).rejects.toMatchObject({ errors: { form: 'not_admitted' } })
    const own = await add(later, 'min egen', itemOf(later, 1))
    expect(await seen(later, itemOf(later, 1))).toMatchObject([{ id: own }])
  })

  test('sent twice is one', async () => {
    const { partner } = world
    expect(await add(partner)).toBe(await add(partner))
    expect(await seen(partner)).toHaveLength(1)
    await add(partner, 'en bild', itemOf(partner, 1))
    expect(await seen(partner)).toHaveLength(1)
  })

  test(`is one of ${mostPhotos} at most`, async () => {
    const { partner } = world
    for (let n = 0; n < mostPhotos; n += 1) await add(partner, `bild ${n}`)
    await expect(add(partner, 'en till')).rejects.toMatchObject({ errors: { photos: 'too_many_photos' } })
    expect(await add(partner, 'bild 0')).toBe((await seen(partner))[0]?.id)
  })

  test('is taken away', async () => {
    const { partner } = world
    const id = await add(partner)
    await write(db, partner, (tx) => removePhoto(tx, partner, { item: itemOf(partner), photo: id }, secrets))
    expect(await seen(partner)).toEqual([])
    await expect(openPhoto(db, partner, id, secrets)).rejects.toThrow('not found: photo')
  })
})
