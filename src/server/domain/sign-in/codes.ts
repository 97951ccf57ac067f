import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Secrets } from '#server/platform/secrets/secrets.ts'

const algorithm = 'aes-256-gcm'

/** A code as it waits in the outbox: nothing that a query, a dump or an administrator can sign in by. */
export function sealCode(secrets: Secrets, person: string, code: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, secrets.keyFor('mail'), nonce).setAAD(Buffer.from(person))
  const sealed = Buffer.concat([cipher.update(code, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

export function openCode(secrets: Secrets, person: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const opener = createDecipheriv(algorithm, secrets.keyFor('mail'), bytes.subarray(0, 12))
    .setAAD(Buffer.from(person))
    .setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8')
}
