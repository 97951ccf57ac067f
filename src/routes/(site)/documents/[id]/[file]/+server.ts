import { serveUpload } from '../../serving.ts'
import type { RequestHandler } from './$types.ts'

/** That very file, also where the document has another by now: what was told of it leads here. */
export const GET: RequestHandler = (event) => serveUpload(event, event.params.id, event.params.file)
