import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { anyPaper } from '#tests/papers/generated.ts'
import { parseMarkup } from '#tests/papers/markup.ts'
import type { Inline, Node, Paper, PaperPhoto, TableNode } from '../paper.ts'
import { charactersReplaced } from './characters.ts'
import { writtenPaper } from './document.ts'
import { quarterWordsOf, wordsFor, type Words } from './words.ts'

const point = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#0e5150' } })
  .png()
  .toBuffer()
const photos = new Map([['foto', { type: 'png' as const, content: point }]])

async function written(paper: Paper) {
  const words = wordsFor(paper)
  return { words, ...(await writtenPaper(paper, { photos, origin: 'https://kvarter.example' })) }
}

/** Every part that is written in XML, read to its end. @throws where one is not well-formed. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels|svg)$/.test(name))
  return new Map(
    parts.map(([name, content]) => {
      const text = strFromU8(content)
      parseMarkup(text)
      return [name, text]
    })
  )
}

/** What was written in a paper, piece by piece in the order it is read in Word. */
function* piecesOf(paper: Paper, words: Words): Generator<string> {
  yield* [paper.about.trim() === words.title ? '' : paper.about, words.period, words.title]
  yield* inLine(paper.opening ?? [])
  yield paper.invented ?? ''
  yield* paper.facts.flatMap(inLine)
  for (const { heading, nodes } of paper.sections) {
    yield* inLine(heading ?? [])
    for (const node of nodes) yield* inNode(node)
  }
  yield* paper.colophon.flatMap(inLine)
}

const inLine = (inlines: Inline[]): string[] =>
  inlines.flatMap((one) => ('children' in one ? inLine(one.children) : 'value' in one ? [one.value] : []))

const inTable = ({ caption, head, rows }: TableNode): string[] =>
  [caption, ...head, ...rows.flat()].flatMap(inLine)

const gone = (all: PaperPhoto[]): string[] => all.filter(({ id }) => !photos.has(id)).map(({ alt }) => alt)

function inQuarter(quarter: Extract<Node, { type: 'quarter' }>): string[] {
  const { note, legend, streets } = quarterWordsOf(quarter)
  const told = quarter.streets.flatMap(({ title, text = '' }, at) => {
    const { lit, groups } = streets[at]!
    return [title, lit, text, ...(groups ?? []).map((group) => group.words)]
  })
  return [note ?? '', ...legend.map((item) => item.words), ...told, ...quarter.tables.flatMap(inTable)]
}

function inNode(node: Node): string[] {
  const within = (nodes: Node[]) => nodes.flatMap((one) => inNode(one))
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inLine(node.children)
    case 'code':
      return [node.value]
    case 'list':
      return within(node.items.flat())
    case 'quote':
      return within(node.children)
    case 'terms':
      return node.items.flatMap(({ term, children }) => [...inLine(term), ...within(children)])
    case 'figures':
      return node.figures.flatMap(({ number, of }) => inLine([...number, ...of]))
    case 'table':
      return inTable(node)
    case 'picture':
      return gone([node.photo])
    case 'deeds':
      return node.deeds.flatMap(({ title, text, photos: shown, by, figures }) => [
        ...inLine(title),
        ...within(text),
        ...gone(shown),
        ...inLine([...by, ...figures.flat()])
      ])
    case 'quarter':
      return inQuarter(node)
    case 'rule':
      return []
  }
}

/** Spaces are the layout's, and the dot before the period. */
const withoutSpace = (text: string) => text.replace(/[\s\u0085\u00b7]/gu, '')

test('whatever was written gives a file that holds every word of it', async () => {
  await fc.assert(
    fc.asyncProperty(anyPaper, async (paper) => {
      const { bytes, words, replaced } = await written(paper)
      const parts = partsOf(bytes)
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
      const characters = charactersReplaced()
      const pieces = [...piecesOf(paper, words)].map(characters.safe)
      expect(withoutSpace(value)).toBe(withoutSpace(pieces.join('')))
      for (const sign of characters.replaced.keys()) expect(replaced.has(sign)).toBe(true)
      for (const part of parts.values()) expect(part).not.toMatch(/Target="(?!https?:|mailto:)[a-z]+:/)
      const ids = [...parts.get('word/document.xml')!.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 100 }
  )
}, 300_000)
