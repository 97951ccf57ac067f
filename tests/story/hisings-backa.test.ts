import { describe, expect, it } from 'vitest'
import { hisingsBacka2026 } from './hisings-backa-2026.ts'
import { hisingsBacka } from './hisings-backa/collaboration.ts'
import type { Qualifier } from './types.ts'

/** Part of the title, and the figure as the follow-up gives it. */
const toldBySource: [string, Qualifier, number | string, string][] = [
  ['Frukost', 'about', 1000, 'utdelade frukostar'],
  ['Frukost', 'exactly', 3, 'frukostdagar i veckan'],
  ['Nextar', 'exactly', 5, 'elever som erbjudits mentorsplats'],
  ['Volontärer', 'exactly', 7, 'volontärer i skolan'],
  ['Skoljoggar', 'exactly', 2, 'gemensamma skoljoggar'],
  ['Science club', 'exactly', 25, 'familjer på Science club'],
  ['Knacka dörr', 'exactly', 3, 'dörrknackningar'],
  ['Knacka dörr', 'over', 1000, 'hushåll som nåtts'],
  ['Knacka dörr', 'words', 'flera hundra', 'spontana samtal'],
  ['förebygga brott', 'words', 'flera', 'föreläsningar om brottsförebyggande teman'],
  ['bedrägeribrott', 'words', 'ett flertal', 'föreläsningar om bedrägeribrott'],
  ['Sommar i Backa', 'exactly', 9, 'veckor med Sommar i Backa'],
  ['Fotbollsgrupper', 'exactly', 2, 'skolor med fotbollsgrupper'],
  ['Lights on', 'exactly', 5, 'aktivitetsdagar i veckan'],
  ['tidiga tecken', 'words', 'ett flertal', 'föreläsningstillfällen om tecken på kriminalitet'],
  ['Gängsnacket', 'exactly', 14, 'mellanstadieklasser'],
  ['Öppet hus', 'exactly', 1, 'öppet hus'],
  ['basprogram', 'exactly', 4, 'genomförda basprogram'],
  ['basprogram', 'exactly', 12, 'veckor per basprogram'],
  ['basprogram', 'exactly', 48, 'mammor som fullföljt basprogrammet'],
  ['basprogram', 'exactly', 76, 'mammor som deltagit vid minst två träffar'],
  ['Mamma United Trygg', 'exactly', 8, 'kvinnor i Mamma United Trygg'],
  ['Mamma United Trygg', 'over', 4300, 'utdelade mellanmål'],
  ['Mamma United Trygg', 'exactly', 132, 'tillfällen med mellanmål'],
  ['Mamma United Community', 'on_average', 11, 'mammor per träff i Community'],
  ['Mamma United Community', 'exactly', 1, 'träff i månaden'],
  ['Trygghetsveckan', 'over', 40, 'aktörer under Trygghetsveckan'],
  ['Trygghetsveckan', 'over', 60, 'aktiviteter under Trygghetsveckan']
]

describe('Hisings Backa is as its follow-up tells it', () => {
  const { commitments, objectives, parties, statedTotals } = hisingsBacka
  const reports = commitments.map((commitment) => commitment.reports?.['final-2025'])
  const told = (title: string) => commitments.find((commitment) => commitment.title.includes(title))

  it.each(toldBySource)('%s: %s %s %s', (title, qualifier, value, unit) => {
    const figures = told(title)?.reports?.['final-2025']?.figures ?? []
    const figure = figures.find((candidate) => candidate.unit === unit)
    expect([figure?.qualifier, figure?.value ?? figure?.words]).toEqual([qualifier, value])
  })

  it('has no figure that the follow-up does not have', () => {
    expect(reports.flatMap((report) => report?.figures ?? [])).toHaveLength(toldBySource.length)
  })

  it('has four focus areas with sixteen aims', () => {
    expect(objectives.filter((objective) => !objective.parent).map((objective) => objective.title)).toEqual([
      'Skola',
      'Lokalområde',
      'Fritid',
      'Familj'
    ])
    const aims = (parent: string) => objectives.filter((objective) => objective.parent === parent).length
    expect(['skola', 'lokalomrade', 'fritid', 'familj'].map(aims)).toEqual([3, 4, 6, 3])
  })

  it('has an accepted answer to each, and makes up no degree', () => {
    expect(reports.every((report) => report?.state === 'accepted' && report.publishable)).toBe(true)
    const begun = commitments.filter((_, place) => reports[place]?.degree === 'begun').map((one) => one.title)
    expect(begun).toEqual(['Nattvandringar som återkommer', 'Trapphusvärdar i Brunnsbo'])
    expect(reports.filter((report) => report?.degree === 'unstated')).toHaveLength(commitments.length - 2)
  })

  it('keeps what it states apart from what is described, and calls nobody a party that it does not', () => {
    expect(statedTotals.map(({ of, qualifier, value }) => [of, qualifier, value])).toEqual([
      ['parties', 'exactly', 27],
      ['commitments', 'over', 100],
      ['completed', 'about', 90]
    ])
    expect(parties.filter((party) => party.role === 'maker')).toHaveLength(2)
    expect(parties.filter((party) => party.role === 'party')).toHaveLength(0)
  })

  it('has two deeds besides the promises', () => {
    expect(commitments.filter((one) => one.onTheWay).map((one) => one.title)).toEqual([
      'Secondhandbutiken RE:BACKA',
      'Trygghetsveckan'
    ])
  })

  it('is followed by a promise with two more focus areas', () => {
    expect(hisingsBacka2026.predecessor).toBe(hisingsBacka.slug)
    expect(hisingsBacka2026.objectives.map((objective) => objective.key)).toEqual([
      'skola',
      'lokalomrade',
      'fritid',
      'familj',
      'forskola',
      'sysselsattning'
    ])
    expect(hisingsBacka2026.commitments).toEqual([])
  })
})
