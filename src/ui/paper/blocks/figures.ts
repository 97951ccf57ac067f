import { figureNumber, quotedFigure } from '#ui/formats/figures.ts'
import { quoted } from '#ui/words/foreign.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { aside, link, paragraph, said, soft, strong, text, wrote } from '../inlines.ts'
import type { Below, Inline, Node } from '../paper.ts'
import { hrefOf, type BlockOf, type Report } from '../report.ts'
import { unitOf } from './deeds.ts'

/** What adds up, added; and what does not, with the deed that each tells of. */
export function figuresNodes(report: Report, { facts }: BlockOf<'figures'>, level: Below): Node[] {
  const { sums, listed } = facts
  if (sums.length + listed.length === 0) return [soft(m.publications_figures_none())]
  return [
    ...(sums.length > 0 ? [titled(level, m.publications_figures_sums()), sumsNode(report, sums)] : []),
    ...(listed.length > 0 ? [titled(level, m.publications_figures_listed()), listedNode(report, listed)] : [])
  ]
}

const titled = (level: Below, title: string): Node => ({ type: 'heading', level, children: [text(title)] })

type Facts = BlockOf<'figures'>['facts']

const sumsNode = (report: Report, sums: Facts['sums']): Node => ({
  type: 'figures',
  figures: sums.map((sum) => ({
    number: said(report, figureNumber(sum, getLocale())),
    of: [
      ...said(report, m.publications_figures_of({ unit: quoted(unitOf(sum)), count: sum.of })),
      ...within(report, sum.areas ?? [])
    ]
  }))
})

/** ", Skola, Brunnsbo": in which focus areas it was told, and where. */
const within = (report: Report, names: string[]): Inline[] =>
  names.flatMap((name) => [text(', '), wrote(report, name)])

const listedNode = (report: Report, listed: Facts['listed']): Node => ({
  type: 'list',
  start: null,
  look: 'lines',
  items: listed
    .flatMap(({ figures }) => figures)
    .map((figure) => [
      paragraph([
        strong(...said(report, figureNumber(quotedFigure(figure), getLocale()))),
        text(' '),
        ...said(report, quoted(unitOf(figure))),
        text(' '),
        aside(
          link(hrefOf(report, figure.number), wrote(report, figure.title)),
          ...within(report, [...(figure.areas ?? []), ...(figure.places ?? [])])
        )
      ])
    ])
})
