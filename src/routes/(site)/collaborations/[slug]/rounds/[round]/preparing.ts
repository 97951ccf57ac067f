import type { RequestEvent } from '@sveltejs/kit'
import { listParties } from '#server/domain/parties/parties.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { asWritten } from '#server/domain/rounds/changing.ts'
import { remindChoices } from '#server/domain/rounds/fields.ts'
import { questionsOf } from '#server/domain/rounds/questions.ts'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { roundIn } from './round.ts'

/** What the pages where a round is prepared, and changed later, have in common. */
export async function preparingIn(event: RequestEvent) {
  const { round, about } = await roundIn(event)
  const timeZone = await timeZoneOf(runtime().db)
  const of = (...parts: string[]) =>
    address(event.locals.locale, 'collaborations', round.collaboration_slug, 'rounds', round.slug, ...parts)
  const { from_day, to_day, version, opens_at, invitation, reminder } = round
  const preparing = {
    ...about,
    preparing: round.state === 'preparing',
    /** As the forms have it. */
    standing: { ...asWritten(round, timeZone), words: null, questions: null },
    period: { from: from_day, to: to_day, precision: 'day' as const },
    opensAt: opens_at,
    ...{ version, invitation, reminder, timeZone },
    remindDays: round.remind_days,
    remindChoices: [...remindChoices],
    questions: questionsOf(round.questions),
    today: dayIn(timeZone),
    prepare: of('prepare'),
    toQuestions: of('questions'),
    preview: of('preview'),
    editing: event.url.searchParams.get('redigera')
  }
  return { round, preparing }
}

/** The organisations that can be chosen to answer: the collaboration's parties, once each. */
export async function choosable(collaboration: Id): Promise<{ value: Id; label: string }[]> {
  const parties = await listParties(runtime().db, collaboration)
  const byId = new Map(parties.map(({ organisation_id, name }) => [organisation_id, name]))
  return [...byId]
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'sv'))
}
