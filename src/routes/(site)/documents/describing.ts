import { formatDay } from '#ui/formats/days.ts'
import { formatNumber } from '#ui/formats/numbers.ts'
import { quoted } from '#ui/words/foreign.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'

type Sized = { file_type: string | null; file_size: number | null }
type Described = { kind: string | null; dated_on: string | null; case_number: string | null }

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
export function fileWords({ file_type, file_size }: Sized, locale: Locale): string {
  const type = types.find(([pattern]) => pattern.test(file_type ?? ''))?.[1]()
  return [type, sizeOf(file_size ?? 0, locale)].filter(Boolean).join(', ')
}

function sizeOf(bytes: number, locale: Locale): string {
  const kb = Math.max(1, Math.round(bytes / 1000))
  return kb < 1000
    ? m.documents_size_kb({ amount: formatNumber(kb, locale) })
    : m.documents_size_mb({ amount: formatNumber(kb / 1000, locale, 1) })
}

/** Kind, day and case number, as far as they are known. */
export const aboutDocument = ({ kind, dated_on, case_number }: Described, locale: Locale): string =>
  [kind && quoted(kind), dated_on && formatDay(dated_on, locale), case_number].filter(Boolean).join(' · ')

/** Years as headings, in the order the documents come in. */
export const byYear = <D extends { year: number | null }>(documents: D[]) => [
  ...Map.groupBy(documents, ({ year }) => year)
]
