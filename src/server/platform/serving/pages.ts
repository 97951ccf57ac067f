import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../settings/settings.ts'
import { internalHeaders } from './origin.ts'
import type { Pages } from './server.ts'

/**
 * Nothing is read of a body until a form asks for it, and each says for itself how much it takes: this much for an
 * answer with photos as they come out of a camera, which are handled one at a time.
 */
const largestBody = '160M'

export const buildFolder = (): string => join(projectRoot, process.env.BUILD_DIR ?? 'build')

/** Loads the built pages. What they stand on has to be opened before. */
export async function loadPages(): Promise<Pages> {
  const handler = join(buildFolder(), 'handler.js')
  if (!existsSync(handler)) throw new Error('The pages are not built: npm run build.')
  process.env.PROTOCOL_HEADER = internalHeaders.protocol
  process.env.HOST_HEADER = internalHeaders.host
  process.env.ADDRESS_HEADER = internalHeaders.client
  process.env.BODY_SIZE_LIMIT = largestBody
  const { handler: pages } = (await import(pathToFileURL(handler).href)) as { handler: Pages }
  return pages
}
