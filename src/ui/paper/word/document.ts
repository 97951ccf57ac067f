import { Document, Packer } from 'docx'
import { needsContents } from '../contents.ts'
import type { Paper } from '../paper.ts'
import { contentsOf } from './contents.ts'
import { embeddedFace } from './fonts.ts'
import { footerOf, skyOf } from './furniture.ts'
import { page } from './measures.ts'
import { openingOf } from './opening.ts'
import { colophonOf, sectionOf } from './sections.ts'
import { steadily } from './steady.ts'
import { roomy, stylesOf, tight } from './styles.ts'
import { beginWriting, type Given, type Writing } from './writing.ts'

export type Written = { bytes: Uint8Array; replaced: Map<string, number> }

/** The whole file, and which characters could not stand in it. */
export async function writtenPaper(paper: Paper, given: Given): Promise<Written> {
  const writing = beginWriting(paper, given)
  const bytes = await steadily(paper.day, () => Packer.toBuffer(documentOf(paper, writing)))
  return { bytes, replaced: writing.characters.replaced }
}

function documentOf(paper: Paper, writing: Writing): Document {
  const { safe } = writing.characters
  const footer = footerOf(writing)
  const isLong = needsContents(paper)
  return new Document({
    title: safe(writing.words.title),
    subject: safe(paper.about),
    creator: safe(paper.publisher),
    lastModifiedBy: safe(paper.publisher),
    fonts: embeddedFace(),
    styles: stylesOf(writing.words, isLong ? roomy : tight),
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size, margin: isLong ? margin : { ...margin, top: page.foot, bottom: page.foot * 1.25 } }
        },
        headers: { first: skyOf(writing) },
        footers: { default: footer, first: footer },
        children: [
          ...openingOf(paper, writing),
          ...contentsOf(paper, writing),
          ...paper.sections.flatMap((section, at) => sectionOf(section, at, writing)),
          ...colophonOf(paper, writing)
        ]
      }
    ]
  })
}

const size = { width: page.width, height: page.height }
const margin = {
  top: page.margin,
  bottom: page.margin,
  left: page.margin,
  right: page.margin,
  footer: page.foot
}
