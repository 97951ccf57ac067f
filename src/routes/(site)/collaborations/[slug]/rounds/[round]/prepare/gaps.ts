import type { Gap } from '#server/domain/rounds/planning.ts'
import { m } from '#ui/words/messages.ts'

type Party = {
  successor: { name: string } | null
  responders: { name: string; ended: boolean }[]
}

/** What is to be mended, said so that it is seen what to do. */
export function gapWords(gap: Gap, { successor, responders }: Party): string {
  if (gap === 'no_mail') return m.preparing_gap_no_mail()
  if (gap === 'party_left') return m.preparing_gap_party_left()
  if (gap === 'organisation_ended')
    return successor
      ? m.preparing_gap_successor({ successor: successor.name })
      : m.preparing_gap_organisation_ended()
  const ended = responders.filter((responder) => responder.ended).map(({ name }) => name)
  return m.preparing_gap_person_ended({ name: ended.join(', ') })
}
