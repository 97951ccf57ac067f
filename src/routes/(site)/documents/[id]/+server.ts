import { serveUpload } from '../serving.ts'
import type { RequestHandler } from './$types.ts'

/** The file that a document has now. */
export const GET: RequestHandler = (event) => serveUpload(event, event.params.id)
