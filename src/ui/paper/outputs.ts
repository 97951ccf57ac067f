import { baseLocale, inLocale, isLocale } from '#ui/words/locale.ts'
import { documentOf } from './document/document.ts'
import { paperOf, type Edition } from './made.ts'
import { pdfOf } from './pdf/pdf.ts'
import type { From, Rendered } from './rendering.ts'
import type { Report } from './report.ts'
import { wordOf } from './word/word.ts'

const outputs = { html: documentOf, pdf: pdfOf, docx: wordOf }
export type Output = keyof typeof outputs

export type Printed = { report: Report; edition: Edition | null; from: From }

/** A report in one of its forms, in its own language whatever its reader's. */
export const render = (output: Output, { report, edition, from }: Printed): Promise<Rendered> =>
  inLocale(isLocale(report.language) ? report.language : baseLocale, () =>
    outputs[output](paperOf(report, edition), from)
  )
