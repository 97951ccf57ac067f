import type { Node, Paper } from './paper.ts'

/** In the order they are read, those within others after them. */
export const everyNode = (paper: Paper): Node[] =>
  paper.sections.flatMap(({ nodes }) => nodes.flatMap(within))

function within(node: Node): Node[] {
  switch (node.type) {
    case 'deeds':
      return [node, ...node.deeds.flatMap(({ text }) => text.flatMap(within))]
    case 'list':
      return [node, ...node.items.flat().flatMap(within)]
    case 'quote':
      return [node, ...node.children.flatMap(within)]
    case 'terms':
      return [node, ...node.items.flatMap(({ children }) => children.flatMap(within))]
    default:
      return [node]
  }
}
