import { serveUpload } from '../serving.ts'

/** The file that a document has now. */
export const GET = (event) => serveUpload(event, event.params.id)
