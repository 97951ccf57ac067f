import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { library, makePhoto, type Photo } from '#server/platform/images/images.ts'

const made = new Map<string, Promise<Photo>>()

/** A drawing of the story's own, as a party sends in a photo: what it is kept as is made of it by the house. */
export function photoOf(picture: string): Promise<Photo> {
  const photo = made.get(picture) ?? draw(picture)
  made.set(picture, photo)
  return photo
}

async function draw(picture: string): Promise<Photo> {
  const drawing = await readFile(join(import.meta.dirname, '..', 'pictures', `${picture}.svg`))
  const sharp = await library()
  const making = await makePhoto(await sharp(drawing).png({ compressionLevel: 0 }).toBuffer())
  if (!making.ok) throw new Error(`the story's picture "${picture}" is ${making.fault}`)
  return making.photo
}
