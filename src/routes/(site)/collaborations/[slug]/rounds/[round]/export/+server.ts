import { exportedRows } from '#server/domain/rounds/exporting.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { questionsOf } from '#server/domain/rounds/questions.ts'
import { runtime } from '#server/platform/runtime.ts'
import { workbookOf } from '#server/platform/sheets/sheet.ts'
import { roundIn } from '../round.ts'
import { sheetOf } from './sheet.ts'
import type { RequestHandler } from './$types'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The table of a round, as its coordinators may read it. */
export const GET: RequestHandler = async (event) => {
  const { db } = runtime()
  const { round, about } = await roundIn(event)
  const rows = await exportedRows(db, round)
  const book = workbookOf(
    sheetOf(rows, {
      name: round.name,
      questions: questionsOf(round.questions),
      noun: about.noun,
      timeZone: await timeZoneOf(db),
      locale: event.locals.locale
    })
  )
  const name = `${round.collaboration_slug}-${round.slug}.xlsx`
  return new Response(new Uint8Array(book), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store'
    }
  })
}
