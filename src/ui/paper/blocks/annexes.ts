import { address } from '#ui/words/addresses.ts'
import { formatDay } from '#ui/formats/days.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import type { Annexed } from '../facts.ts'
import { aside, joined, link, soft, text, wrote } from '../inlines.ts'
import type { Inline, Node } from '../paper.ts'
import type { BlockOf, Report } from '../report.ts'

/** A numbered table: an annex is asked for by its number. */
export function annexesNodes(report: Report, { facts }: BlockOf<'annexes'>): Node[] {
  const { annexes } = facts
  if (annexes.length === 0) return [soft(m.blocks_annexes_none())]
  return [
    {
      type: 'table',
      caption: [],
      head: [[text(m.blocks_annexes_number())], [text(m.blocks_annexes_title())]],
      rows: annexes.map((annex, at) => [
        [text(m.blocks_annexes_nth({ number: at + 1 }))],
        annexLine(report, annex)
      ]),
      numbers: []
    }
  ]
}

function annexLine(report: Report, annex: Annexed): Inline[] {
  const url = urlOf(annex)
  const name = wrote(report, annex.title)
  const { document } = annex
  const when = document?.day
    ? formatDay(document.day, getLocale())
    : document?.year
      ? String(document.year)
      : null
  const besides = joined([
    document?.kind ? [wrote(report, document.kind)] : null,
    when ? [text(when)] : null,
    document?.caseNumber ? [text(`${m.publications_documents_case()} ${document.caseNumber}`)] : null,
    document?.note ? [wrote(report, document.note)] : null,
    url ? null : [text(m.blocks_annexes_elsewhere())]
  ])
  return [url ? link(url, name) : name, ...(besides.length > 0 ? [text(' '), aside(...besides)] : [])]
}

/** The very file that was annexed, which a newer one of the same document does not change. */
function urlOf({ publication, document, file, url }: Annexed): string | null {
  if (publication) return address(getLocale(), 'publications', publication.slug)
  return document && file ? address(getLocale(), 'documents', document.id, file.id) : url
}
