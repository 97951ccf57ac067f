import { formatDay } from '#ui/formats/days.ts'
import { address } from '#ui/words/addresses.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { aside, joined, link, paragraph, soft, text, wrote } from '../inlines.ts'
import type { Inline, Node } from '../paper.ts'
import type { Listed } from '../facts.ts'
import type { BlockOf, Report } from '../report.ts'

export function documentsNodes(report: Report, { facts }: BlockOf<'documents'>): Node[] {
  if (facts.documents.length === 0) return [soft(m.publications_documents_none())]
  const items = facts.documents.map((document) => [paragraph(documentLine(report, document))])
  return [{ type: 'list', start: null, items, look: 'lines' }]
}

/** "Halvårsrapport 2014 · rapport · 2014 · Diarienummer N131-0123/14" */
export function documentLine(report: Report, document: Listed): Inline[] {
  const { title, kind, year, day, caseNumber, note } = document
  const url = urlOf(document)
  const name = wrote(report, title)
  const when = day ? formatDay(day, getLocale()) : year === null ? null : String(year)
  const besides = joined([
    kind ? [wrote(report, kind)] : null,
    when ? [text(when)] : null,
    caseNumber ? [text(`${m.publications_documents_case()} ${caseNumber}`)] : null,
    note ? [wrote(report, note)] : null
  ])
  return [url ? link(url, name) : name, ...(besides.length > 0 ? [text(' '), aside(...besides)] : [])]
}

/** The very file there was: a newer one of the same document does not change what was frozen. */
const urlOf = ({ id, file, url }: Listed): string | null =>
  id && file ? address(getLocale(), 'documents', id, file.id) : url
