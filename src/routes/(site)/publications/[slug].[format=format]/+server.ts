import { answerPaper } from '../../../paper-answers.ts'
import type { RequestHandler } from './$types.ts'

/** The latest edition as a file; for those who compile it, the draft. */
export const GET: RequestHandler = (event) => answerPaper(event, event.params)
