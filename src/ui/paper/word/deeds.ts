import { BorderStyle, Tab, TextRun, type ParagraphChild } from 'docx'
import { housePicture } from '../drawing/quarter-picture.ts'
import { text } from '../inlines.ts'
import type { Inline, PaperDeed } from '../paper.ts'
import { headings } from './headings.ts'
import { colours, step } from './measures.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import { drawingRun, photosOf } from './pictures.ts'
import type { Writing } from './writing.ts'

const heading = {
  indent: { left: step, hanging: step },
  border: { top: { style: BorderStyle.SINGLE, size: 4, space: 8, color: colours.line } }
}

/** The house before its heading, and all that is told of it in line with the words. */
export function deedOf(deed: PaperDeed, level: 3 | 4 | 5, told: Standing[], writing: Writing): Standing[] {
  const { url, title, by, figures } = deed
  const words: Inline[] = url ? [{ type: 'link', url, children: title }] : title
  return [
    paragraphOf(words, { ...headings(level), ...heading }, writing, houseBefore(deed, writing)),
    ...told,
    ...photosOf(deed.photos, writing, step),
    ...(by.length > 0
      ? [paragraphOf(by, { style: 'DeedBy', ...(figures.length > 0 && { keepNext: true }) }, writing)]
      : []),
    ...(figures.length > 0 ? [paragraphOf(apart(figures), { style: 'DeedFigures' }, writing)] : [])
  ]
}

function houseBefore({ house }: PaperDeed, writing: Writing): ParagraphChild[] {
  const tab = new TextRun({ children: [new Tab()] })
  return house ? [drawingRun(housePicture(house), { scale: 0.85, alt: null }, writing), tab] : [tab]
}

const apart = (figures: Inline[][]): Inline[] =>
  figures.flatMap((children, at): Inline[] => [text(at > 0 ? '   ' : ''), { type: 'mark', children }])
