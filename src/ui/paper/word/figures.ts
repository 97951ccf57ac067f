import { link } from '../inlines.ts'
import type { Node } from '../paper.ts'
import { besideEachOther, columnsOf, rowsOf } from './beside.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import type { Writing } from './writing.ts'

type Figures = Extract<Node, { type: 'figures' }>['figures']

const across = 3

/** Each number stands out, above what it counts. */
export const figuresOf = (figures: Figures, width: number, writing: Writing): Standing[] =>
  besideEachOther({
    widths: columnsOf(across, width),
    rows: rowsOf(figures, across).map((some) => some.map((figure) => figureOf(figure, writing)))
  })

const figureOf = ({ number, of, url }: Figures[number], writing: Writing): Standing[] => [
  paragraphOf(number, { style: 'Figure' }, writing),
  paragraphOf(url ? [link(url, ...of)] : of, { style: 'FigureOf' }, writing, { quiet: true })
]
