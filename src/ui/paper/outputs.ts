import { baseLocale, inLocale, isLocale } from '#ui/words/locale.ts'
import { paperOf, type Edition } from './made.ts'
import type { Paper } from './paper.ts'
import type { From, Rendered } from './rendering.ts'
import type { Report } from './report.ts'

type Maker = (paper: Paper, from: From) => Promise<Rendered>

/** Each with what it takes: who makes a PDF does not load what writes Word. */
const outputs = {
  html: async (): Promise<Maker> => (await import('./document/document.ts')).documentOf,
  pdf: async (): Promise<Maker> => (await import('./pdf/pdf.ts')).pdfOf,
  docx: async (): Promise<Maker> => (await import('./word/word.ts')).wordOf
}
export type Output = keyof typeof outputs

export type Rendering = { report: Report; edition: Edition | null; from: From }

/** A report in one of its forms, in its own language whatever its reader's. What serves pages has it made by `print`. */
export async function render(output: Output, { report, edition, from }: Rendering): Promise<Rendered> {
  const make = await outputs[output]()
  return inLocale(isLocale(report.language) ? report.language : baseLocale, () =>
    make(paperOf(report, edition), from)
  )
}
