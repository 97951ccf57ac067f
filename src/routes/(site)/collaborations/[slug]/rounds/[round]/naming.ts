import { m } from '#ui/words/messages.ts'

type About = 'commitment' | 'party' | 'collaboration' | 'promise'
type Named = { about: About; number?: number | null; title: string | null }

/** What an answer is about: a commitment's title, or that a party answers for itself. */
export function titleOf({ about, title }: Named): string {
  if (about === 'party') return m.rounds_about_party()
  return about === 'collaboration' ? m.rounds_about_collaboration() : (title ?? m.rounds_about_promise())
}

export const numberedTitle = (named: Named): string =>
  named.number ? `${named.number}. ${titleOf(named)}` : titleOf(named)

type Stated = { state: 'submitted' | 'returned' | 'accepted' | null; begun: boolean }
export const stateOf = ({ state, begun }: Stated): string =>
  m[`rounds_item_${state ?? (begun ? 'begun' : 'asked')}`]()
