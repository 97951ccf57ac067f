import { Paragraph, type IParagraphOptions, type ParagraphChild, type Table } from 'docx'
import { plain } from '../inlines.ts'
import type { Inline } from '../paper.ts'
import { beginsAtRight } from './characters.ts'
import { runsOf, type RunLook } from './runs.ts'
import type { Writing } from './writing.ts'

/** What stands on a page, one below another. */
export type Standing = Paragraph | Table
export type ParagraphSetting = Omit<IParagraphOptions, 'children' | 'text'>

/** A paragraph of `inlines`, after what `before` may put at its beginning. */
export const paragraphOf = (
  inlines: Inline[],
  setting: ParagraphSetting,
  writing: Writing,
  { before = [], ...look }: { before?: ParagraphChild[] } & RunLook = {}
): Paragraph =>
  new Paragraph({
    ...setting,
    ...(beginsAtRight(plain(inlines)) && { bidirectional: true }),
    children: [...before, ...runsOf(inlines, writing, look)]
  })
