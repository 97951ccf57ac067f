import { Tab, TextRun, type ParagraphChild } from 'docx'
import { housePicture } from '../drawing/quarter-picture.ts'
import { text } from '../inlines.ts'
import type { Inline, PaperDeed } from '../paper.ts'
import { headings } from './headings.ts'
import { hang } from './measures.ts'
import { standingOf, type Place } from './nodes.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import { drawingRun, photosOf } from './pictures.ts'
import type { Writing } from './writing.ts'

const hanging = { indent: { left: 0, hanging: hang } }

/** The house out in the margin before its heading, and all that is told of it in line with the words. */
export function deedOf(deed: PaperDeed, level: 3 | 4 | 5, writing: Writing, place: Place): Standing[] {
  const { url, title, by, figures, house } = deed
  const words: Inline[] = url ? [{ type: 'link', url, children: title }] : title
  const heading = { ...headings(level), ...(house && hanging) }
  const told: Place = { ...place, style: 'Deed', keepNext: false }
  return [
    paragraphOf(words, heading, writing, { before: houseBefore(deed, writing), quiet: true }),
    ...standingOf(deed.text, writing, told),
    ...photosOf(deed.photos, writing, { keepNext: true }),
    ...(by.length > 0
      ? [paragraphOf(by, { style: 'DeedBy', ...(figures.length > 0 && { keepNext: true }) }, writing)]
      : []),
    ...(figures.length > 0 ? [paragraphOf(apart(figures), { style: 'DeedFigures' }, writing)] : [])
  ]
}

const houseBefore = ({ house }: PaperDeed, writing: Writing): ParagraphChild[] =>
  house
    ? [
        drawingRun(housePicture(house), { scale: 0.85, alt: null }, writing),
        new TextRun({ children: [new Tab()] })
      ]
    : []

const apart = (figures: Inline[][]): Inline[] =>
  figures.flatMap((children, at): Inline[] => [text(at > 0 ? '   ' : ''), { type: 'mark', children }])
