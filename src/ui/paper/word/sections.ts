import { Bookmark, Paragraph } from 'docx'
import { joined } from '../inlines.ts'
import type { Paper, PaperSection } from '../paper.ts'
import { headings } from './headings.ts'
import { widthOf } from './looks.ts'
import { standingOf, type Place } from './nodes.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import { runsOf } from './runs.ts'
import { bookmarkOf, type Writing } from './writing.ts'

/**
 * What stands last of all belongs to the colophon, which is not to have a page of its own. What begins a page of its own has no
 * air above it.
 */
export function sectionsOf(
  { sections, colophon }: Paper,
  writing: Writing,
  begins: 'a page' | 'under the opening'
): Standing[] {
  const last = colophon.length > 0 ? sections.length - 1 : -1
  return sections.flatMap((section, at) => [
    ...headingOf(section, at, begins === 'a page' && at === 0, writing),
    ...standingOf(section.nodes, writing, placeOf(section, at === last, writing))
  ])
}

const placeOf = ({ lead }: PaperSection, keepNext: boolean, { look }: Writing): Place => ({
  style: lead ? 'Lead' : 'Normal',
  indent: 0,
  width: widthOf(look),
  lists: 0,
  keepNext
})

function headingOf(
  { heading, level }: PaperSection,
  at: number,
  isTop: boolean,
  writing: Writing
): Standing[] {
  if (!heading) return []
  const runs = runsOf(heading, writing, { quiet: true })
  return [
    new Paragraph({
      ...headings(level),
      ...(isTop && { spacing: { before: 0 } }),
      children: [new Bookmark({ id: bookmarkOf(at), children: runs })]
    })
  ]
}

/** Last: where its facts come from, and what it is known by; on one line where all is to be on one page. */
export function colophonOf({ colophon }: Paper, writing: Writing, isTight: boolean): Standing[] {
  if (colophon.length === 0) return []
  const lines = isTight ? [joined(colophon, ' ')] : colophon
  return [
    new Paragraph({ style: 'BeforeColophon' }),
    ...lines.map((line, at) =>
      paragraphOf(line, { style: 'Colophon', keepNext: at < lines.length - 1 }, writing)
    )
  ]
}
