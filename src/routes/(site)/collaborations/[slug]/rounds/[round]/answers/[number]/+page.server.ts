import type { RequestEvent } from '@sveltejs/kit'
import { timeZoneOf } from '#server/domain/rounds/asking.ts'
import { changedHighlight, changedWording, newReview } from '#server/domain/reports/fields.ts'
import { highlightReport } from '#server/domain/reports/highlighting.ts'
import { findReading } from '#server/domain/reports/reading.ts'
import { reviewReport } from '#server/domain/reports/reviewing.ts'
import { wordForPublic } from '#server/domain/reports/wording.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../../../../../submitting.ts'
import { numberIn } from '../../../../commitments/[number]/number.ts'
import { roundIn } from '../../round.ts'
import { findWalk } from './walking.ts'

const reading = async (event: RequestEvent) => {
  const { round, about } = await roundIn(event)
  const number = numberIn(event.params['number'] ?? '')
  return {
    about,
    walk: await findWalk(round, number),
    ...(await findReading(runtime().db, event.locals.actor, round.id, number))
  }
}

export const load = async (event) => {
  const { about, ...read } = await reading(event)
  return {
    ...about,
    ...read,
    timeZone: await timeZoneOf(runtime().db),
    commitment: address(
      event.locals.locale,
      'collaborations',
      event.params.slug,
      'commitments',
      read.report.number
    )
  }
}

export const actions = {
  review: async (event) => {
    const { about, report, walk } = await reading(event)
    const next = walk.unread === null ? about.home : `${about.answers}/${walk.unread}`
    return submit(event, 'review', newReview, (tx, review) =>
      reviewReport(tx, event.locals.actor, report.id, review).then(() => next)
    )
  },
  word: async (event) => {
    const { report } = await reading(event)
    return submit(event, 'word', changedWording, (tx, changed) =>
      wordForPublic(tx, event.locals.actor, report.id, changed).then(() => event.url.pathname)
    )
  },
  highlight: async (event) => {
    const { report } = await reading(event)
    return submit(event, 'highlight', changedHighlight, (tx, { highlight = false }) =>
      highlightReport(tx, event.locals.actor, report.id, highlight).then(() => event.url.pathname)
    )
  }
}
