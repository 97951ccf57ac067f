import { Bookmark, Paragraph } from 'docx'
import type { Paper, PaperSection } from '../paper.ts'
import { bookmarkOf } from './contents.ts'
import { headings } from './headings.ts'
import { standingOf } from './nodes.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import { runsOf } from './runs.ts'
import type { Writing } from './writing.ts'

export const sectionOf = (section: PaperSection, at: number, writing: Writing): Standing[] => {
  const { heading, level, lead, nodes } = section
  const place = { style: lead ? 'Lead' : 'Normal', indent: 0, lists: 0 }
  return [
    ...(heading
      ? [
          new Paragraph({
            ...headings(level),
            children: [new Bookmark({ id: bookmarkOf(at), children: runsOf(heading, writing) })]
          })
        ]
      : []),
    ...standingOf(nodes, writing, place)
  ]
}

/** Last: where its facts come from, and what it is known by. */
export const colophonOf = ({ colophon }: Paper, writing: Writing): Standing[] =>
  colophon.length === 0
    ? []
    : [
        new Paragraph({ style: 'Rule' }),
        ...colophon.map((line) => paragraphOf(line, { style: 'Small' }, writing))
      ]
