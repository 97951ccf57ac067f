import { answerPaper } from '../../../../../paper-answers.ts'
import type { RequestHandler } from './$types.ts'

export const GET: RequestHandler = (event) => answerPaper(event, event.params)
