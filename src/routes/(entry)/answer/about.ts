import type { Answering } from '#server/domain/answers/street.ts'
import type { ErrandRound } from '#server/domain/answers/errands.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import { address } from '#ui/words/addresses.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { nounIn } from '#ui/words/nouns.ts'
import { contactOf } from './holding.ts'

/** Stands in the addresses of what a coordinator looks at as a party would see it: no link has it. */
export const previewToken = 'forhandsvisning'

/** What every page of a link says of its errand. */
export const errandOf = ({ errand }: LinkActor, round: ErrandRound, locale: Locale, token: string) => ({
  /** Nothing is kept of what is written there, on the device neither. */
  preview: token === previewToken,
  organisation: errand.organisation.name,
  responder: errand.responder,
  reads: errand.kind === 'read',
  admitted: errand.admitted,
  opened: round.first_opened_at !== null,
  noun: nounIn(round.words.commitment, locale),
  round: {
    name: round.name,
    kind: round.kind,
    due: round.due_on,
    from: round.from_day,
    to: round.to_day,
    closed: round.state === 'closed',
    exempted: round.exempted_at !== null,
    declined: round.declined_at
      ? { reason: round.declined_reason ?? '', by: round.declined_by ?? '' }
      : null,
    collaboration: round.collaboration_name,
    invented: round.invented,
    authority: round.authority_name
  },
  contact: contactOf(round),
  home: address(locale, 'answer', token),
  sending: address(locale, 'answer', token, 'sending'),
  forward: address(locale, 'answer', token, 'forward'),
  paper: address(locale, 'answer', token, 'paper')
})

/** What is asked once has no title of its own. */
export function titleOf({ about, title }: Pick<Answering, 'about' | 'title'>): string {
  if (about === 'party') return m.answers_about_party()
  return about === 'collaboration' ? m.answers_about_collaboration() : (title ?? '')
}

/** The promises as houses on a street, each a link to its form, and what is asked beside them. */
export const streetOf = (items: Answering[], locale: Locale, token: string) =>
  items.map((item) => ({
    ...item,
    title: titleOf(item),
    href: address(locale, 'answer', token, item.place)
  }))
