import { capitalise, formatNumber } from '#ui/formats/numbers.ts'
import { plainSentence } from '#ui/formats/totals.ts'
import { quoted } from '#ui/words/foreign.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { paragraph, said, text } from '../inlines.ts'
import type { Node } from '../paper.ts'
import type { Totals } from '../facts.ts'
import { nounOf, type BlockOf, type Report } from '../report.ts'
import { countedSentence, statedWords } from '../totals.ts'

/** What is stated and what is counted, beside each other. */
export const totalsNodes = (report: Report, { facts }: BlockOf<'totals'>): Node[] => [
  {
    type: 'terms',
    items: [
      ...(facts.stated.length > 0
        ? [{ term: [text(m.publications_totals_stated())], children: statedNodes(report, facts) }]
        : []),
      { term: [text(m.publications_totals_counted())], children: countedNodes(report, facts) }
    ]
  }
]

function statedNodes(report: Report, { stated }: Totals): Node[] {
  const source = quoted([...new Set(stated.map((one) => one.source))].join('; '))
  return [
    ...stated.map((one) => paragraph([text(capitalise(statedWords(one, nounOf(report)), getLocale()))])),
    paragraph(said(report, m.publications_stated_source({ source })), 'small')
  ]
}

function countedNodes(report: Report, totals: Totals): Node[] {
  const noun = nounOf(report)
  const counted = countedSentence(totals, noun)
  const { computed, round } = totals
  if (!counted || !computed) return [paragraph([text(m.publications_totals_none())])]
  const begun = m.publications_totals_begun({
    count: formatNumber(computed.begun, getLocale()),
    one: computed.begun === 1 ? noun.gender : 'several'
  })
  const basis =
    round &&
    (totals.inRound ? m.blocks_totals_basis_round : m.publications_totals_basis_text)({
      of: formatNumber(computed.of, getLocale()),
      many: noun.many,
      round: quoted(round.name),
      gender: noun.gender
    })
  return [
    paragraph([text(plainSentence(counted) + (computed.begun > 0 ? ` ${begun}` : ''))]),
    ...(basis ? [paragraph(said(report, basis), 'small')] : [])
  ]
}
