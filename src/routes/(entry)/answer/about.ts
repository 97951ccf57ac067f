import type { Answering } from '#server/domain/answers/street.ts'
import type { ErrandRound } from '#server/domain/answers/errands.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import type { Locale } from '#ui/words/locale.ts'
import { address } from '#ui/words/addresses.ts'
import { nounIn } from '#ui/words/nouns.ts'
import { contactOf } from './holding.ts'

/** What every page of a link says of its errand. */
export const errandOf = ({ errand }: LinkActor, round: ErrandRound, locale: Locale, token: string) => ({
  organisation: errand.organisation.name,
  responder: errand.responder,
  noun: nounIn(round.words.commitment, locale),
  round: {
    name: round.name,
    due: round.due_on,
    from: round.from_day,
    to: round.to_day,
    closed: round.state === 'closed',
    collaboration: round.collaboration_name,
    invented: round.invented,
    authority: round.authority_name
  },
  contact: contactOf(round),
  home: address(locale, 'answer', token),
  sending: address(locale, 'answer', token, 'sending')
})

/** The promises as houses on a street, each a link to its form. */
export const streetOf = (items: Answering[], locale: Locale, token: string) =>
  items.map((item) => ({ ...item, href: address(locale, 'answer', token, item.place) }))
