import { questionsOf, type Question } from '../../rounds/questions.ts'
import type { BlockSettings } from '../settings.ts'
import type { Answer } from './answers.ts'
import { focusAreasOf, type Material } from './material.ts'
import { saidTo } from './said-by-parties.ts'
import { isAbout, viewOf } from './views.ts'
import type { SaidFacts } from '../facts.ts'
import type { OwnSaid, Said } from '../frozen.ts'

/** What it gave: of each deed as its partner put it, and of the parties in the coordinator's words. */
export const contribution = (material: Material, settings: BlockSettings): SaidFacts =>
  saidOf(material, settings, ({ gave }) => gave, 'gave')

/** What was learnt of each deed, and what should go into the next period. */
export const learning = (material: Material, settings: BlockSettings): SaidFacts =>
  saidOf(material, settings, ({ learnt }) => learnt, 'next')

function saidOf(
  material: Material,
  settings: BlockSettings,
  textOf: (answer: Answer) => string | null,
  question: string
): SaidFacts {
  const view = viewOf(material, settings)
  const about = view.answers.filter(({ objective_id }) => isAbout(material, settings, objective_id))
  const said = settings.said_by === 'parties' ? [] : about.filter((answer) => textOf(answer) !== null)
  const line = (answer: Answer) => saidBy(answer, textOf(answer) ?? '')
  const ofParties = settings.said_by !== 'commitments' && !settings.objective
  return {
    groups: settings.objective ? groupOf(null, said.map(line)) : byArea(material, said, line),
    parties: ofParties ? saidTo(view, question) : [],
    own: settings.question ? ownOf(material, settings, about, ofParties) : null
  }
}

const saidBy = ({ number, title, lead }: Answer, text: string): Said => ({ number, title, lead, text })
const groupOf = (title: string | null, said: Said[]) => (said.length > 0 ? [{ title, said }] : [])

function byArea(material: Material, said: Answer[], line: (answer: Answer) => Said) {
  const areas = Map.groupBy(said, ({ objective_id }) => material.tree.rootOf(objective_id)?.id ?? null)
  return [...focusAreasOf(material), null].flatMap((area) =>
    groupOf(area?.title ?? null, (areas.get(area?.id ?? null) ?? []).map(line))
  )
}

/** Choices are counted, words are told; a number is told with its deed and never added, since nobody said how it may be. */
function ownOf(
  material: Material,
  settings: BlockSettings,
  about: Answer[],
  ofParties: boolean
): OwnSaid | null {
  const key = settings.question ?? ''
  const question = material.rounds
    .flatMap(({ questions }) => questionsOf(questions))
    .find((one) => one.key === key && one.label)
  if (!question?.label) return null
  const told = settings.said_by === 'parties' ? [] : about.filter(({ answers }) => answers[key] !== undefined)
  const counted = question.type === 'choice' || question.type === 'yes_no'
  const byAnswer = Map.groupBy(told, ({ answers }) => String(answers[key]))
  return {
    label: question.label,
    type: question.type,
    said: counted ? [] : told.map((answer) => saidBy(answer, String(answer.answers[key]))),
    counts: counted
      ? choicesOf(question).map((answer) => ({ answer, count: byAnswer.get(answer)?.length ?? 0 }))
      : [],
    parties: ofParties ? saidTo(viewOf(material, settings), key) : []
  }
}

const choicesOf = ({ type, options = [] }: Question): string[] =>
  type === 'yes_no' ? ['true', 'false'] : options
