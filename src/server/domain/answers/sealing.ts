import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Id } from '#server/platform/db/ids.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'

/** Where a draft lies. Moved anywhere else, it can't be opened. */
export type Place = { space: Id; draft: Id }
export type Sealed = { salt: Buffer; sealed: Buffer }

const nonceLength = 12
const tagLength = 16

const keyOf = (secrets: Secrets, { space }: Place, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', secrets.keyFor('drafts'), salt, space, 32))

/**
 * AES-256-GCM under a key of its own (HKDF of the secret outside the database, a new salt each time, the space), with
 * the row's id as associated data. A draft is the answering organisation's own (Tryckfrihetsförordningen 2:9, 2:13).
 */
export const seal = (secrets: Secrets, place: Place, text: string): Sealed =>
  sealBytes(secrets, place, Buffer.from(text))

/** The same, of what is no text: photos. */
export function sealBytes(secrets: Secrets, place: Place, bytes: Buffer): Sealed {
  const salt = randomBytes(16)
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secrets, place, salt), nonce)
  cipher.setAAD(Buffer.from(place.draft))
  const hidden = Buffer.concat([cipher.update(bytes), cipher.final()])
  return { salt, sealed: Buffer.concat([nonce, cipher.getAuthTag(), hidden]) }
}

/** @throws when it was sealed elsewhere, by another secret, or has been touched. */
export const unseal = (secrets: Secrets, place: Place, sealed: Sealed): string =>
  unsealBytes(secrets, place, sealed).toString()

export function unsealBytes(secrets: Secrets, place: Place, { salt, sealed }: Sealed): Buffer {
  const nonce = sealed.subarray(0, nonceLength)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secrets, place, salt), nonce)
  decipher.setAAD(Buffer.from(place.draft))
  decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(nonceLength + tagLength)), decipher.final()])
}
