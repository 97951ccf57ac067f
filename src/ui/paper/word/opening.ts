import { joined, strong, text, wrote } from '../inlines.ts'
import type { Inline, Paper } from '../paper.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
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
    ...set('Facts', paper.invented ? [text(paper.invented)] : null),
    ...paper.facts.flatMap((fact) => set('Facts', fact))
  ]
}
