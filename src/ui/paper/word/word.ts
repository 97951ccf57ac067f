import { Document, Packer } from 'docx'
import type { Paper } from '../paper.ts'
import type { From, Rendered } from '../rendering.ts'
import { contentsOf } from './contents.ts'
import { embeddedFace } from './fonts.ts'
import { footerOf, skyOf } from './furniture.ts'
import { page } from './measures.ts'
import { openingOf, titleOf } from './opening.ts'
import { colophonOf, sectionOf } from './sections.ts'
import { stylesOf } from './styles.ts'
import { beginWriting, type Writing } from './writing.ts'

/** The report as a Word file to go on writing in, in its own language. */
export async function wordOf(paper: Paper, from: From): Promise<Rendered> {
  const writing = await beginWriting(paper, from)
  const bytes = await Packer.toBuffer(documentOf(paper, writing))
  return { bytes, told: [...writing.told, ...writing.characters.told()] }
}

function documentOf(paper: Paper, writing: Writing): Document {
  const { safe } = writing.characters
  const footer = footerOf(paper, writing)
  return new Document({
    title: safe(titleOf(paper)),
    subject: safe(paper.about),
    creator: safe(paper.publisher),
    lastModifiedBy: safe(paper.publisher),
    fonts: embeddedFace(),
    styles: stylesOf(writing.language),
    sections: [
      {
        properties: { titlePage: true, page: { size, margin } },
        headers: { first: skyOf(writing) },
        footers: { default: footer, first: footer },
        children: [
          ...openingOf(paper, writing),
          ...contentsOf(paper.sections, writing),
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
