import {
  BuilderElement,
  FileChild,
  InternalHyperlink,
  PageReference,
  Paragraph,
  Run,
  StringContainer,
  StringValueElement,
  Tab,
  TextRun,
  type XmlComponent
} from 'docx'
import { plain } from '../inlines.ts'
import type { Inline, Paper } from '../paper.ts'
import { runsOf } from './runs.ts'
import { bookmarkOf, type Writing } from './writing.ts'

type Entry = { at: number; heading: Inline[] }

export const entriesOf = ({ sections }: Paper): Entry[] =>
  sections.flatMap(({ heading, level }, at) =>
    heading && level === 2 && plain(heading).trim() ? [{ at, heading }] : []
  )

/**
 * Word's own table of contents, with its entries written in it as Word writes them, so that it is whole before anyone updates
 * it. The library's stands in the width of a page and cannot stand beside the facts.
 */
export class ContentsList extends FileChild {
  constructor(entries: Entry[], writing: Writing) {
    super('w:sdt')
    const last = entries.length - 1
    const paragraphs = entries.map(
      (entry, at) =>
        new Paragraph({
          style: 'TOC2',
          children: [
            ...(at === 0 ? beginning() : []),
            linkTo(entry, writing),
            ...(at === last ? [fieldMark('end')] : [])
          ]
        })
    )
    this.addChildElement(tagged('w:sdtPr', [gallery]))
    this.addChildElement(tagged('w:sdtContent', paragraphs))
  }
}

const tagged = (name: string, children: XmlComponent[]): XmlComponent =>
  new BuilderElement({ name, children })

const gallery = tagged('w:docPartObj', [
  new StringValueElement('w:docPartGallery', 'Table of Contents'),
  new BuilderElement({ name: 'w:docPartUnique' })
])

/** The page is worked out as it is written (pages.ts); where that is not done there is none, rather than a wrong one. */
const linkTo = ({ at, heading }: Entry, writing: Writing): InternalHyperlink =>
  new InternalHyperlink({
    anchor: bookmarkOf(at),
    children: [
      ...runsOf(unlinked(heading), writing),
      ...(writing.hasPages ? [new TextRun({ children: [new Tab()] }), new PageReference(bookmarkOf(at))] : [])
    ]
  })

const unlinked = (inlines: Inline[]): Inline[] => [{ type: 'text', value: plain(inlines) }]

const beginning = (): Run[] => [
  fieldMark('begin'),
  runWith(new StringContainer('w:instrText', 'TOC \\h \\o "2-2"')),
  fieldMark('separate')
]

const fieldMark = (type: 'begin' | 'separate' | 'end'): Run =>
  runWith(
    new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } })
  )

function runWith(child: XmlComponent): Run {
  const run = new Run({})
  run.addChildElement(child)
  return run
}
