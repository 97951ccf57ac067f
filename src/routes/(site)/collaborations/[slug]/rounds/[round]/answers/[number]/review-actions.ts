import type { RequestEvent } from '@sveltejs/kit'
import { acceptPromise } from '#server/domain/proposals/accepting.ts'
import { changedWording, newReview } from '#server/domain/reports/fields.ts'
import { findReading } from '#server/domain/reports/reading.ts'
import { reviewReport } from '#server/domain/reports/reviewing.ts'
import { findWalk } from '#server/domain/reports/walking.ts'
import { wordForPublic } from '#server/domain/reports/wording.ts'
import { runtime } from '#server/platform/runtime.ts'
import { submit } from '../../../../../../../submitting.ts'
import { roundIn } from '../../round.ts'

/** The answer in the address, for its coordinators. */
export async function answerIn(event: RequestEvent) {
  const { db } = runtime()
  const { round, about } = await roundIn(event)
  const ref = event.params['number'] ?? ''
  const { report } = await findReading(db, event.locals.actor, round.id, ref)
  return { about, report, walk: await findWalk(db, round.id, ref) }
}

export const reviewActions = {
  review: async (event: RequestEvent) => {
    const { about, report, walk } = await answerIn(event)
    const next = walk.unread === null ? about.home : `${about.answers}/${walk.unread}`
    const { actor } = event.locals
    return submit(event, 'review', newReview, async (tx, review) => {
      if (report.about === 'promise' && review.verdict === 'accepted')
        await acceptPromise(tx, actor, report.id, review.version)
      else await reviewReport(tx, actor, report.id, review)
      return next
    })
  },
  word: async (event: RequestEvent) => {
    const { report } = await answerIn(event)
    return submit(event, 'word', changedWording, (tx, changed) =>
      wordForPublic(tx, event.locals.actor, report.id, changed).then(() => event.url.pathname)
    )
  }
}
