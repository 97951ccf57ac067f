import type { Id } from '#server/platform/db/ids.ts'
import { countedOnce } from '../../figures/joined.ts'
import type { BlockSettings } from '../settings.ts'
import type { Answer } from './answers.ts'
import { focusAreaOf, focusAreasOf, type Material } from './material.ts'
import { saidTo } from './said-by-parties.ts'
import { isAbout, viewOf, type View } from './views.ts'
import type { FactsOf } from '../facts.ts'
import type { Deed, FrozenFigure, FrozenPhoto, NotCarriedOut } from '../frozen.ts'

const notDone = new Set(['not_begun', 'not_carried_out'])
const isDone = ({ degree, stage }: Answer): boolean =>
  degree !== null && !notDone.has(degree) && stage !== 'discontinued'
const isTold = ({ text, contributed, deed_wording }: Answer): boolean =>
  text !== null || contributed !== null || deed_wording !== null
/** What was done: of the promise from its beginning, or on the way ("utöver de dellöften …"). */
const doneIn = ({ answers }: View, onTheWay: boolean): Answer[] =>
  answers.filter((answer) => isDone(answer) && answer.on_the_way === onTheWay)

/** Deeds by focus area, or those of one; lifted ones first. What was carried out without a word about it is counted. */
export function deeds(material: Material, settings: BlockSettings): FactsOf<'deeds'> {
  const { objective, extent = 'all' } = settings
  const view = viewOf(material, settings)
  const done = doneIn(view, false).filter(({ objective_id }) => isAbout(material, settings, objective_id))
  const chosen = done.filter((answer) => isTold(answer) && (extent === 'all' || answer.highlight))
  const told = inTurn(material, liftedFirst(together(chosen, view)), settings)
  const shown = told.slice(0, mostOf(settings))
  const tellers = Map.groupBy(chosen, deedKeyOf)
  const unseen = told.slice(shown.length).flatMap((answer) => tellers.get(deedKeyOf(answer)) ?? [])
  const more = done.length - chosen.length + unseen.length
  const telling = tellingOf(settings)
  if (objective || isShort(settings))
    return { groups: groupOf(null, shown.map(deedOf(material, settings))), more, ...telling }
  const byArea = Map.groupBy(shown, ({ objective_id }) => focusAreaOf(material, objective_id)?.id ?? null)
  const groups = [...focusAreasOf(material), null].flatMap((area) =>
    groupOf(area?.title ?? null, (byArea.get(area?.id ?? null) ?? []).map(deedOf(material, settings)))
  )
  return { groups, more, ...telling }
}

/** A few lines need no headings of their own. */
const isShort = ({ told, most }: BlockSettings): boolean => told === 'brief' && most !== undefined

/** Where only some are told, each focus area has its turn: its first, then the second of each. */
function inTurn(material: Material, answers: Answer[], { most }: BlockSettings): Answer[] {
  if (!most) return answers
  const turns = new Map<Id | null, number>()
  const ranked = answers.map((answer) => {
    const area = focusAreaOf(material, answer.objective_id)?.id ?? null
    const turn = turns.get(area) ?? 0
    turns.set(area, turn + 1)
    return { answer, turn }
  })
  const lifted = ({ answer }: { answer: Answer }) => Number(answer.highlight)
  return ranked
    .toSorted((one, other) => lifted(other) - lifted(one) || one.turn - other.turn)
    .map(({ answer }) => answer)
}

const deedKeyOf = ({ highlight_id, id }: Answer) => highlight_id ?? id
const groupOf = (title: string | null, told: Deed[]) => (told.length > 0 ? [{ title, deeds: told }] : [])
const mostOf = ({ most }: BlockSettings): number => (most ? Number(most) : Infinity)
const tellingOf = ({ told }: BlockSettings): { brief?: true } => (told === 'brief' ? { brief: true } : {})

/** What came along the way, and what parties did besides, in the coordinator's words. */
export function beyond(material: Material, settings: BlockSettings): FactsOf<'beyond'> {
  const view = viewOf(material, settings)
  const told = liftedFirst(together(doneIn(view, true), view))
  const said = saidTo(view, 'beyond')
  return {
    deeds: told.map(deedOf(material, settings)),
    ...(said.length > 0 && { said }),
    ...tellingOf(settings)
  }
}

export const notCarriedOut = (material: Material, settings: BlockSettings): FactsOf<'not_carried_out'> => ({
  items: viewOf(material, settings)
    .answers.filter(({ degree, stage }) => degree === 'not_carried_out' || stage === 'discontinued')
    .filter(({ objective_id }) => isAbout(material, settings, objective_id))
    .map(({ number, title, lead, id, reason, stage, stage_reason }): NotCarriedOut => ({
      ...{ number, title, lead, seed: id },
      reason: stage === 'discontinued' ? stage_reason : reason,
      discontinued: stage === 'discontinued'
    }))
})

/** One deed told by many: the one chosen, or all such. Its figures are counted once, as the one chosen tells them. */
export function toldTogether(material: Material, settings: BlockSettings): FactsOf<'together'> {
  const { deed } = settings
  const view = viewOf(material, settings)
  const about = view.answers.filter(
    (answer) => isDone(answer) && answer.highlight && isAbout(material, settings, answer.objective_id)
  )
  const byDeed = Map.groupBy(about, ({ highlight_id }) => highlight_id)
  const chosen = deed
    ? (byDeed.get(deed) ?? [])
    : about.filter(({ highlight_id }) => (byDeed.get(highlight_id)?.length ?? 0) > 1)
  return {
    deeds: together(chosen, view).map((answer) => ({
      ...deedOf(material, settings)(answer),
      told: byDeed.get(answer.highlight_id)?.length ?? 1
    }))
  }
}

/** How many of what was promised are told of in words: "34 finns beskrivna här". */
export const countDescribed = (material: Material, settings: BlockSettings): number =>
  doneIn(viewOf(material, settings), false).filter(
    (answer) => isTold(answer) && isAbout(material, settings, answer.objective_id)
  ).length

const liftedFirst = (answers: Answer[]): Answer[] =>
  answers.toSorted((one, other) => Number(other.highlight) - Number(one.highlight))

/** What several tell of is one deed: as the chosen one tells it, with the others named. */
function together(answers: Answer[], { saidByParties }: View): Answer[] {
  const chosen = countedOnce(
    answers.map((answer) => ({ ...answer, report_id: answer.report_id ?? answer.id }))
  )
  const byDeed = Map.groupBy(answers, ({ highlight_id }) => highlight_id)
  const besides = Map.groupBy(saidByParties, ({ highlight_id }) => highlight_id)
  return chosen.map((answer) => {
    const { highlight_id: deed, lead, parties } = answer
    const others = deed ? (byDeed.get(deed) ?? []) : []
    const names = [
      ...others.flatMap((other) => [...(other.lead ? [other.lead] : []), ...other.parties]),
      ...(deed ? (besides.get(deed) ?? []).map(({ organisation }) => organisation) : [])
    ]
    return { ...answer, parties: [...new Set([...parties, ...names])].filter((name) => name !== lead) }
  })
}

const deedOf =
  ({ figures, photos }: Material, settings: BlockSettings) =>
  (answer: Answer): Deed => ({
    number: answer.number,
    title: answer.deed_title ?? answer.title,
    seed: answer.id,
    degree: answer.degree,
    ordinary: answer.stage === 'in_ordinary_operations',
    highlight: answer.highlight,
    text: answer.deed_wording ?? answer.text,
    contributed: answer.deed_wording === null ? answer.contributed : null,
    lead: answer.lead,
    parties: answer.parties,
    places: answer.places,
    figures: (figures.get(answer.version_id ?? '') ?? []).map(figureOf),
    ...(settings.photos === 'no' || settings.told === 'brief'
      ? {}
      : photosOf(photos.get(answer.version_id ?? '') ?? []))
  })

type Photos = NonNullable<ReturnType<Material['photos']['get']>>
const photosOf = (photos: Photos): { photos?: FrozenPhoto[] } =>
  photos.length > 0
    ? { photos: photos.map(({ id, alt, width, height }) => ({ id, alt, width, height })) }
    : {}

type Figure = NonNullable<ReturnType<Material['figures']['get']>>[number]
export const figureOf = (figure: Figure): FrozenFigure => ({
  qualifier: figure.qualifier,
  value: figure.value,
  words: figure.words,
  unit: figure.unit,
  soFar: figure.scope === 'so_far'
})
