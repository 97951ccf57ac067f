import { Paragraph, TextRun } from 'docx'
import { plain } from '../inlines.ts'
import type { Node, TableNode, Tone } from '../paper.ts'
import { alikeIn } from './columns.ts'
import { deedOf } from './deeds.ts'
import { figuresOf } from './figures.ts'
import { headings } from './headings.ts'
import { listOf } from './list-items.ts'
import { paragraphOf, type ParagraphSetting, type Standing } from './paragraphs.ts'
import { photosOf } from './pictures.ts'
import { quarterOf } from './quarter.ts'
import { tableOf } from './tables.ts'
import { termsOf } from './terms.ts'
import type { Writing } from './writing.ts'

/** Where nodes stand. */
export type Place = {
  /** Of running text there. */
  style: string
  /** What text is moved in by there that its style does not move. */
  indent: number
  /** How wide the widest may be. */
  width: number
  /** How many lists it is within. */
  lists: number
  /** What is last there belongs to what follows it. */
  keepNext?: boolean
}

const tones: Record<Tone, string> = { soft: 'Soft', small: 'Small', lead: 'Lead' }

export function standingOf(nodes: Node[], writing: Writing, place: Place): Standing[] {
  const alike = alikeIn(nodes)
  return nodes.flatMap((node, at) =>
    standing(
      node,
      writing,
      {
        ...place,
        keepNext: at === nodes.length - 1 ? place.keepNext === true : leadsIn(node, nodes[at + 1])
      },
      node.type === 'table' ? (alike.get(node) ?? [node]) : []
    )
  )
}

const listed = new Set<Node['type']>(['list', 'table', 'figures', 'terms'])
/** In signs: a line or two. */
const briefly = 180

/** A few words before a list or a table belong to it. */
const leadsIn = (node: Node, next: Node | undefined): boolean =>
  node.type === 'paragraph' &&
  next !== undefined &&
  listed.has(next.type) &&
  plain(node.children).length < briefly

function standing(node: Node, writing: Writing, place: Place, alike: TableNode[]): Standing[] {
  const { width, keepNext = false } = place
  switch (node.type) {
    case 'paragraph':
      return [paragraphOf(node.children, settingOf(node.tone, place), writing)]
    case 'heading':
      return [paragraphOf(node.children, headings(node.level), writing)]
    case 'list':
      return listOf(node, writing, place)
    case 'quote':
      return standingOf(node.children, writing, { ...place, style: 'Quote' })
    case 'code':
      return [codeOf(node.value, writing)]
    case 'rule':
      return [new Paragraph({ style: 'Rule' })]
    case 'table':
      return tableOf(node, writing, { width, alike, keepNext })
    case 'terms':
      return termsOf(node, writing, place)
    case 'figures':
      return figuresOf(node.figures, width, writing)
    case 'deeds':
      return node.deeds.flatMap((deed) => deedOf(deed, node.level, writing, place))
    case 'quarter':
      return quarterOf(node, width, writing)
    case 'picture':
      return photosOf([node.photo], writing)
  }
}

function settingOf(tone: Tone | undefined, { style, indent, keepNext }: Place): ParagraphSetting {
  return {
    style: tone ? tones[tone] : style,
    ...(keepNext && { keepNext }),
    ...((tone || style === 'ListContinue') && indent > 0 && { indent: { left: indent } })
  }
}

const codeOf = (value: string, writing: Writing): Paragraph =>
  new Paragraph({
    style: 'Code',
    children: writing.characters
      .safe(value)
      .split(/\r?\n/)
      .map((line, at) => new TextRun({ text: line.replaceAll('\t', '  '), ...(at > 0 && { break: 1 }) }))
  })
