import { statusWords, type Gender } from '#ui/charts/house.ts'
import { formatFigure, quotedFigure } from '#ui/formats/figures.ts'
import { formatList } from '#ui/formats/lists.ts'
import { capitalise } from '#ui/formats/numbers.ts'
import { address } from '#ui/words/addresses.ts'
import { quoted } from '#ui/words/foreign.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { aside, joined, link, paragraph, said, soft, text, typed, wrote } from '../inlines.ts'
import type { Below, Node, PaperDeed, PaperPhoto } from '../paper.ts'
import type { Deed, FrozenFigure } from '../facts.ts'
import { hrefOf, langOf, nounOf, type BlockOf, type Report } from '../report.ts'
import { partiesList } from './said.ts'

export const unitOf = ({ unit, soFar }: { unit: string; soFar: boolean }): string =>
  soFar ? m.publications_figures_so_far({ unit: quoted(unit) }) : unit

/** "Bostadsbolaget, Poseidon och Stena fastigheter" */
export function carriers({ lead, parties }: Pick<Deed, 'lead' | 'parties'>): string {
  const names = lead ? [lead, ...parties] : parties
  return names.length > 0
    ? formatList(names, getLocale())
    : capitalise(m.publications_by_jointly(), getLocale())
}

/** How far it came, where that was said; that it was carried out at all is what the heading says. */
const extentOf = ({ degree, ordinary }: Deed, gender: Gender): string | null => {
  if (degree === 'unstated') return ordinary ? m.house_ordinary() : null
  return statusWords({ degree, state: 'reported', ordinary }, gender)
}

const figureOf = (report: Report, figure: FrozenFigure) =>
  said(report, formatFigure(quotedFigure({ ...figure, unit: unitOf(figure) }), getLocale()))

export const photoOf = (
  report: Report,
  { id, alt, width, height }: NonNullable<Deed['photos']>[number]
): PaperPhoto => ({
  ...{ id, alt, width, height, src: address(getLocale(), 'photos', id) },
  ...(langOf(report) ? { foreign: true } : {})
})

export function deedOf(report: Report, deed: Deed): PaperDeed {
  const extent = extentOf(deed, nounOf(report).gender)
  const places = formatList(deed.places, getLocale())
  return {
    title: [wrote(report, deed.title)],
    url: hrefOf(report, deed.number),
    text: typed(report, [deed.text, deed.contributed].filter(Boolean).join('\n\n')),
    by: joined([[text(carriers(deed))], places ? [text(places)] : null, extent ? [text(extent)] : null]),
    house: { degree: deed.degree, state: 'reported', ordinary: deed.ordinary, seed: deed.seed },
    extent,
    figures: deed.figures.map((figure) => figureOf(report, figure)),
    photos: (deed.photos ?? []).map((photo) => photoOf(report, photo))
  }
}

const deeper = (level: Below): 4 | 5 => (level === 3 ? 4 : 5)

/** Under their focus areas where there are several, lifted ones first; how many more were done without a word is told. */
export function deedsNodes(report: Report, { facts }: BlockOf<'deeds'>, level: Below): Node[] {
  const { groups, more, brief } = facts
  const titled = groups.some(({ title }) => title !== null)
  const told = groups.flatMap(({ title, deeds }): Node[] => [
    ...(titled ? [headingOf(report, title, level)] : []),
    ...(deeds.length > 0 ? [deedsNode(report, deeds, titled ? deeper(level) : level, brief)] : [])
  ])
  const { gender } = nounOf(report)
  if (told.length === 0)
    return [soft(more > 0 ? m.blocks_deeds_counted({ count: more, gender }) : m.publications_deeds_none())]
  return [...told, ...(more > 0 ? [soft(m.publications_deeds_more({ count: more, gender }))] : [])]
}

const headingOf = (report: Report, title: string | null, level: Below): Node => ({
  type: 'heading',
  level,
  children: [title === null ? text(m.publications_street_other()) : wrote(report, title)]
})

export const deedList = (report: Report, deeds: Deed[], level: 3 | 4 | 5): Node => ({
  type: 'deeds',
  level,
  deeds: deeds.map((deed) => deedOf(report, deed))
})

const deedsNode = (report: Report, deeds: Deed[], level: 3 | 4 | 5, brief: true | undefined): Node =>
  brief ? briefList(report, deeds) : deedList(report, deeds, level)

/** A line each: what was done, the figures it is known by, and who did it. */
const briefList = (report: Report, deeds: Deed[]): Node => ({
  type: 'list',
  start: null,
  items: deeds.map((deed) => {
    const { title, url, figures, by } = deedOf(report, deed)
    const counted = joined(figures, ', ')
    return [
      paragraph([
        ...(url ? [link(url, ...title)] : title),
        ...(counted.length > 0 ? [text(': '), ...counted] : []),
        text(' '),
        aside(...by)
      ])
    ]
  })
})

/** What nobody promised: deeds, and what parties did besides in the coordinator's words. */
export function beyondNodes(report: Report, { facts }: BlockOf<'beyond'>, level: Below): Node[] {
  const { deeds, said: besides = [], brief } = facts
  if (deeds.length + besides.length === 0) return [soft(m.publications_beyond_none())]
  return [
    ...(deeds.length > 0 ? [deedsNode(report, deeds, level, brief)] : []),
    ...(besides.length > 0 ? [partiesList(report, besides)] : [])
  ]
}
