import { createHash, createHmac } from 'node:crypto'
import type { Id } from '#server/platform/db/ids.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'

/**
 * What stands in a personal link: 256 bits that can be made again, so that a reminder carries the same link, and that
 * die with their generation.
 */
export const tokenOf = (secrets: Secrets, link: { id: Id; generation: number }): string =>
  createHmac('sha256', secrets.keyFor('links')).update(`${link.id}.${link.generation}`).digest('base64url')

/** What the database knows of a token. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
