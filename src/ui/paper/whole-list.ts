import { m } from '#ui/words/messages.ts'
import { link, paragraph, plain, text } from './inlines.ts'
import type { Node, PaperSection, TableNode } from './paper.ts'
import { nounOf, type Report } from './report.ts'

/** So few are read where they are drawn. */
const few = 12

/**
 * In a file all that was promised is listed last, street by street: the houses say it where they stand, and nobody leafs
 * through pages of rows before the first word of what was done. A page has it folded beneath the houses instead.
 */
export function withWholeListLast(report: Report, sections: PaperSection[]): PaperSection[] {
  const heading = m.publications_heading_whole({ many: nounOf(report).many })
  const anchor = 'avsnitt-alla'
  const lifted: TableNode[] = []
  const kept = sections.map((section) => ({
    ...section,
    nodes: section.nodes.flatMap((node): Node[] => {
      if (node.type !== 'quarter' || rowsOf(node.tables) <= few) return [node]
      lifted.push(...node.tables)
      return [{ ...node, tables: [] }, paragraph([link(`#${anchor}`, text(heading))])]
    })
  }))
  if (lifted.length === 0) return sections
  const nodes = lifted.flatMap(listOf)
  return [...kept, { id: anchor, anchor, heading: [text(heading)], level: 2, lead: false, nodes }]
}

const rowsOf = (tables: TableNode[]): number => tables.reduce((sum, { rows }) => sum + rows.length, 0)

/** Where all of a street have come as far it is said once. */
function listOf(table: TableNode): Node[] {
  const [first, ...others] = table.rows.map(([, status = []]) => plain(status))
  if (!first || others.length === 0 || others.some((status) => status !== first)) return [table]
  return [
    { type: 'heading', level: 3, children: table.caption },
    paragraph([text(m.publications_whole_alike({ status: first }))]),
    { type: 'list', start: null, look: 'names', items: table.rows.map(([title = []]) => [paragraph(title)]) }
  ]
}
