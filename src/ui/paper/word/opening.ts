import { Paragraph } from 'docx'
import { skylinePicture } from '../drawing/skyline.ts'
import { joined, strong, text, wrote } from '../inlines.ts'
import type { Inline, Paper } from '../paper.ts'
import { everyNode } from '../every-node.ts'
import { widthOf } from './looks.ts'
import { pixels } from './measures.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import { drawingRun } from './pictures.ts'
import { runsOf } from './runs.ts'
import { emptySky, skyAbove } from './sky.ts'
import type { Writing } from './writing.ts'

/** The margin over it all in twips, and in points the air over the houses. */
export type Above = { top: number; houses: number }

/** What a reader meets first: what it is, what it says in one sentence, the whole promise at a glance. */
export function openingOf(paper: Paper, { top, houses }: Above, writing: Writing): Standing[] {
  const { title, period } = writing.words
  const about = paper.about.trim() === title ? null : [strong(wrote(paper, paper.about))]
  const above = { after: houses * 20 }
  const set = (style: string, words: Inline[] | null, spacing?: { after: number }): Standing[] =>
    words ? [paragraphOf(words, { style, ...(spacing && { spacing }) }, writing)] : []
  return [
    ...set('About', joined([about, [text(period)]])),
    ...set('Title', [wrote(paper, title)], paper.opening || paper.invented ? undefined : above),
    ...(paper.opening ? [sentenceOf(paper.opening, paper.invented ? undefined : above, writing)] : []),
    ...set('Invented', paper.invented ? [text(paper.invented)] : null, above),
    skylineOf(paper, top, writing)
  ]
}

/** Who stands behind it and when; one after another where all is to be on one page. */
export function factsOf(
  { facts }: Paper,
  writing: Writing,
  { isOneLine, right }: { isOneLine: boolean; right: number }
): Standing[] {
  const lines = isOneLine && facts.length > 0 ? [joined(facts)] : facts
  const last = lines.length - 1
  return lines.map((line, at) => {
    const spacing = at === last ? { after: Math.round(240 * writing.look.air) } : undefined
    return paragraphOf(line, { style: 'Facts', indent: { right }, ...(spacing && { spacing }) }, writing)
  })
}

/** Its figures stand out. */
const sentenceOf = (opening: Inline[], spacing: { after: number } | undefined, writing: Writing): Paragraph =>
  new Paragraph({
    style: 'Opening',
    ...(spacing && { spacing }),
    children: opening.flatMap((one) =>
      one.type === 'strong'
        ? runsOf(one.children, writing, { style: 'OpeningNumber' })
        : runsOf([one], writing)
    )
  })

const largest = 0.9

function skylineOf(paper: Paper, top: number, writing: Writing): Standing {
  const quarter = everyNode(paper).find((node) => node.type === 'quarter')
  const skyline = quarter && skylinePicture(quarter.streets)
  if (!skyline) return emptySky(top, paper, writing)
  const scale = Math.min(largest, pixels(widthOf(writing.look)) / skyline.width)
  const feet = Math.round(skyline.height * scale)
  return new Paragraph({
    style: 'Skyline',
    children: [skyAbove({ feet, top }, paper, writing), drawingRun(skyline, { scale, alt: null }, writing)]
  })
}
