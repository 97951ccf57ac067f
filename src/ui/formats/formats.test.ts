import { describe, expect, it } from 'vitest'
import {
  formatClock,
  formatDay,
  formatDayShort,
  formatDaysFrom,
  formatInstant,
  formatWeek,
  weekOf
} from './days.ts'
import { formatFigure } from './figures.ts'
import { formatList } from './lists.ts'
import { formatKronor, formatNumber, spellNumber } from './numbers.ts'
import { formatPeriod, type Precision } from './periods.ts'
import { plainSentence, stageSentence, statedSentence, totalSentence, type Noun } from './totals.ts'

const promise: Noun = {
  one: 'dellöfte',
  theOne: 'dellöftet',
  many: 'dellöften',
  theMany: 'dellöftena',
  gender: 'neuter'
}
const activity: Noun = {
  one: 'aktivitet',
  theOne: 'aktiviteten',
  many: 'aktiviteter',
  theMany: 'aktiviteterna',
  gender: 'common'
}
const subPromise: Noun = {
  one: 'sub-promise',
  theOne: 'the sub-promise',
  many: 'sub-promises',
  theMany: 'the sub-promises',
  gender: 'common'
}

describe('numbers', () => {
  it('are grouped by a thin space that does not break, in English by a comma', () => {
    expect(formatNumber(400000, 'sv')).toBe('400\u202f000')
    expect(formatNumber(400000, 'en')).toBe('400,000')
    expect(formatKronor(400000, 'sv')).toBe('400\u202f000\u00a0kr')
    expect(formatNumber(10.5, 'sv')).toBe('10,5')
  })
  it('are spelt up to twelve, in the gender of what is counted', () => {
    expect([0, 1, 3, 12, 13].map((n) => spellNumber(n, 'sv', 'neuter'))).toEqual([
      'noll',
      'ett',
      'tre',
      'tolv',
      '13'
    ])
    expect(spellNumber(1, 'sv', 'common')).toBe('en')
    expect(spellNumber(3, 'en')).toBe('three')
  })
  it('join as lists', () => {
    expect(formatList(['a', 'b', 'c'], 'sv')).toBe('a, b och c')
    expect(formatList(['a', 'b', 'c'], 'en')).toBe('a, b and c')
  })
})

describe('days', () => {
  it('are written out, or short', () => {
    expect(formatDay('2026-03-14', 'sv')).toBe('14 mars 2026')
    expect(formatDay('2026-03-14', 'en')).toBe('14 March 2026')
    expect(formatDayShort('2026-03-14', 'sv')).toBe('14/3')
    expect(formatDayShort('2026-03-14', 'en')).toBe('14 Mar')
  })
  it('have week numbers, also round the new year', () => {
    expect(formatWeek('2026-03-14', 'sv')).toBe('vecka\u00a011')
    expect(weekOf('2027-01-01')).toEqual({ year: 2026, week: 53 })
    expect(weekOf('2024-12-30')).toEqual({ year: 2025, week: 1 })
  })
  it('are those of the installation, not of Greenwich', () => {
    const late = new Date('2025-12-15T23:30:00Z')
    expect(formatInstant(late, 'sv', 'Europe/Stockholm')).toBe('16 december 2025 kl.\u00a000.30')
    expect(formatClock(late, 'en', 'Europe/Stockholm')).toBe('00:30')
  })
  it('are told from today while they are near', () => {
    expect(formatDaysFrom('2025-12-03', '2025-12-15', 'sv')).toBe('om 12 dagar')
    expect(formatDaysFrom('2025-12-03', '2025-12-02', 'sv')).toBe('i går')
    expect(formatDaysFrom('2025-12-03', '2026-03-14', 'sv')).toBe('14 mars 2026')
  })
})

describe('a period says no more than is known', () => {
  const cases: [string | null, string | null, Precision, string, string][] = [
    [
      '2024-02-27',
      '2025-12-31',
      'day',
      '27 februari 2024 – 31 december 2025',
      '27 February 2024 – 31 December 2025'
    ],
    ['2017-05-03', '2017-06-05', 'day', '3 maj – 5 juni 2017', '3 May – 5 June 2017'],
    ['2017-05-03', '2017-05-05', 'day', '3–5 maj 2017', '3–5 May 2017'],
    ['2017-05-03', '2017-05-03', 'day', '3 maj 2017', '3 May 2017'],
    ['2017-04-01', '2017-05-31', 'month', 'april–maj 2017', 'April–May 2017'],
    ['2016-12-01', '2017-01-31', 'month', 'december 2016 – januari 2017', 'December 2016 – January 2017'],
    ['2027-09-01', '2027-11-30', 'season', 'hösten 2027', 'autumn 2027'],
    ['2026-12-01', '2027-02-28', 'season', 'vintern 2026/27', 'winter 2026/27'],
    ['2026-01-01', '2026-06-30', 'term', 'vårterminen 2026', 'spring term 2026'],
    [
      '2026-07-01',
      '2027-06-30',
      'term',
      'höstterminen 2026 – vårterminen 2027',
      'autumn term 2026 – spring term 2027'
    ],
    ['2026-01-01', '2028-12-31', 'year', '2026–2028', '2026–2028'],
    ['2024-02-27', null, 'day', 'från 27 februari 2024', 'from 27 February 2024'],
    [null, '2025-12-31', 'day', 'till och med 31 december 2025', 'until 31 December 2025'],
    [null, null, 'day', '', '']
  ]
  it.each(cases)('%s – %s by %s', (from, to, precision, sv, en) => {
    expect(formatPeriod({ from, to, precision }, 'sv')).toBe(sv)
    expect(formatPeriod({ from, to, precision }, 'en')).toBe(en)
  })
})

describe('a figure is as honest as it was told', () => {
  it('keeps its qualifier and its words', () => {
    expect(formatFigure({ value: 4300, qualifier: 'over', unit: 'mellanmål' }, 'sv')).toBe(
      'över 4\u202f300\u00a0mellanmål'
    )
    expect(formatFigure({ value: 1000, qualifier: 'about' }, 'sv')).toBe('ungefär 1\u202f000')
    expect(formatFigure({ value: 11, qualifier: 'on_average' }, 'sv')).toBe('i snitt 11')
    expect(formatFigure({ value: 300, qualifier: 'at_least_about' }, 'sv')).toBe('minst omkring 300')
    expect(formatFigure({ value: 25, qualifier: 'exactly', unit: 'familjer' }, 'en')).toBe('25\u00a0familjer')
    expect(formatFigure({ value: null, qualifier: 'words', words: 'flera hundra', unit: 'barn' }, 'sv')).toBe(
      'flera hundra\u00a0barn'
    )
  })
})

describe('the computed sentence', () => {
  const say = (lit: number, of: number, missing: number, noun: Noun, locale: 'sv' | 'en' = 'sv', fully = 0) =>
    plainSentence(totalSentence({ lit, of, missing, fully }, noun, locale))

  it('says how many, of how many, and what is missing', () => {
    expect(say(93, 104, 3, promise)).toBe(
      '93 av 104 dellöften är genomförda i olika utsträckning. Tre saknar svar.'
    )
    expect(say(93, 104, 1, subPromise, 'en')).toBe(
      '93 of 104 sub-promises have been carried out to varying extents. One has no answer.'
    )
    expect(totalSentence({ lit: 93, of: 104 }, promise, 'sv').lead).toBe('93 av 104')
  })
  it('agrees with the gender of the noun, alone and among many', () => {
    expect(say(1, 1, 0, promise)).toBe('Dellöftet är genomfört.')
    expect(say(0, 1, 0, activity)).toBe('Aktiviteten är inte genomförd än.')
    expect(say(1, 26, 0, activity)).toBe('1 av 26 aktiviteter är genomförd i någon utsträckning.')
    expect(say(0, 26, 0, promise)).toBe('Inget av 26 dellöften är genomfört än.')
    expect(say(0, 26, 1, activity)).toBe('Ingen av 26 aktiviteter är genomförd än. En saknar svar.')
  })
  it('says so when all are carried out, or there are none', () => {
    expect(say(26, 26, 0, activity)).toBe('Alla 26 aktiviteter är genomförda i olika utsträckning.')
    expect(say(26, 26, 0, activity, 'sv', 26)).toBe('Alla 26 aktiviteter är genomförda helt.')
    expect(say(0, 0, 0, promise)).toBe('Här finns inga dellöften än.')
  })
  it('keeps what was stated apart from what is described here', () => {
    const stated = { lit: 'ungefär 90', of: 'över hundra', described: 34 }
    expect(plainSentence(statedSentence(stated, promise, 'sv'))).toBe(
      'Ungefär 90 av över hundra dellöften är genomförda i olika utsträckning, enligt parterna. 34 finns beskrivna här.'
    )
  })
  it('tells stages where there are no rounds', () => {
    const counts = { ongoing: 18, completed: 1, in_ordinary_operations: 3 }
    expect(plainSentence(stageSentence(counts, activity, 'sv'))).toBe(
      '22 aktiviteter: 18 pågår, 1 är avslutad och 3 är nu i ordinarie verksamhet.'
    )
  })
})
