import { parseMarkup, type Element } from './markup.ts'
import type { Piece, Read } from './reading.ts'

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const blocks = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'td',
  'th',
  'caption',
  'pre',
  'blockquote',
  'div',
  'small',
  'br'
])
/** What leads about in a page and is no part of what it says, and drawings that words beside them say. */
const furniture = new Set(['nav', 'summary', 'svg', 'style', 'script', 'head'])
const isFurniture = ({ tag, attributes }: Element): boolean =>
  furniture.has(tag) ||
  attributes['aria-hidden'] === 'true' ||
  /(?:^| )(?:contents|skip-link)(?: |$)/.test(attributes.class ?? '')

export const readHtml = (html: string): Read => piecesOf(parseMarkup(html, { html: true }))

function piecesOf(element: Element): Piece[] {
  const pieces: Piece[] = []
  let running = ''
  const settle = () => {
    if (running.trim()) pieces.push({ kind: 'text', text: `${running.trim()}\n` })
    running = ''
  }
  const walk = (node: Element | string): void => {
    if (typeof node === 'string') running += node
    else if (!isFurniture(node)) enter(node)
  }
  const enter = (node: Element): void => {
    const { tag, attributes } = node
    const level = headings.indexOf(tag) + 1
    const isBlock = level > 0 || blocks.has(tag)
    if (isBlock || tag === 'table' || tag === 'img') settle()
    if (level > 0) pieces.push({ kind: 'heading', level, text: textOf(node) })
    else if (tag === 'img') pushPicture(attributes.alt)
    else {
      if (tag === 'table') pieces.push(tableOf(node))
      for (const child of inOrder(node)) walk(child)
    }
    if (isBlock) settle()
  }
  const pushPicture = (alt: string | undefined) => {
    if (alt) pieces.push({ kind: 'picture', alt })
  }
  walk(element)
  settle()
  return pieces
}

/** A large figure is shown above what it counts, which in HTML comes before it. */
const inOrder = ({ tag, attributes, children }: Element): (Element | string)[] =>
  tag === 'dl' && attributes.class === 'figures'
    ? children.map((child) =>
        typeof child === 'string' ? child : { ...child, children: child.children.toReversed() }
      )
    : children

export const textOf = (node: Element | string): string => {
  if (typeof node === 'string') return node
  return isFurniture(node) ? '' : node.children.map(textOf).join('')
}

export const everyIn = (node: Element, tag: string): Element[] =>
  node.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.tag === tag ? [child] : []), ...everyIn(child, tag)]
  )

function tableOf(table: Element): Piece {
  // A long table in Word has its caption in its head too, above the names of its columns.
  const heads = everyIn(table, 'thead').flatMap((head) => everyIn(head, 'tr'))
  const named = heads.at(-1)
  const cells = named ? everyIn(named, 'th').map((cell) => textOf(cell).trim()) : []
  return { kind: 'table', head: cells, rows: everyIn(table, 'tr').length - heads.length }
}
