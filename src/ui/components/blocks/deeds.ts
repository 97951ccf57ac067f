import { statusWords, type Gender } from '#ui/charts/house.ts'
import type { Figure } from '#ui/formats/figures.ts'
import { formatList } from '#ui/formats/lists.ts'
import { capitalise } from '#ui/formats/numbers.ts'
import { quoted } from '#ui/words/foreign.ts'
import { address } from '#ui/words/addresses.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { hrefOf, nounOf, type Deed, type FrozenFigure, type Report } from './report.ts'

export const unitOf = ({ unit, soFar }: { unit: string; soFar: boolean }): string =>
  soFar ? m.publications_figures_so_far({ unit: quoted(unit) }) : unit

const figureOf = (figure: FrozenFigure): Figure => ({ ...figure, unit: unitOf(figure) })

/** "Bostadsbolaget, Poseidon och Stena fastigheter" */
export function carriers({ lead, parties }: Pick<Deed, 'lead' | 'parties'>): string {
  const names = lead ? [lead, ...parties] : parties
  return names.length > 0
    ? formatList(names, getLocale())
    : capitalise(m.publications_by_jointly(), getLocale())
}

/** How far it came, where that was said; that it was carried out at all is what the heading says. */
const extentOf = ({ degree, ordinary }: Deed, gender: Gender): string | undefined => {
  if (degree === 'unstated') return ordinary ? m.house_ordinary() : undefined
  return statusWords({ degree, state: 'reported', ordinary }, gender)
}

export function deedLines(report: Report, deeds: Deed[]) {
  const { gender } = nounOf(report)
  return deeds.map((deed) => ({
    title: deed.title,
    href: hrefOf(report, deed.number),
    text: [deed.text, deed.contributed].filter(Boolean).join('\n'),
    by: [carriers(deed), formatList(deed.places, getLocale()), extentOf(deed, gender)]
      .filter(Boolean)
      .join(' · '),
    house: { degree: deed.degree, state: 'reported' as const, ordinary: deed.ordinary, seed: deed.seed },
    figures: deed.figures.map(figureOf),
    photos: (deed.photos ?? []).map((photo) => ({ ...photo, src: address(getLocale(), 'photos', photo.id) })),
    language: report.language
  }))
}
