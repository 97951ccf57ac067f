import { countedOnce } from '../../figures/joined.ts'
import type { Deed, FactsOf, FrozenFigure, FrozenPhoto, NotCarriedOut } from '../content.ts'
import type { BlockSettings } from '../settings.ts'
import type { Answer } from './answers.ts'
import { focusAreaOf, focusAreasOf, liesUnder, type Material } from './material.ts'

const notDone = new Set(['not_begun', 'not_carried_out'])
const isDone = ({ degree, stage }: Answer): boolean =>
  degree !== null && !notDone.has(degree) && stage !== 'discontinued'
const isTold = ({ text, contributed }: Answer): boolean => text !== null || contributed !== null

/** Deeds by focus area, or those of one; lifted ones first. What was carried out without a word about it is counted. */
export function deeds(material: Material, { objective, extent = 'all' }: BlockSettings): FactsOf<'deeds'> {
  const done = material.answers.filter(
    (answer) =>
      isDone(answer) &&
      !answer.on_the_way &&
      (!objective || liesUnder(material, answer.objective_id, objective))
  )
  const shown = done.filter((answer) => isTold(answer) && (extent === 'all' || answer.highlight))
  const more = done.length - shown.length
  if (objective)
    return { groups: shown.length > 0 ? [{ title: null, deeds: inOrder(material, shown) }] : [], more }
  const groups = [...focusAreasOf(material), null].map((area) => ({
    title: area?.title ?? null,
    deeds: inOrder(
      material,
      shown.filter(
        ({ objective_id }) => (focusAreaOf(material, objective_id)?.id ?? null) === (area?.id ?? null)
      )
    )
  }))
  return { groups: groups.filter((group) => group.deeds.length > 0), more }
}

/** What came along the way, "utöver de dellöften …". */
export const beyond = (material: Material): FactsOf<'beyond'> => ({
  deeds: inOrder(
    material,
    material.answers.filter((answer) => answer.on_the_way && isDone(answer))
  )
})

export const notCarriedOut = ({ answers }: Material): FactsOf<'not_carried_out'> => ({
  items: answers
    .filter(({ degree, stage }) => degree === 'not_carried_out' || stage === 'discontinued')
    .map(({ number, title, lead, id, reason, stage, stage_reason }): NotCarriedOut => ({
      number,
      title,
      lead,
      seed: id,
      reason: stage === 'discontinued' ? stage_reason : reason,
      discontinued: stage === 'discontinued'
    }))
})

/** How many are told of in words: "34 finns beskrivna här". */
export const countDescribed = ({ answers }: Material): number =>
  answers.filter((answer) => isDone(answer) && isTold(answer)).length

const inOrder = (material: Material, answers: Answer[]): Deed[] =>
  together(answers)
    .map(deedOf(material))
    .toSorted((one, other) => Number(other.highlight) - Number(one.highlight))

/** What several tell of is one deed: as the chosen one tells it, with the others named. */
function together(answers: Answer[]): Answer[] {
  const chosen = countedOnce(
    answers.map((answer) => ({ ...answer, report_id: answer.report_id ?? answer.id }))
  )
  return chosen.map((answer) => {
    const others = answer.highlight_id
      ? answers.filter(({ id, highlight_id }) => highlight_id === answer.highlight_id && id !== answer.id)
      : []
    const names = others.flatMap(({ lead, parties }) => [...(lead ? [lead] : []), ...parties])
    return {
      ...answer,
      parties: [...new Set([...answer.parties, ...names])].filter((name) => name !== answer.lead)
    }
  })
}

const deedOf =
  ({ figures, photos }: Material) =>
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
    figures: figures.filter(({ report_version_id }) => report_version_id === answer.version_id).map(figureOf),
    ...photosOf(photos.filter(({ report_version_id }) => report_version_id === answer.version_id))
  })

const photosOf = (photos: Material['photos']): { photos?: FrozenPhoto[] } =>
  photos.length > 0
    ? { photos: photos.map(({ id, alt, width, height }) => ({ id, alt, width, height })) }
    : {}

export const figureOf = (figure: Material['figures'][number]): FrozenFigure => ({
  qualifier: figure.qualifier,
  value: figure.value,
  words: figure.words,
  unit: figure.unit,
  soFar: figure.scope === 'so_far'
})
