import { Footer, Header, HorizontalPositionRelativeFrom, PageNumber, Paragraph, Tab, TextRun } from 'docx'
import { VerticalPositionRelativeFrom } from 'docx'
import { colours, page, pixels } from './measures.ts'
import { drawingRun } from './pictures.ts'
import { ownRuns } from './runs.ts'
import type { Writing } from './writing.ts'

/** Runs along the foot of every page: what it is, and which page of how many. */
export const footerOf = (writing: Writing): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          ...ownRuns(short(writing.words.title), writing),
          new TextRun({ children: [new Tab(), ...pageOfPages(writing.words.page)] })
        ]
      })
    ]
  })

const longest = 70
const short = (title: string): string =>
  title.length <= longest ? title : `${title.slice(0, longest).replace(/\s+\S*$/, '')} …`

/** The sentence of the language with Word's own counters in it. */
const pageOfPages = (sentence: string) => sentence.split(/(\{pages?\})/).map((part) => counters[part] ?? part)

const counters: Record<string, (typeof PageNumber)[keyof typeof PageNumber]> = {
  '{page}': PageNumber.CURRENT,
  '{pages}': PageNumber.TOTAL_PAGES
}

const skyHeight = 520
/** It has no edges to be sharp. */
const blurred = 0.1

/** The sky behind the opening, as on the page. */
export function skyOf(writing: Writing): Header {
  const width = pixels(page.width) + 1
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${skyHeight}" viewBox="0 0 ${width} ${skyHeight}">` +
    `<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#${colours.sky}"/><stop offset="1" stop-color="#fff"/></linearGradient>` +
    `<path fill="url(#sky)" d="M0 0h${width}v${skyHeight}H0z"/></svg>`
  const floating = {
    horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: 0 },
    verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: 0 },
    behindDocument: true
  }
  const sky = drawingRun(
    { svg, width, height: skyHeight },
    { scale: 1, alt: null, floating, density: blurred },
    writing
  )
  return new Header({ children: [new Paragraph({ style: 'Header', children: [sky] })] })
}
