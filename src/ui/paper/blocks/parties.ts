import { formatList } from '#ui/formats/lists.ts'
import { formatPeriod } from '#ui/formats/periods.ts'
import { address } from '#ui/words/addresses.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { aside, link, paragraph, soft, text } from '../inlines.ts'
import type { Below, Inline, Node } from '../paper.ts'
import type { Parties } from '../facts.ts'
import { nounOf, type BlockOf, type Report } from '../report.ts'
import { statedWords } from '../totals.ts'

const roles: Record<string, () => string> = {
  maker: m.publications_role_maker,
  party: m.publications_role_party,
  convener: m.publications_role_convener,
  participant: m.publications_role_participant,
  funder: m.publications_role_funder,
  reference: m.publications_role_reference
}

export const partiesNodes = (report: Report, { facts }: BlockOf<'parties'>, level: Below): Node[] => [
  ...(facts.roles.length > 0 || !facts.moves ? [howMany(report, facts)] : []),
  ...facts.roles.flatMap(({ role, parties }): Node[] => [
    { type: 'heading', level, children: [text(roles[role]?.() ?? role)] },
    { type: 'list', start: null, look: 'names', items: parties.map((one) => [paragraph(partyLine(one))]) }
  ]),
  ...(facts.moves ? movesNodes(facts.moves, facts.roles.length === 0, level) : [])
]

/** Who has come and gone. Where that is all the block tells, nobody is told of too. */
function movesNodes({ joined, left }: NonNullable<Parties['moves']>, alone: boolean, level: Below): Node[] {
  if (joined.length + left.length === 0) return alone ? [soft(m.blocks_parties_moves_none())] : []
  const list = (title: string, parties: typeof joined): Node[] =>
    parties.length > 0
      ? [
          { type: 'heading', level, children: [text(title)] },
          {
            type: 'list',
            start: null,
            look: 'names',
            items: parties.map((one) => [paragraph(partyLine(one))])
          }
        ]
      : []
  return [...list(m.blocks_parties_joined(), joined), ...list(m.blocks_parties_left(), left)]
}

function howMany(report: Report, { stated, named }: Parties): Node {
  if (named === 0 && stated.length === 0) return soft(m.publications_parties_none())
  const figures = formatList(
    stated.map((one) => statedWords(one, nounOf(report))),
    getLocale()
  )
  const said = stated.length > 0 ? `${m.publications_parties_stated({ figures })} ` : ''
  return paragraph([text(said + m.publications_parties_named({ count: named }))])
}

export function partyLine({ slug, name, from, to }: Parties['roles'][number]['parties'][number]): Inline[] {
  const who = link(address(getLocale(), 'organisations', slug), text(name))
  if (!from && !to) return [who]
  return [who, text(' '), aside(text(formatPeriod({ from, to, precision: 'day' }, getLocale())))]
}
