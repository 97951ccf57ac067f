import { statusWords } from '#ui/charts/house.ts'
import { formatList } from '#ui/formats/lists.ts'
import { capitalise, spellNumber } from '#ui/formats/numbers.ts'
import { address } from '#ui/words/addresses.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import type { AllCarried, Carried, Fate } from '../facts.ts'
import { link, paragraph, said, soft, text, wrote } from '../inlines.ts'
import type { Inline, Node } from '../paper.ts'
import { nounOf, type BlockOf, type Report } from '../report.ts'
import { quoted } from '#ui/words/foreign.ts'

const fates: Fate[] = ['continue', 'change', 'make_concrete', 'end']

/** The sum in a sentence, then a table for each focus area: the promise, how it went, what became of it. */
export function carriedOverNodes(report: Report, { facts }: BlockOf<'carried_over'>): Node[] {
  if (facts.groups.length === 0) return [soft(m.blocks_carried_none({ many: nounOf(report).many }))]
  return [
    paragraph([text(sumSentence(report, facts))]),
    ...facts.groups.map(({ title, items }): Node => ({
      type: 'table',
      caption: [title === null ? text(m.publications_street_other()) : wrote(report, title)],
      head: [
        [text(capitalise(nounOf(report).one, getLocale()))],
        [text(m.blocks_carried_went())],
        [text(m.blocks_carried_became())]
      ],
      rows: items.map((item) => rowOf(report, item)),
      numbers: []
    }))
  ]
}

/** "Sju fortsätter, ett har ändrats och fem avslutas." */
function sumSentence(report: Report, { sum }: AllCarried): string {
  const { gender } = nounOf(report)
  const counted = fates
    .filter((fate) => sum[fate] > 0)
    .map((fate) =>
      m[`blocks_carried_sum_${fate}`]({
        count: spellNumber(sum[fate], getLocale(), gender),
        many: sum[fate] === 1 ? gender : 'several'
      })
    )
  return `${capitalise(formatList(counted, getLocale()), getLocale())}.`
}

const hrefOf = ({ number, collaboration }: { number: number; collaboration: { slug: string } }): string =>
  address(getLocale(), 'collaborations', collaboration.slug, 'commitments', number)

function rowOf(report: Report, item: Carried): Inline[][] {
  const went = item.degree
    ? statusWords({ degree: item.degree, state: 'reported', ordinary: false }, nounOf(report).gender)
    : m.blocks_carried_untold()
  return [
    [link(hrefOf(item), wrote(report, item.title))],
    [text(capitalise(went, getLocale()))],
    becameOf(report, item)
  ]
}

function becameOf(report: Report, { fate, reason, later, title }: Carried): Inline[] {
  if (!later) return said(report, m.blocks_carried_end({ reason: quoted(reason ?? '') }))
  const word = text(m[`blocks_carried_${fate === 'end' ? 'continue' : fate}`]())
  const same = later.title === title
  return same
    ? [link(hrefOf(later), word)]
    : [word, text(': '), link(hrefOf(later), wrote(report, later.title))]
}
