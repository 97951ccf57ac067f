import { formatDay } from '#ui/formats/days.ts'
import { formatNumber } from '#ui/formats/numbers.ts'
import { quoted } from '#ui/words/foreign.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'

type Sized = { file_type: string | null; file_size: number | null }
type Described = Sized & {
  kind: string | null
  dated_on: string | null
  case_number: string | null
  file_id: string | null
  url: string | null
}

const types: [type: RegExp, say: () => string][] = [
  [/pdf$/, m.documents_type_pdf],
  [/msword$|wordprocessingml/, m.documents_type_word],
  [/excel$|spreadsheetml/, m.documents_type_sheet],
  [/powerpoint$|presentationml/, m.documents_type_slides],
  [/oasis\.opendocument/, m.documents_type_open],
  [/^image/, m.documents_type_image],
  [/^text/, m.documents_type_text]
]

/** What a link leads to: "PDF, 1,2 MB". */
function fileWords({ file_type, file_size }: Sized, locale: Locale): string {
  const type = types.find(([pattern]) => pattern.test(file_type ?? ''))?.[1]()
  return [type, sizeOf(file_size ?? 0, locale)].filter(Boolean).join(', ')
}

export function sizeOf(bytes: number, locale: Locale): string {
  const kb = Math.max(1, Math.round(bytes / 1000))
  return kb < 1000
    ? m.documents_size_kb({ amount: formatNumber(kb, locale) })
    : m.documents_size_mb({ amount: formatNumber(kb / 1000, locale, 1) })
}

/** Its kind, what its link leads to or that it is not here, day and case number, as far as they are known. */
export const aboutDocument = (document: Described, locale: Locale): string => {
  const { kind, dated_on, case_number, file_id, url } = document
  const here = file_id ? fileWords(document, locale) : !url && m.documents_not_here()
  const number = case_number?.replaceAll(' ', '\u00a0')
  return [kind && quoted(kind), here, dated_on && formatDay(dated_on, locale), number]
    .filter(Boolean)
    .join(' · ')
}

/** What a document's fields are called. */
export const documentNames = () => ({
  title: m.documents_name(),
  file: m.documents_file(),
  kind: m.documents_kind(),
  year: m.documents_year(),
  dated_on: m.documents_day(),
  case_number: m.documents_case_number(),
  url: m.documents_link(),
  note: m.documents_note(),
  reach: m.collaborations_reach()
})

/** Years as headings, in the order the documents come in. */
export const byYear = <D extends { year: number | null }>(documents: D[]) => [
  ...Map.groupBy(documents, ({ year }) => year)
]
