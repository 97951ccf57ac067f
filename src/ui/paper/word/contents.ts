import { LeaderType, Paragraph, TableOfContents } from 'docx'
import { needsContents } from '../contents.ts'
import { plain } from '../inlines.ts'
import type { Paper } from '../paper.ts'
import type { Standing } from './paragraphs.ts'
import { ownRuns } from './runs.ts'
import type { Writing } from './writing.ts'

/** Where a link of the contents leads. */
export const bookmarkOf = (section: number): string => `_section${section + 1}`

/**
 * Word's own table of contents, with its entries written in it, so that it is whole before anyone updates it. Which pages they
 * stand on only Word knows: it fills that in when it is asked to.
 */
export function contentsOf(paper: Paper, writing: Writing): Standing[] {
  if (!needsContents(paper)) return []
  const cachedEntries = paper.sections.flatMap(({ heading, level }, at) =>
    heading && level === 2
      ? [{ title: writing.characters.safe(plain(heading)), level: 2, href: bookmarkOf(at) }]
      : []
  )
  return [
    new Paragraph({ style: 'TOCHeading', children: ownRuns(writing.words.contents, writing) }),
    new TableOfContents(writing.words.contents, {
      hyperlink: true,
      headingStyleRange: '2-2',
      beginDirty: false,
      tabLeader: LeaderType.NONE,
      cachedEntries
    }),
    new Paragraph({ style: 'Rule' })
  ]
}
