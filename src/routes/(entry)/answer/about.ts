import type { Answering } from '#server/domain/answers/street.ts'
import type { ErrandRound } from '#server/domain/answers/errands.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import type { Noun } from '#ui/formats/totals.ts'
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
    declined: round.declined_at ? { reason: round.declined_reason ?? '', by: round.declined_by ?? '' } : null,
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

/** What is asked once has no title of its own, nor a promise that nobody has begun to word. */
export function titleOf({ about, title }: Pick<Answering, 'about' | 'title'>, { one, gender }: Noun): string {
  if (about === 'party') return m.answers_about_party()
  if (about === 'collaboration') return m.answers_about_collaboration()
  return title ?? m.wording_untitled({ one, gender })
}

/** The promises as houses on a street, each a link to its form, and what is asked beside them. */
export const streetOf = (items: Answering[], noun: Noun, locale: Locale, token: string) =>
  items.map((item) => ({
    ...item,
    title: titleOf(item, noun),
    /** Room for one more promise to word. */
    blank: item.about === 'promise' && item.state === 'untouched' && item.title === null,
    href: address(locale, 'answer', token, item.place)
  }))
