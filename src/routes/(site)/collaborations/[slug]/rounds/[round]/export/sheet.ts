import type { ExportedRow } from '#server/domain/rounds/exporting.ts'
import type { Question } from '#server/domain/rounds/questions.ts'
import type { Cell, Sheet } from '#server/platform/sheets/sheet.ts'
import { lookWords, type Gender } from '#ui/charts/house.ts'
import { dayOf } from '#ui/formats/days.ts'
import { formatFigure } from '#ui/formats/figures.ts'
import { capitalise } from '#ui/formats/numbers.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { questionLabel } from '#ui/words/questions.ts'
import { stateOf, titleOf } from '../naming.ts'

type About = {
  name: string
  questions: Question[]
  noun: { one: string; gender: Gender }
  timeZone: string
  locale: Locale
}
type Column = { heading: string; width: number; of: (row: ExportedRow) => Cell }

/** A row for each thing a party was asked, in the order of the round's page. */
export function sheetOf(rows: ExportedRow[], about: About): Sheet {
  const columns = columnsOf(about)
  return {
    name: about.name,
    columns: columns.map(({ heading, width }) => ({ heading, width })),
    rows: rows.map((row) => columns.map(({ of }) => of(row)))
  }
}

function columnsOf({ questions, noun, timeZone, locale }: About): Column[] {
  const dayAt = (at: Date | null | undefined): Cell =>
    at ? new Date(`${dayOf(at, timeZone)}T00:00:00Z`) : null
  const degree = (of: ExportedRow['item']['degree']): Cell => of && lookWords(of, noun.gender)
  const own = questions.filter(({ type }) => type !== 'built_in')
  return [
    { heading: m.rounds_party(), width: 28, of: ({ party }) => party.organisation.name },
    { heading: m.rounds_export_number(), width: 6, of: ({ item }) => item.number },
    { heading: capitalise(noun.one, locale), width: 40, of: ({ item }) => titleOf(item) },
    { heading: m.rounds_state(), width: 18, of: stateIn },
    { heading: m.rounds_now(), width: 24, of: ({ item }) => degree(item.degree) },
    { heading: m.rounds_then(), width: 24, of: ({ item }) => degree(item.before) },
    { heading: m.answers_reason(), width: 30, of: ({ text }) => text?.reason ?? null },
    { heading: m.answers_done(), width: 60, of: ({ text }) => text?.done ?? null },
    { heading: m.rounds_wording(), width: 60, of: ({ text }) => text?.wording ?? null },
    {
      heading: m.answers_figures(),
      width: 40,
      of: ({ figures }) => figures.map((told) => formatFigure(told, locale)).join('\n') || null
    },
    { heading: m.answers_contributed(), width: 40, of: ({ text }) => text?.contributed ?? null },
    { heading: m.answers_learnt(), width: 40, of: ({ text }) => text?.learnt ?? null },
    ...own.map((question): Column => ({
      heading: questionLabel(question),
      width: 40,
      of: ({ text }) => told(text?.answers[question.key])
    })),
    { heading: m.rounds_export_public(), width: 12, of: publicIn },
    { heading: m.rounds_export_returned(), width: 40, of: ({ text }) => text?.note ?? null },
    { heading: m.rounds_last_day_short(), width: 14, of: ({ party }) => new Date(`${party.due}T00:00:00Z`) },
    { heading: m.rounds_export_sent(), width: 14, of: ({ text }) => dayAt(text?.submitted_at) },
    { heading: m.rounds_export_by(), width: 24, of: ({ text }) => text?.submitted_by ?? null },
    { heading: m.rounds_export_how(), width: 18, of: ({ item }) => howIn(item) },
    { heading: m.rounds_export_accepted(), width: 14, of: ({ text }) => dayAt(text?.accepted_at) }
  ]
}

function stateIn({ party, item }: ExportedRow): string {
  if (party.state === 'exempted' || item.exempted) return m.rounds_state_exempted()
  return party.state === 'declined' && !item.state ? m.rounds_state_declined() : stateOf(item)
}

const publicIn = ({ text, item }: ExportedRow): Cell => {
  if (!text || item.about !== 'commitment') return null
  return text.publishable ? m.rounds_yes() : m.rounds_no()
}

const howIn = ({ source }: ExportedRow['item']): Cell =>
  source === 'paper' || source === 'phone' ? m[`rounds_source_${source}`]() : null

function told(value: string | number | boolean | undefined): Cell {
  if (typeof value === 'boolean') return value ? m.rounds_yes() : m.rounds_no()
  return value ?? null
}
