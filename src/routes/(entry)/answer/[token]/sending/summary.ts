import { capitalise } from '#ui/formats/numbers.ts'
import { formatFigure, type Figure } from '#ui/formats/figures.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { toldOf } from '../saying.ts'

type ToSend = {
  reason: string | null
  done: string | null
  contributed: string | null
  learnt: string | null
  no_change?: boolean | undefined
  publishable: boolean
  figures: { value: number | string; qualifier: Figure['qualifier']; unit: string }[]
  answers: Record<string, string | number | boolean>
}
type Questions = Parameters<typeof toldOf>[1]

/** All that goes, in the order it was asked. */
export function textsOf(answer: ToSend, questions: Questions): string[] {
  const { reason, done, contributed, learnt } = answer
  const said = [answer.no_change ? m.answers_no_change() : null, reason, done]
  const own = toldOf(answer.answers, questions).map(({ label, text }) => `${label} ${text}`)
  return [...said, ...answer.figures.map(figureWords), contributed, learnt, ...own].filter(
    (text) => text !== null
  )
}

function figureWords({ value, qualifier, unit }: ToSend['figures'][number]): string {
  const locale = getLocale()
  const told = typeof value === 'number' ? { value } : { value: null, words: value }
  return capitalise(formatFigure({ ...told, qualifier, unit }, locale), locale)
}

/** Whether residents will read it. */
export const shownWords = ({ answer }: { answer: Pick<ToSend, 'publishable'> | null }): string =>
  answer?.publishable ? m.answers_sending_shown() : m.answers_sending_own()
