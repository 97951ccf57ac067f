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

type Question = { key: string; label?: string | undefined; type?: string | undefined }
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

/** Only what was asked for: promising more, or telling at any time, is up to the party. */
function left({ items, due, late, kind, locale }: Facts): string[] {
  const count = items.filter(({ sent }) => !sent).length
  if (count === 0 || kind !== 'follow_up') return []
  const day = formatDay(due, locale)
  if (late) return [count === 1 ? m.mail_receipt_left_late_one() : m.mail_receipt_left_late({ count })]
  return [count === 1 ? m.mail_receipt_left_one({ day }) : m.mail_receipt_left({ count, day })]
}

type Row = [asked: string, answer: string | null]

function told(answer: ReceivedAnswer, facts: Facts): Part {
  const rows = [...ofPromise(answer, facts), ...ofOwn(answer, facts), ...ofShowing(answer, facts)]
  const said = rows.flatMap(([asked, answer]): Told[] => (answer ? [{ asked, answer }] : []))
  return { heading: answer.title, told: said }
}

const labelIn = (questions: Question[], key: string): string =>
  questionLabel(questions.find((one) => one.key === key) ?? { key })

function ofPromise(answer: ReceivedAnswer, { questions, noun, locale }: Facts): Row[] {
  const { degree, no_change, figures } = answer
  const howFar = degree && capitalise(legendWords(degree, noun.gender), locale)
  const counted = figures.map((figure) => formatFigure(figure, locale))
  return [
    [
      labelIn(questions, 'degree'),
      no_change && howFar ? m.mail_receipt_no_change({ degree: howFar }) : howFar
    ],
    [m.answers_reason(), answer.reason],
    [labelIn(questions, 'done'), answer.done],
    [labelIn(questions, 'figures'), formatList(counted, locale)],
    [labelIn(questions, 'contributed'), answer.contributed],
    [labelIn(questions, 'learnt'), answer.learnt]
  ]
}

/** To the round's own questions, in their order. */
const ofOwn = ({ answers }: ReceivedAnswer, { questions, locale }: Facts): Row[] =>
  questions.flatMap((question): Row[] => {
    const said = answers[question.key]
    return said === undefined ? [] : [[questionLabel(question), inWords(said, question, locale)]]
  })

function inWords(said: string | number | boolean, { type }: Question, locale: Locale): string {
  if (typeof said === 'boolean') return said ? m.mail_yes() : m.mail_no()
  if (typeof said === 'number') return formatNumber(said, locale)
  return type === 'day' ? formatDay(said, locale) : said
}

function ofShowing({ photos, degree, publishable }: ReceivedAnswer, { questions, locale }: Facts): Row[] {
  const shown = publishable ? m.answers_publishable_yes() : m.answers_publishable_no()
  return [
    [m.mail_receipt_photos(), photos > 0 ? formatNumber(photos, locale) : null],
    [labelIn(questions, 'publishable'), degree && shown]
  ]
}
