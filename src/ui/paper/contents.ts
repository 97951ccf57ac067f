import { everyNode } from './every-node.ts'
import { plain } from './inlines.ts'
import type { Inline, Node, Paper } from './paper.ts'

/** Fewer sections are seen at a glance, and what is shorter is read through. */
const fewest = 4
const shortest = 3500

/** Whether a reader needs a list of contents in print: what is on a page or two has none. */
export function needsContents(paper: Paper): boolean {
  const headings = paper.sections.filter(({ heading, level }) => heading && level === 2)
  return headings.length >= fewest && signsIn(paper) > shortest
}

/** Whether it may be meant to be one page. */
export const isBrief = (paper: Paper): boolean => !needsContents(paper) && signsIn(paper) <= shortest

export const signsIn = (paper: Paper): number =>
  everyNode(paper).reduce((sum, node) => sum + lengthOf(node), 0)

const all = (lines: Inline[][]): number => lines.reduce((sum, line) => sum + plain(line).length, 0)

/** In signs, of what stands in a node itself. */
function lengthOf(node: Node): number {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return plain(node.children).length
    case 'table':
      return all(node.rows.flat())
    case 'deeds':
      return all(node.deeds.flatMap(({ title, by, figures }) => [title, by, ...figures]))
    case 'figures':
      return all(node.figures.flatMap(({ number, of }) => [number, of]))
    case 'quarter':
      return all(node.tables.flatMap(({ rows }) => rows.flat()))
    default:
      return 0
  }
}
