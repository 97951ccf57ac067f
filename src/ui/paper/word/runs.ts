import { ExternalHyperlink, InternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx'
import type { Inline } from '../paper.ts'
import { wholeAddress } from '../whole-address.ts'
import { stretchesOf } from './characters.ts'
import { colours } from './measures.ts'
import { sizes } from './typography.ts'
import type { Writing } from './writing.ts'

export type RunLook = {
  bold?: true
  italics?: true
  style?: 'Mark' | 'Aside' | 'CodeInText' | 'OpeningNumber'
  link?: true
  /** Its links have no line under them: where all are links, or where a line would be in the way. */
  quiet?: true
  foreign?: true
}

/** Running text as Word's runs, each with its language where people wrote in another than the report's. */
export const runsOf = (inlines: Inline[], writing: Writing, look: RunLook = {}): ParagraphChild[] =>
  inlines.flatMap((inline) => runOf(inline, writing, look))

/** Words of ours. */
export const ownRuns = (text: string, writing: Writing): TextRun[] => textRuns(text, writing, {})

function runOf(inline: Inline, writing: Writing, look: RunLook): ParagraphChild[] {
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
function linked(url: string, children: Inline[], writing: Writing, look: RunLook): ParagraphChild[] {
  const within = writing.bookmarks.get(url)
  if (within && !look.link)
    return [
      new InternalHyperlink({
        anchor: within,
        children: runsOf(children, writing, { ...look, link: true })
      })
    ]
  const link = look.link ? null : wholeAddress(url, writing.origin)
  if (!link) return runsOf(children, writing, look)
  return [new ExternalHyperlink({ link, children: runsOf(children, writing, { ...look, link: true }) })]
}

const textRuns = (text: string, writing: Writing, look: RunLook): TextRun[] =>
  stretchesOf(writing.characters.safe(text).replace(/\s*[\n\r\t]\s*/g, ' ')).map(
    ({ words, rightToLeft }) =>
      new TextRun({ text: words, ...optionsOf(look, writing), ...(rightToLeft && { rightToLeft }) })
  )

function optionsOf({ bold, italics, style, link, quiet, foreign }: RunLook, writing: Writing): IRunOptions {
  return {
    ...(bold && { bold }),
    ...(italics && { italics }),
    ...(link ? { style: quiet ? 'QuietLink' : 'Hyperlink' } : style && { style }),
    // In a table LibreOffice has what is said here, not what the style says.
    ...(link && quiet && { color: colours.primary }),
    ...(link && style === 'Aside' && { size: sizes.small - writing.look.smaller }),
    ...(foreign && { language: { value: writing.words.foreign } })
  }
}
