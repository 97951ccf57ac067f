import { describe, expect, it } from 'vitest'
import { backaIFokus, groupsOfBackaIFokus } from './backa-i-fokus/collaboration.ts'

const { commitments, decisions, documents, objectives, parties, period, statedTotals } = backaIFokus

/** As the page names them, with the numbers it gives them. */
const activities = `
1 Arbetslivscentrum
2 förskola
3 BRÅ
4 planärenden
5 killar i Backa Röd
6 Folkhälsoråd
7 Folkhögskoleverksamhet
8 överenskommelse med polisen
9 Kvinnogrupp Backa Röd
10 NOSAM
11 idrottshall
12 Mötesplats Backa Röd
13 SSPF
14 Selma Center
15 Selma Lagerlöfs torg
16 kompensatorisk skola
17 odling
18 fysisk miljö
19 Trygghetssamordning
20 Ungdomssatsningen
21 kulturhusen
22 Ung kultur
23 El Sistema
24 ungdomsråd
25 stöd till föreningar
26 Vuxenvandring`
  .trim()
  .split('\n')

describe('Backa i Fokus is as its page tells it', () => {
  it('has twenty-six activities by number, each with the line organisation responsible', () => {
    expect(commitments).toHaveLength(26)
    for (const [place, { number, title, lead, responsible }] of commitments.entries()) {
      const [told = '', ...words] = (activities[place] ?? '').split(' ')
      expect(number).toBe(Number(told))
      expect(title).toContain(words.join(' '))
      expect([lead, responsible]).toEqual(['stadsdelsforvaltningen-norra-hisingen', 'Linjeorganisationen'])
    }
  })

  it('says twenty-six and twenty-seven, each by its source, and fills up neither', () => {
    expect(statedTotals.map(({ of, value, source }) => [of, value, source])).toEqual([
      ['commitments', 26, expect.stringContaining('sida')],
      ['activities', 27, expect.stringContaining('2014')]
    ])
  })

  it('was decided in the autumn of 2011, on a day that is not told', () => {
    expect(period).toEqual({ from: '2011-09-01', to: null, precision: 'season' })
    expect(decisions?.map(({ body, day }) => [body, day])).toEqual([
      ['Stadsdelsnämnden Norra Hisingen', undefined]
    ])
  })

  it('has four strategies, that no activity is said to serve', () => {
    expect(objectives.map(({ kind, title }) => [kind, title])).toEqual([
      ['strategy', 'Framtidstro och medskapande'],
      ['strategy', 'Hållbart och strukturellt perspektiv'],
      ['strategy', 'Helhetssyn och samverkan'],
      ['strategy', 'Infrastruktur och mötesplatser']
    ])
    expect(commitments.flatMap((one) => one.objectives)).toEqual([])
  })

  it('lists its documents by year, none of which is here', () => {
    const titles = (year: number) =>
      documents
        .filter((document) => document.year === year)
        .map(({ title }) => title.replace('Backa i Fokus ', ''))
    expect([2014, 2013, 2012].map(titles)).toEqual([
      [
        'halvårsrapport 2014',
        'resultat från 27 aktiviteter för hållbar utveckling',
        '2014 levnadsvillkor i stadsdelen',
        'årsrapport 2014'
      ],
      [
        'organisation och aktiviteter 2013',
        'delårsrapport 2013',
        'delårsrapport 2013, bilaga 1',
        'delårsrapport 2013, bilaga 2'
      ],
      ['årsrapport 2012']
    ])
    expect(documents).toHaveLength(9)
    expect(documents.every(({ url, caseNumber }) => !url && !caseNumber)).toBe(true)
  })

  it('has the four groups, and is reached by a function and not by a person', () => {
    expect(
      groupsOfBackaIFokus.map(({ name, parents, kind }) => [name.split(' för')[0], parents, kind])
    ).toEqual([
      ['Styrgruppen', ['backa-i-fokus'], 'body'],
      ['Den operativa ledningsgruppen', ['backa-i-fokus'], 'body'],
      ['Staben', ['backa-i-fokus'], 'body'],
      ['Projektgruppen', ['backa-i-fokus'], 'body']
    ])
    expect(backaIFokus.contact).toEqual({ function: 'Projektledare för Backa i Fokus' })
    expect(parties.filter(({ role }) => role === 'maker')).toHaveLength(1)
  })
})
