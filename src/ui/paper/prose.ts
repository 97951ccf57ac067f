import type { ListItem, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { getLocale } from '#ui/words/locale.ts'
import { paragraph, plain, wrote } from './inlines.ts'
import type { Inline, Node } from './paper.ts'
import type { Report } from './report.ts'

const parser = unified().use(remarkParse).freeze()
const safe = /^(?:https?:|mailto:|#|\/(?!\/))/i
/** A line that begins with so many quotations and lists in each other that to read it takes minutes, or all the memory. */
const abyss = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){30}/m

/** More lines or marks than any chapter has: what they mean to each other takes half a minute to find out. */
const mostLines = 2000
const mostMarks = 4000
const isDear = (markdown: string): boolean =>
  abyss.test(markdown) ||
  markdown.split('\n', mostLines + 1).length > mostLines ||
  markdown.split(/[*_]/, mostMarks + 1).length > mostMarks

type Reading = {
  report: Pick<Report, 'language'>
  targets: Map<string, string>
  depthOf(depth: number): Level
}
type Level = 3 | 4 | 5 | 6

/** Markdown as nodes whose headings follow one of level `above`. Written HTML is text, and a picture its description. */
export function proseNodes(report: Pick<Report, 'language'>, markdown: string, above: 1 | 2 | 3): Node[] {
  if (isDear(markdown)) return [paragraph([wrote(report, markdown)])]
  const tree = parser.parse(markdown)
  const targets = new Map(everyOf(tree, 'definition').map((one) => [one.identifier, one.url]))
  return blocksIn(tree.children, { report, targets, depthOf: levelsUnder(above, tree) })
}

/** As deep among themselves as they were, without a leap, and never on the levels of the paper's own headings. */
function levelsUnder(above: number, tree: Root): (depth: number) => Level {
  const highest = Math.min(...everyOf(tree, 'heading').map(({ depth }) => depth))
  let before = Math.max(above, 2)
  return (depth) => {
    before = Math.min(Math.max(above, 2) + 1 + depth - highest, before + 1, 6)
    return before as Level
  }
}

const hasChildren = (node: Nodes): node is Parents => 'children' in node
function everyOf<T extends Nodes['type']>(node: Nodes, type: T): Extract<Nodes, { type: T }>[] {
  const own = node.type === type ? [node as Extract<Nodes, { type: T }>] : []
  return hasChildren(node) ? [...own, ...node.children.flatMap((child) => everyOf(child, type))] : own
}

const blocksIn = (nodes: (RootContent | ListItem)[], reading: Reading): Node[] =>
  nodes.flatMap((node) => blockOf(node, reading))

function blockOf(node: RootContent | ListItem, reading: Reading): Node[] {
  switch (node.type) {
    case 'heading':
      return [
        { type: 'heading', level: reading.depthOf(node.depth), children: inlinesIn(node.children, reading) }
      ]
    case 'paragraph':
      return [paragraph(inlinesIn(node.children, reading))]
    case 'list':
      return [
        {
          type: 'list',
          start: node.ordered ? (node.start ?? 1) : null,
          items: node.children.map((item) => blocksIn(item.children, reading))
        }
      ]
    case 'blockquote':
      return [{ type: 'quote', children: blocksIn(node.children, reading) }]
    case 'code':
      return [{ type: 'code', value: node.value }]
    case 'thematicBreak':
      return [{ type: 'rule' }]
    case 'html':
      return [paragraph([wrote(reading.report, node.value)])]
    default:
      return []
  }
}

const inlinesIn = (nodes: PhrasingContent[], reading: Reading): Inline[] =>
  nodes.flatMap((node) => inlineOf(node, reading))

function inlineOf(node: PhrasingContent, reading: Reading): Inline[] {
  const { report, targets } = reading
  switch (node.type) {
    case 'text':
    case 'html':
      return [wrote(report, node.value.replace(/\s*\n\s*/g, ' '))]
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: inlinesIn(node.children, reading) }]
    case 'inlineCode':
      return [{ type: 'code', value: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'image':
    case 'imageReference':
      return node.alt ? [wrote(report, node.alt)] : []
    case 'link':
      return linked(node.url, inlinesIn(node.children, reading))
    case 'linkReference':
      return linked(targets.get(node.identifier) ?? '', inlinesIn(node.children, reading))
    default:
      return []
  }
}

/** An address that could run something, or leads nowhere, is only its words. */
const linked = (url: string, children: Inline[]): Inline[] =>
  safe.test(url) && plain(children).trim() ? [{ type: 'link', url, children }] : children

/** The first of a text without marks, for where there is room for no more; cut between words. */
export function beginningOf(markdown: string, longest: number): string {
  const text = wordsOf(proseNodes({ language: getLocale() }, markdown, 1))
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut} …`
}

const wordsOf = (nodes: Node[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'heading' || node.type === 'paragraph') return plain(node.children)
      if (node.type === 'list') return node.items.map(wordsOf).join(' ')
      if (node.type === 'quote') return wordsOf(node.children)
      return node.type === 'code' ? node.value : ''
    })
    .join(' ')
