import { m } from '#ui/words/messages.ts'
import type { Node, PaperDeed, PaperPhoto } from '../paper.ts'
import type { Drawings } from './drawings.ts'
import { withClosingLines } from './closing.ts'
import { isBlank, lineOf, wordsIn } from './lines.ts'
import { quarterOf } from './quarter.ts'
import type { Line, Photo, Piece } from './sheet.ts'
import { tabled, type TableSetting } from './tables.ts'

export type Making = TableSetting & {
  drawings: Drawings
  /** What each photo shows, by its id. */
  photos: Map<string, string>
}

/** Lists and quotations within each other are set in so far, and no further: there is a page's width to set them in on. */
const deepest = 6

export function piecesOf(nodes: Node[], making: Making): Piece[] {
  const pieces: Piece[] = []
  let { under } = making
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'heading') under = node.children
    if (!isNote(node, nodes[at - 1])) pieces.push(...pieceOf(node, { ...making, under }, nodes[at + 1]))
  }
  return making.depth === 0 ? withClosingLines(pieces) : pieces
}

/** Said of the table before it, in small type. */
const isNote = (node: Node | undefined, before: Node | undefined): node is Paragraph =>
  node?.type === 'paragraph' && node.tone === 'small' && before?.type === 'table'
type Paragraph = Extract<Node, { type: 'paragraph' }>

function pieceOf(node: Node, making: Making, next: Node | undefined): Piece[] {
  switch (node.type) {
    case 'heading':
      return withLine(node.children, making, (line) => ({ kind: 'heading', level: node.level, line }))
    case 'paragraph':
      return withLine(node.children, making, (line) => ({ kind: 'paragraph', line, tone: node.tone ?? null }))
    case 'list':
      return listOf(node, making)
    case 'quote':
      return quoteOf(node, making)
    case 'code':
      return isBlank(node.value) ? [] : [{ kind: 'code', lines: codeLines(node.value, making) }]
    case 'rule':
      return [{ kind: 'rule' }]
    case 'table':
      return tabled(node, isNote(next, node) ? lineOf(next.children, making) : null, making)
    case 'terms':
      return [{ kind: 'terms', items: node.items.flatMap((item) => termOf(item, making)) }]
    case 'figures':
      return figuresOf(node, making)
    case 'deeds':
      return node.deeds.flatMap((deed) => deedOf(deed, node.level, making))
    case 'quarter':
      return [quarterOf(node, making.drawings, making)]
    case 'picture':
      return [{ kind: 'photos', photos: [photoOf(node.photo, making)] }]
  }
}

function withLine(
  children: Parameters<typeof lineOf>[0],
  making: Making,
  make: (line: Line) => Piece
): Piece[] {
  const line = lineOf(children, making)
  return line ? [make(line)] : []
}

/** As it was typed, line by line: spaces that set it in or apart are part of it. */
const codeLines = (value: string, making: Making): Line[] =>
  value.split(/\r\n?|\n/).map((line) => {
    const shown = line.replace(/\t/g, '  ').replace(/^ +| {2,}/g, (spaces) => '\u00a0'.repeat(spaces.length))
    return lineOf([{ type: 'text', value: shown }], making) ?? nothing
  })

const deeper = (making: Making): Making => ({ ...making, depth: making.depth + 1 })

function listOf(node: Extract<Node, { type: 'list' }>, making: Making): Piece[] {
  const items = node.items.map((item) => piecesOf(item, deeper(making))).filter((item) => item.length > 0)
  if (items.length === 0) return []
  if (making.depth >= deepest) return items.flat()
  const start = node.start === null ? null : Math.max(0, Math.min(node.start, 999_999))
  const look = node.look ?? 'bullets'
  const isShort = making.depth <= 1 && isShortList(items, look)
  return [{ kind: 'list', start, look, items, isShort }]
}

function quoteOf(node: Extract<Node, { type: 'quote' }>, making: Making): Piece[] {
  const pieces = piecesOf(node.children, deeper(making))
  return making.depth >= deepest || pieces.length === 0 ? pieces : [{ kind: 'quote', pieces }]
}

/** So few and short that they are seen at one glance; names stand in two columns, which are read one after the other. */
function isShortList(items: Piece[][], look: Look): boolean {
  if (look !== 'names')
    return items.length <= 8 && items.reduce((sum, item) => sum + lengthOf(item), 0) < short * 0.75
  const half = Math.ceil(items.length / 2)
  return [items.slice(0, half), items.slice(half)].every((column) => linesIn(column) <= 32)
}
/** As many as it may take where the signs are wide. */
const linesIn = (items: Piece[][]): number =>
  items.reduce((sum, item) => sum + Math.max(1, Math.ceil(lengthOf(item) / 22)), 0)
type Look = Extract<Piece, { kind: 'list' }>['look']

const nothing: Line = { runs: [] }

function termOf(item: Extract<Node, { type: 'terms' }>['items'][number], making: Making) {
  const term = lineOf(item.term, making)
  const pieces = piecesOf(item.children, deeper(making))
  return term || pieces.length > 0 ? [{ term: term ?? nothing, pieces }] : []
}

/** So many stand together on a page. */
const fewFigures = 12

function figuresOf(node: Extract<Node, { type: 'figures' }>, making: Making): Piece[] {
  const figures = node.figures.flatMap(({ number, of, url }) => {
    const counted = lineOf(url ? [{ type: 'link', url, children: of }] : of, making)
    const figure = lineOf(number, { ...making, longest: 12 })
    const [numbered, told] = [figure ?? nothing, counted ?? nothing]
    const isShort = making.depth === 0 && wordsIn([...numbered.runs, ...told.runs]).length < short / 8
    return figure || counted ? [{ number: numbered, of: told, isShort }] : []
  })
  const isWhole = figures.length <= fewFigures && figures.every((one) => one.isShort)
  return figures.length > 0 ? [{ kind: 'figures', figures, isWhole }] : []
}

/** Fewer signs than these stand together on a page; a photo takes the room of so many. */
const short = 1200
const photoLength = 350

function deedOf(deed: PaperDeed, level: number, making: Making): Piece[] {
  const title = lineOf(
    deed.url ? [{ type: 'link', url: deed.url, children: deed.title }] : deed.title,
    making
  )
  const pieces = piecesOf(deed.text, deeper(making))
  const by = lineOf(deed.by, making)
  const told = {
    house: deed.house && making.drawings.house(deed.house),
    pieces,
    by,
    figures: deed.figures.flatMap((figure) => lineOf(figure, making) ?? []),
    photos: deed.photos.map((photo) => photoOf(photo, making)),
    isShort: lengthOf(pieces) + deed.photos.length * photoLength < short
  }
  return [{ kind: 'deed', level, deed: { title, ...told } }]
}

const lengthOf = (pieces: Piece[]): number =>
  pieces.reduce(
    (sum, piece) => sum + (piece.kind === 'paragraph' ? wordsIn(piece.line.runs).length : short),
    0
  )

function photoOf({ id, alt, width, height }: PaperPhoto, { photos }: Making): Photo {
  const told = isBlank(alt) ? m.paper_photo() : alt
  photos.set(id, told)
  return { photo: id, alt: told, width, height }
}
