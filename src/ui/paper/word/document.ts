import { Document, Packer, SectionType, StringContainer, type ISectionOptions } from 'docx'
import { isBrief, needsContents } from '../contents.ts'
import type { Paper } from '../paper.ts'
import { contentsWidth, coverLookOf, coverOf } from './cover.ts'
import { embeddedFace } from './fonts.ts'
import { footerOf } from './furniture.ts'
import { roomy, tight, type Look } from './looks.ts'
import { page } from './measures.ts'
import { factsOf, openingOf } from './opening.ts'
import { filledOf, pageNumbers } from './pages.ts'
import { colophonOf, sectionsOf } from './sections.ts'
import { skyHeader } from './sky.ts'
import { steadily } from './steady.ts'
import { stylesOf } from './styles.ts'
import { tableStylesOf } from './table-styles.ts'
import { beginWriting, type Given, type Writing } from './writing.ts'

export type Written = { bytes: Uint8Array; replaced: Map<string, number> }

/** The whole file, and which characters could not stand in it. */
export async function writtenPaper(paper: Paper, given: Given): Promise<Written> {
  const look = lookOf(paper, given)
  const writing = beginWriting(paper, look, given)
  const bytes = await steadily(paper.day, () => Packer.toBuffer(documentOf(paper, writing)))
  return { bytes, replaced: writing.characters.replaced }
}

/** What fills less of a page when it is set tight fits on one as it usually is. */
const small = 0.5

/** Tighter where that makes a page of what would else end on a second one. */
export function lookOf(paper: Paper, given: Given): Look {
  if (!isBrief(paper)) return roomy
  const filled = (look: Look) => filledOf(documentOf(paper, beginWriting(paper, look, given)))
  const tightly = filled(tight)
  if (tightly === null || tightly < small) return roomy
  return filled(roomy) === null ? tight : roomy
}

export function documentOf(paper: Paper, writing: Writing): Document {
  const { safe } = writing.characters
  const { words, look } = writing
  const document = new Document({
    title: safe(words.title),
    subject: safe(paper.about),
    creator: safe(paper.publisher),
    lastModifiedBy: safe(paper.publisher),
    fonts: embeddedFace(),
    styles: stylesOf(words, look, { width: contentsWidth(look), entry: coverLookOf(paper, writing).entry }),
    ...(writing.hasPages && { pageNumbers }),
    sections: needsContents(paper) ? covered(paper, writing) : [onePart(paper, writing)]
  })
  document.CoreProperties.addChildElement(new StringContainer('dc:language', words.language))
  for (const style of tableStylesOf(words.styles, look)) document.Styles.addChildElement(style)
  return document
}

/** A first page for itself, then the report. */
function covered(paper: Paper, writing: Writing): ISectionOptions[] {
  const look = coverLookOf(paper, writing)
  return [
    {
      ...furnished(writing, look.top),
      children: [...openingOf(paper, look, writing), ...coverOf(paper, writing)]
    },
    {
      properties: { type: SectionType.NEXT_PAGE, page: { size, margin: marginOf(writing.look) } },
      children: [...sectionsOf(paper, writing, 'a page'), ...colophonOf(paper, writing, false)]
    }
  ]
}

function onePart(paper: Paper, writing: Writing): ISectionOptions {
  const isTight = writing.look === tight
  const { top } = writing.look.margin
  return {
    ...furnished(writing, top),
    children: [
      ...openingOf(paper, { top, houses: writing.look.above }, writing),
      ...factsOf(paper, writing, { isOneLine: isTight, right: -writing.look.more }),
      ...sectionsOf(paper, writing, 'under the opening'),
      ...colophonOf(paper, writing, isTight)
    ]
  }
}

/** With sky above its first page, and a foot on each. */
function furnished(writing: Writing, top: number): Omit<ISectionOptions, 'children'> {
  const footer = footerOf(writing)
  return {
    properties: { titlePage: true, page: { size, margin: { ...marginOf(writing.look), top } } },
    headers: { first: skyHeader(top, writing) },
    footers: { default: footer, first: footer }
  }
}

const size = { width: page.width, height: page.height }
const marginOf = ({ margin }: Look) => ({ ...margin, header: 0, footer: page.foot })
