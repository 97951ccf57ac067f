import { Paragraph, Tab, TextRun } from 'docx'
import { link } from '../inlines.ts'
import type { Node, Tone } from '../paper.ts'
import { deedOf } from './deeds.ts'
import { headings } from './headings.ts'
import { bulleted, deepest, numberedFrom, unmarked } from './lists.ts'
import { step } from './measures.ts'
import { paragraphOf, type ParagraphSetting, type Standing } from './paragraphs.ts'
import { photosOf } from './pictures.ts'
import { quarterOf } from './quarter.ts'
import { runsOf } from './runs.ts'
import { tableOf } from './tables.ts'
import type { Writing } from './writing.ts'

/** Where nodes stand: the style of running text there, what else is moved in by, and how many lists they are within. */
export type Place = { style: string; indent: number; lists: number }

const inDeed: Place = { style: 'Deed', indent: step, lists: 1 }
const tones: Record<Tone, string> = { soft: 'Soft', small: 'Small', lead: 'Lead' }

export const standingOf = (nodes: Node[], writing: Writing, place: Place): Standing[] =>
  nodes.flatMap((node) => standing(node, writing, place))

function standing(node: Node, writing: Writing, place: Place): Standing[] {
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
      return tableOf(node, writing)
    case 'terms':
      return node.items.flatMap(({ term, children }) => [
        paragraphOf(term, { style: 'Term' }, writing),
        ...standingOf(children, writing, { ...place, style: 'Explanation', indent: step })
      ])
    case 'figures':
      return node.figures.map((figure) => figureOf(figure, writing))
    case 'deeds':
      return node.deeds.flatMap((deed) =>
        deedOf(deed, node.level, standingOf(deed.text, writing, inDeed), writing)
      )
    case 'quarter':
      return quarterOf(node, writing)
    case 'picture':
      return photosOf([node.photo], writing)
  }
}

const settingOf = (tone: Tone | undefined, { style, indent }: Place): ParagraphSetting => ({
  style: tone ? tones[tone] : style,
  ...((tone || style === 'ListContinue') && indent > 0 && { indent: { left: indent } })
})

type Figure = Extract<Node, { type: 'figures' }>['figures'][number]
type List = Extract<Node, { type: 'list' }>

function listOf(list: List, writing: Writing, place: Place): Standing[] {
  const level = Math.min(place.lists, deepest)
  const marked = markOf(list, writing.nextList(), level)
  const within: Place = { style: 'ListContinue', indent: step * (level + 1), lists: place.lists + 1 }
  return list.items.flatMap(([first, ...others]) =>
    first?.type === 'paragraph'
      ? [paragraphOf(first.children, marked, writing), ...standingOf(others, writing, within)]
      : standingOf(first ? [first, ...others] : others, writing, within)
  )
}

function markOf({ start, look }: List, instance: number, level: number): ParagraphSetting {
  if (start !== null)
    return { style: 'ListNumber', numbering: { reference: numberedFrom(start), level, instance } }
  if (look === 'lines' || look === 'names')
    return { style: 'ListLines', numbering: { reference: unmarked, level } }
  return { style: 'ListBullet', numbering: { reference: bulleted, level } }
}

/** The number stands out, with what it counts in line after it. */
function figureOf({ number, of, url }: Figure, writing: Writing): Paragraph {
  return new Paragraph({
    style: 'Figure',
    children: [
      ...runsOf(number, writing, { style: 'FigureNumber' }),
      new TextRun({ children: [new Tab()] }),
      ...runsOf(url ? [link(url, ...of)] : of, writing)
    ]
  })
}

const codeOf = (value: string, writing: Writing): Paragraph =>
  new Paragraph({
    style: 'Code',
    children: writing.characters
      .safe(value)
      .split(/\r?\n/)
      .map((line, at) => new TextRun({ text: line.replaceAll('\t', '  '), ...(at > 0 && { break: 1 }) }))
  })
