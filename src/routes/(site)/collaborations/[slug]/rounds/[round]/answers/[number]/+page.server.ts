import type { RequestEvent } from '@sveltejs/kit'
import { listMeasures } from '#server/domain/figures/merging.ts'
import { findDeed, listJoinable } from '#server/domain/highlights/highlights.ts'
import { besideProposal } from '#server/domain/proposals/reading.ts'
import { listAttached } from '#server/domain/photos/attached.ts'
import { findReading } from '#server/domain/reports/reading.ts'
import { refOf } from '#server/domain/reports/refs.ts'
import { findWalk } from '#server/domain/reports/walking.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { questionsOf } from '#server/domain/rounds/questions.ts'
import { sinceLast } from '#server/domain/rounds/since.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import type { Locale } from '#ui/words/locale.ts'
import { roundIn } from '../../round.ts'
import { deedActions } from './deed-actions.ts'
import { reviewActions } from './review-actions.ts'

export const load = async (event) => {
  const { db } = runtime()
  const { actor, locale } = event.locals
  const { round, about } = await roundIn(event)
  const read = await findReading(db, actor, round.id, event.params.number)
  const { received, before } = read
  const answered = received.answers as Record<string, string | number | boolean>
  const isProposal = read.report.about === 'promise'
  const proposal = isProposal ? await besideProposal(db, read.report, answered) : null
  const report = isProposal
    ? { ...read.report, title: String(answered['title'] ?? ''), number: proposal?.number ?? null }
    : read.report
  const of = (...parts: (string | number)[]) => address(locale, 'collaborations', event.params.slug, ...parts)
  return {
    ...about,
    ...read,
    report,
    proposal,
    ref: event.params.number,
    walk: await findWalk(db, round.id, event.params.number),
    timeZone: await timeZoneOf(db),
    change: sinceLast(before?.degree ?? null, received.degree),
    questions: questionsOf(round.questions).filter(({ key }) => key in (received.answers as object)),
    answered,
    photos: await listAttached(db, [received.id]),
    deed: await deedIn(event, report),
    measures: received.figures.length > 0 ? await listMeasures(db, actor, report.collaboration_id) : [],
    editing: event.url.searchParams.get('redigera'),
    promisedBefore: beforeIn(event.locals.locale, event.params.slug, proposal?.before ?? null),
    commitment: report.number === null ? null : of('commitments', report.number),
    party: `${about.parties}/${report.organisation_slug}`
  }
}

type PromisedBefore = NonNullable<Awaited<ReturnType<typeof besideProposal>>['before']>

/** What was promised in the period before, where it is asked whether it goes on; and where that is chosen. */
const beforeIn = (locale: Locale, successor: string, before: PromisedBefore | null) =>
  before && {
    ...before,
    href: address(locale, 'collaborations', before.slug, 'commitments', before.number),
    carryOver: `${address(locale, 'collaborations', before.slug, 'carry-over', successor)}#nummer-${before.number}`
  }

/** What the answer is told with, and, when somebody wants to choose, what it may be told with. */
async function deedIn(event: RequestEvent, report: Parameters<typeof listJoinable>[2]) {
  const { db } = runtime()
  const of = (one: { round_slug: string } & Parameters<typeof refOf>[0]) =>
    address(
      event.locals.locale,
      'collaborations',
      event.params['slug'] ?? '',
      'rounds',
      one.round_slug,
      'answers',
      refOf(one)
    )
  const deed = await findDeed(db, report)
  const choosing = event.url.searchParams.has('samma')
  const joinable = choosing ? await listJoinable(db, event.locals.actor, report) : null
  return {
    choosing,
    joinable,
    standing: deed && { ...deed, told: deed.told.map((one) => ({ ...one, href: of(one) })) }
  }
}

export const actions = { ...reviewActions, ...deedActions }
