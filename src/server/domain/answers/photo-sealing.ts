import type { Id } from '#server/platform/db/ids.ts'
import type { Photo } from '#server/platform/images/images.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { sealBytes, unsealBytes, type Place, type Sealed } from './sealing.ts'

/** A photo of a draft, and the responder who added it. */
export type AddedPhoto = Photo & { by: Id }

/** Its size and who added it lie sealed with the picture: a line of data, and the bytes. */
export function sealPhoto(secrets: Secrets, place: Place, { bytes, ...about }: AddedPhoto): Sealed {
  return sealBytes(secrets, place, Buffer.concat([Buffer.from(`${JSON.stringify(about)}\n`), bytes]))
}

export function unsealPhoto(secrets: Secrets, place: Place, sealed: Sealed): AddedPhoto {
  const opened = unsealBytes(secrets, place, sealed)
  const end = opened.indexOf('\n')
  const about = JSON.parse(opened.toString('utf8', 0, end)) as Omit<AddedPhoto, 'bytes'>
  return { ...about, bytes: opened.subarray(end + 1) }
}
