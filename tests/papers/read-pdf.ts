import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Piece, Read } from './reading.ts'

type Tagged = { role: string; alt?: string; children: (Tagged | { type: string; id: string })[] }
type Texts = Map<string, string>

/** As whoever hears it meets it: by its tags, where page numbers and running lines are none. */
export async function readPdf(bytes: Uint8Array): Promise<Read> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pieces: Piece[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const tree = (await page.getStructTree()) as Tagged | null
    if (tree) pieces.push(...piecesOf(tree, await textsOf(page)))
  }
  await document.destroy()
  return asOne(pieces)
}

async function textsOf(page: PDFPageProxy): Promise<Texts> {
  const texts: Texts = new Map()
  const open: (string | null)[] = []
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== null)
      if (id) texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? '\n' : ''))
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? null)
  }
  return texts
}

const isTag = (node: Tagged['children'][number]): node is Tagged => 'role' in node
const tagsIn = (node: Tagged): Tagged[] => node.children.filter(isTag)
const holdsContents = (node: Tagged): boolean => tagsIn(node).some(({ role }) => role === 'TOC')

function textOf(node: Tagged, texts: Texts): string {
  return node.children
    .map((child) => (isTag(child) ? textOf(child, texts) : (texts.get(child.id) ?? '')))
    .join('')
}

function piecesOf(node: Tagged, texts: Texts): Piece[] {
  const { role, alt } = node
  // The contents with their own heading, and the signs before the items of a list.
  if (role === 'Lbl' || holdsContents(node)) return []
  if (/^H\d$/.test(role)) return [{ kind: 'heading', level: Number(role[1]), text: textOf(node, texts) }]
  if (role === 'Figure') return alt ? [{ kind: 'picture', alt }] : []
  if (role === 'Table') return [tableOf(node, texts), ...within(node, texts)]
  return inText.has(role) ? within(node, texts) : [apart, ...within(node, texts), apart]
}

const inText = new Set(['Span', 'Link', 'Em', 'Strong', 'Code', 'Reference', 'Sub'])
const apart: Piece = { kind: 'text', text: '\n' }

const within = (node: Tagged, texts: Texts): Piece[] =>
  node.children.flatMap((child): Piece[] =>
    isTag(child) ? piecesOf(child, texts) : [{ kind: 'text', text: texts.get(child.id) ?? '' }]
  )

const everyIn = (node: Tagged, role: string): Tagged[] =>
  tagsIn(node).flatMap((child) => [...(child.role === role ? [child] : []), ...everyIn(child, role)])

function tableOf(table: Tagged, texts: Texts): Piece {
  const head = everyIn(table, 'TH').map((cell) => textOf(cell, texts).trim())
  return { kind: 'table', head, rows: everyIn(table, 'TR').length - (head.length > 0 ? 1 : 0) }
}

/**
 * Text that goes on from tag to tag as one, and each table once: a page has the whole of a table that goes on there, with
 * words only for what stands on it, and its head is on the first.
 */
function asOne(pieces: Piece[]): Piece[] {
  const read: Piece[] = []
  for (const piece of pieces) {
    const before = read.at(-1)
    if (piece.kind === 'text' && before?.kind === 'text') before.text += piece.text
    else if (piece.kind === 'text') read.push({ ...piece })
    else if (piece.kind !== 'table' || piece.head.some((cell) => cell !== '')) read.push(piece)
  }
  return read.map((piece) => (piece.kind === 'text' ? { ...piece, text: whole(piece.text) } : piece))
}

/** No hyphen stands where a line ends within a word, only words longer than any there is are broken, and a checksum is set apart. */
const whole = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/([\p{L}\p{N}]{37,})\n(?=[\p{L}\p{N}])/gu, '$1')
    .replace(/\b(?:[0-9a-f]{8}\s){7}[0-9a-f]{8}\b/g, (sum) => sum.replace(/\s/g, ''))
