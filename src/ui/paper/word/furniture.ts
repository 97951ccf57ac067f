import { Footer, PageNumber, Paragraph, Tab, TextRun } from 'docx'
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
