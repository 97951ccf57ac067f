import { figureNumber, quotedFigure } from '#ui/formats/figures.ts'
import { formatList } from '#ui/formats/lists.ts'
import { quoted } from '#ui/words/foreign.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { aside, link, paragraph, said, soft, strong, text, wrote } from '../inlines.ts'
import type { Below, Inline, Node } from '../paper.ts'
import { hrefOf, type BlockOf, type Report } from '../report.ts'
import { unitOf } from './deeds.ts'

/** What adds up, added; and what does not, with the deed that each tells of. By focus area, where they are of several. */
export function figuresNodes(report: Report, { facts }: BlockOf<'figures'>, level: Below): Node[] {
  const listed = facts.listed.flatMap(({ figures }) => figures)
  if (facts.sums.length + listed.length === 0) return [soft(m.publications_figures_none())]
  const at = { plan: facts.areas ?? [], level }
  return [
    ...titled(level, m.publications_figures_sums(), byArea(report, facts.sums, at, sumsNode)),
    ...titled(level, m.publications_figures_listed(), byArea(report, listed, at, listedNode))
  ]
}

type Facts = BlockOf<'figures'>['facts']
type Sums = Facts['sums']
type Listed = Facts['listed'][number]['figures']

const titled = (level: Below, title: string, under: Node[]): Node[] =>
  under.length > 0 ? [{ type: 'heading', level, children: [text(title)] }, ...under] : []

/** Under each focus area in the order of the plan, then under those that a sum is of together; what lies outside them is first. */
function byArea<T extends { areas?: string[] }>(
  report: Report,
  all: T[],
  { plan, level }: { plan: string[]; level: Below },
  node: (report: Report, some: T[]) => Node
): Node[] {
  const groups = Map.groupBy(all, ({ areas = [] }) => formatList(areas, getLocale()))
  const place = (name: string): number =>
    name === '' || plan.includes(name) ? plan.indexOf(name) : plan.length
  const inOrder = [...groups].toSorted(([one], [other]) => place(one) - place(other))
  return inOrder.flatMap(([name, some]) => [
    ...(name === '' ? [] : [areaTitle(report, name, level)]),
    node(report, some)
  ])
}

const areaTitle = (report: Report, name: string, level: Below): Node =>
  level === 3
    ? { type: 'heading', level: 4, children: [wrote(report, name)] }
    : paragraph([strong(wrote(report, name))])

const sumsNode = (report: Report, sums: Sums): Node => ({
  type: 'figures',
  figures: sums.map((sum) => ({
    number: said(report, figureNumber(sum, getLocale())),
    of: said(report, m.publications_figures_of({ unit: quoted(unitOf(sum)), count: sum.of }))
  }))
})

const listedNode = (report: Report, figures: Listed): Node => ({
  type: 'list',
  start: null,
  look: 'lines',
  items: figures.map((figure) => [
    paragraph([
      strong(...said(report, figureNumber(quotedFigure(figure), getLocale()))),
      text(' '),
      ...said(report, quoted(unitOf(figure))),
      text(' '),
      aside(
        link(hrefOf(report, figure.number), wrote(report, figure.title)),
        ...placed(report, figure.places)
      )
    ])
  ])
})

/** Where it was done: ", Backa och Brunnsbo". */
const placed = (report: Report, places: string[] = []): Inline[] =>
  places.length > 0 ? [text(', '), wrote(report, formatList(places, getLocale()))] : []
