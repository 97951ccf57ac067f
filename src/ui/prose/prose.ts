import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Html, Image, Nodes } from 'mdast'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

/** All that prose may become. No pictures: they would be fetched from wherever the writer found them. */
const allowed: Options = {
  strip: ['script', 'style'],
  tagNames: [
    'p',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'li',
    'a',
    'strong',
    'em',
    'blockquote',
    'code',
    'pre',
    'hr',
    'br'
  ],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: { li: ['ul', 'ol'] },
  clobber: []
}

const paragraph = (value: string): Element => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children: [{ type: 'text', value }]
})
const standsInText = (parent: Nodes | undefined): boolean =>
  parent?.type !== 'root' && parent?.type !== 'listItem' && parent?.type !== 'blockquote'

// Written HTML is shown as it was written: no word is lost, and none becomes markup.
const handlers = {
  html: (_state: unknown, node: Html, parent: Nodes | undefined): ElementContent =>
    standsInText(parent) ? { type: 'text', value: node.value } : paragraph(node.value),
  image: (_state: unknown, node: Image): ElementContent => ({ type: 'text', value: node.alt ?? '' })
}

const headings = /^h[1-6]$/

/** Puts the headings of a text under one of level `above`, as deep among themselves as they were, without a leap. */
const shifted = (above: number) => (tree: Root) => {
  const all = elementsIn(tree).filter(({ tagName }) => headings.test(tagName))
  const highest = Math.min(...all.map(depthOf))
  let before = above
  for (const heading of all) {
    before = Math.min(above + 1 + depthOf(heading) - highest, before + 1, 6)
    heading.tagName = `h${before}`
  }
}

const depthOf = ({ tagName }: Element): number => Number(tagName.slice(1))

const elementsIn = (node: Root | RootContent): Element[] => {
  const own = node.type === 'element' ? [node] : []
  return 'children' in node ? [...own, ...node.children.flatMap(elementsIn)] : own
}

/** A line that begins with so many quotations and lists in each other that to read it takes minutes, or all the memory. */
const abyss = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){30}/m

const pipelines = new Map<number, (markdown: string) => string>()

function pipelineUnder(above: number): (markdown: string) => string {
  const processor = unified()
    .use(remarkParse)
    .use(remarkRehype, { handlers })
    .use(() => shifted(above))
    .use(rehypeSanitize, allowed)
    .use(rehypeStringify)
    .freeze()
  const asWritten = (text: string) => processor.stringify({ type: 'root', children: [paragraph(text)] })
  return (markdown) => (abyss.test(markdown) ? asWritten(markdown) : String(processor.processSync(markdown)))
}

/** Markdown as safe HTML whose headings follow one of level `above`. */
export function proseHtml(markdown: string, above: 1 | 2 | 3 | 4 = 2): string {
  const pipeline = pipelines.get(above) ?? pipelineUnder(above)
  pipelines.set(above, pipeline)
  return pipeline(markdown)
}

/** The first of a text without marks, for where there is room for no more; cut between words. */
export function beginningOf(markdown: string, longest: number): string {
  const text = proseHtml(markdown)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([0-9A-F]+)|lt|amp);/gi, (_, code?: string) =>
      code ? String.fromCodePoint(parseInt(code, 16)) : ' '
    )
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut} …`
}
