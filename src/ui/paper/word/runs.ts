import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx'
import type { Inline } from '../paper.ts'
import { wholeAddress } from '../whole-address.ts'
import { stretchesOf } from './characters.ts'
import type { Writing } from './writing.ts'

type Look = {
  bold?: true
  italics?: true
  style?: 'Mark' | 'Aside' | 'CodeInText' | 'FigureNumber'
  link?: true
  foreign?: true
}

/** Running text as Word's runs, each with its language where people wrote in another than the report's. */
export const runsOf = (inlines: Inline[], writing: Writing, look: Look = {}): ParagraphChild[] =>
  inlines.flatMap((inline) => runOf(inline, writing, look))

/** Words of ours. */
export const ownRuns = (text: string, writing: Writing): TextRun[] => textRuns(text, writing, {})

function runOf(inline: Inline, writing: Writing, look: Look): ParagraphChild[] {
  switch (inline.type) {
    case 'text':
      return textRuns(inline.value, writing, inline.foreign ? { ...look, foreign: true } : look)
    case 'strong':
      return runsOf(inline.children, writing, { ...look, bold: true })
    case 'emphasis':
      return runsOf(inline.children, writing, { ...look, italics: true })
    case 'mark':
      return runsOf(inline.children, writing, { ...look, style: 'Mark' })
    case 'aside':
      return runsOf(inline.children, writing, { ...look, style: 'Aside' })
    case 'code':
      return textRuns(inline.value, writing, { ...look, style: 'CodeInText' })
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'link':
      return linked(inline.url, inline.children, writing, look)
  }
}

/** A link within a link, or one that leads nowhere, is only its words. */
function linked(url: string, children: Inline[], writing: Writing, look: Look): ParagraphChild[] {
  const link = look.link ? null : wholeAddress(url, writing.origin)
  if (!link) return runsOf(children, writing, look)
  return [new ExternalHyperlink({ link, children: runsOf(children, writing, { ...look, link: true }) })]
}

const textRuns = (text: string, writing: Writing, look: Look): TextRun[] =>
  stretchesOf(writing.characters.safe(text).replace(/\s*[\n\r\t]\s*/g, ' ')).map(
    ({ words, rightToLeft }) =>
      new TextRun({ text: words, ...optionsOf(look, writing), ...(rightToLeft && { rightToLeft }) })
  )

function optionsOf({ bold, italics, style, link, foreign }: Look, writing: Writing): IRunOptions {
  return {
    ...(bold && { bold }),
    ...(italics && { italics }),
    ...(link ? { style: 'Hyperlink' } : style && { style }),
    ...(link && style === 'Aside' && { size: 18 }),
    ...(foreign && { language: { value: writing.words.foreign } })
  }
}
