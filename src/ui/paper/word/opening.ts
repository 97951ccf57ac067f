import { Paragraph } from 'docx'
import { skylinePicture } from '../drawing/skyline.ts'
import { joined, strong, text, wrote } from '../inlines.ts'
import type { Inline, Paper } from '../paper.ts'
import { everyNode } from '../every-node.ts'
import { pixels, textWidth } from './measures.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import { drawingRun } from './pictures.ts'
import type { Writing } from './writing.ts'

/** What a reader meets first: what it is, what it says in one sentence, who stands behind it. */
export function openingOf(paper: Paper, writing: Writing): Standing[] {
  const { title, period } = writing.words
  const about = paper.about.trim() === title ? null : [strong(wrote(paper, paper.about))]
  const set = (style: string, words: Inline[] | null): Standing[] =>
    words ? [paragraphOf(words, { style }, writing)] : []
  return [
    ...set('About', joined([about, [text(period)]])),
    ...set('Title', [wrote(paper, title)]),
    ...set('Opening', paper.opening),
    ...skylineOf(paper, writing),
    ...set('Facts', paper.invented ? [text(paper.invented)] : null),
    ...paper.facts.flatMap((fact) => set('Facts', fact))
  ]
}

/** The whole promise at a glance, as far as there is one. */
function skylineOf(paper: Paper, writing: Writing): Standing[] {
  const quarter = everyNode(paper).find((node) => node.type === 'quarter')
  const skyline = quarter && skylinePicture(quarter.streets)
  if (!skyline) return []
  const scale = Math.min(1, pixels(textWidth) / skyline.width)
  return [new Paragraph({ style: 'Picture', children: [drawingRun(skyline, { scale, alt: null }, writing)] })]
}
