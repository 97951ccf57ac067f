import { legendWords, type Degree } from '#ui/charts/house.ts'
import { formatDay } from '#ui/formats/days.ts'
import { formatFigure, type Figure } from '#ui/formats/figures.ts'
import { formatList } from '#ui/formats/lists.ts'
import { capitalise, formatNumber } from '#ui/formats/numbers.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { questionLabel } from '#ui/words/questions.ts'
import { letter, listed, type AnswerFacts } from './answers.ts'
import type { Mail, Part, Told } from './compose.ts'

type Question = { key: string; label?: string | undefined }
export type ReceivedAnswer = {
  title: string
  degree: Degree | null
  reason: string | null
  done: string | null
  contributed: string | null
  learnt: string | null
  publishable: boolean
  no_change: boolean
  photos: number
  figures: Figure[]
  answers: Record<string, string | number | boolean>
}
type Facts = AnswerFacts & { questions: Question[]; received: ReceivedAnswer[] }

/** What was sent in, in the sender's own words; what is left; and what happens now. */
export function answerReceiptMail(facts: Facts): Mail {
  const { collaboration, organisation, received, items, href } = facts
  const sent = items.filter(({ sent }) => sent).map(({ title }) => title)
  return letter(facts, m.mail_receipt_subject({ collaboration }), [
    m.mail_receipt_text({ organisation }),
    ...(received.length > 0 ? received.map((answer) => told(answer, facts)) : listed(sent)),
    ...left(facts),
    m.mail_receipt_next(),
    { action: m.mail_receipt_action(), href }
  ])
}

function left({ items, due, late, kind, locale }: Facts): string[] {
  const count = items.filter(({ sent }) => !sent).length
  if (count === 0 || kind === 'running') return []
  const day = formatDay(due, locale)
  if (late) return [count === 1 ? m.mail_receipt_left_late_one() : m.mail_receipt_left_late({ count })]
  return [count === 1 ? m.mail_receipt_left_one({ day }) : m.mail_receipt_left({ count, day })]
}

const inWords = (said: string | number | boolean, locale: Locale): string => {
  if (typeof said === 'boolean') return said ? m.mail_yes() : m.mail_no()
  return typeof said === 'number' ? formatNumber(said, locale) : said
}

function told(answer: ReceivedAnswer, { questions, noun, locale }: Facts): Part {
  const label = (key: string) => questionLabel(questions.find((one) => one.key === key) ?? { key })
  const { degree, figures, photos } = answer
  const howFar = degree && capitalise(legendWords(degree, noun.gender), locale)
  const rows: [string, string | null][] = [
    [label('degree'), answer.no_change && howFar ? m.mail_receipt_no_change({ degree: howFar }) : howFar],
    [m.answers_reason(), answer.reason],
    [label('done'), answer.done],
    [
      label('figures'),
      formatList(
        figures.map((figure) => formatFigure(figure, locale)),
        locale
      ) || null
    ],
    [label('contributed'), answer.contributed],
    [label('learnt'), answer.learnt],
    ...Object.entries(answer.answers).map(([key, said]): [string, string] => [
      label(key),
      inWords(said, locale)
    ]),
    [m.mail_receipt_photos(), photos > 0 ? formatNumber(photos, locale) : null],
    [
      label('publishable'),
      degree && (answer.publishable ? m.answers_publishable_yes() : m.answers_publishable_no())
    ]
  ]
  const all = rows.flatMap(([asked, said]): Told[] => (said ? [{ asked, answer: said }] : []))
  return { heading: answer.title, told: all }
}
