import { m } from '#ui/words/messages.ts'
import type { Node, PaperDeed, PaperPhoto } from '../paper.ts'
import type { Drawings } from './drawings.ts'
import { isBlank, lineOf, wordsIn, type Setting } from './lines.ts'
import { quarterOf } from './quarter.ts'
import type { Line, Photo, Piece } from './sheet.ts'
import { tableOf } from './tables.ts'

export type Making = Setting & {
  drawings: Drawings
  /** What each photo shows, by its id. */
  photos: Map<string, string>
  depth: number
}

/** Lists and quotations within each other are set in so far, and no further: there is a page's width to set them in on. */
const deepest = 6

export const piecesOf = (nodes: Node[], making: Making): Piece[] =>
  nodes.flatMap((node) => pieceOf(node, making))

function pieceOf(node: Node, making: Making): Piece[] {
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
      return tableOf(node, making, making.depth > 0)
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
  return [{ kind: 'list', start, look: node.look ?? 'bullets', items }]
}

function quoteOf(node: Extract<Node, { type: 'quote' }>, making: Making): Piece[] {
  const pieces = piecesOf(node.children, deeper(making))
  return making.depth >= deepest || pieces.length === 0 ? pieces : [{ kind: 'quote', pieces }]
}

const nothing: Line = { runs: [] }

function termOf(item: Extract<Node, { type: 'terms' }>['items'][number], making: Making) {
  const term = lineOf(item.term, making)
  const pieces = piecesOf(item.children, deeper(making))
  return term || pieces.length > 0 ? [{ term: term ?? nothing, pieces }] : []
}

function figuresOf(node: Extract<Node, { type: 'figures' }>, making: Making): Piece[] {
  const figures = node.figures.flatMap(({ number, of, url }) => {
    const counted = lineOf(url ? [{ type: 'link', url, children: of }] : of, making)
    const figure = lineOf(number, { ...making, longest: 12 })
    const [numbered, told] = [figure ?? nothing, counted ?? nothing]
    const isShort = wordsIn([...numbered.runs, ...told.runs]).length < short / 8
    return figure || counted ? [{ number: numbered, of: told, isShort }] : []
  })
  return figures.length > 0 ? [{ kind: 'figures', figures }] : []
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
