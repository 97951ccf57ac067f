import type { RequestEvent } from '@sveltejs/kit'
import { findRound } from '#server/domain/rounds/rounds.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address, wordOf } from '#ui/words/addresses.ts'
import { nounIn } from '#ui/words/nouns.ts'

/** The round in the address, for its coordinators; who reads its pages is recorded. */
export async function roundIn(event: RequestEvent) {
  const { actor, locale } = event.locals
  const { slug = '', round: name = '' } = event.params
  const round = await findRound(runtime().db, actor, slug, name)
  event.locals.internal = true
  const of = (...parts: (string | number)[]) =>
    address(locale, 'collaborations', round.collaboration_slug, ...parts)
  const about = {
    round: {
      name: round.name,
      due: round.due_on,
      closed: round.state === 'closed',
      /** Answers come at any time: there is no last day. */
      running: round.kind === 'running',
      /** Parties word what they promise. */
      wording: round.kind === 'wording',
      closedAt: round.closed_at,
      invented: round.invented
    },
    noun: nounIn(round.words.commitment, locale),
    collaboration: { name: round.collaboration_name, href: of() },
    rounds: of('rounds'),
    home: of('rounds', round.slug),
    prepare: of('rounds', round.slug, 'prepare'),
    answers: of('rounds', round.slug, 'answers'),
    parties: of('rounds', round.slug, 'parties'),
    live: of('rounds', round.slug, 'live'),
    /** What stands last in the address where an answer is typed in. */
    typing: wordOf(locale, 'type-in'),
    export: of('rounds', round.slug, 'export'),
    report: of('publications', 'new'),
    /** What a round asked of the next period becomes, or what a follow-up is gone on from. */
    carryOver: of('carry-over')
  }
  return { round, about }
}
