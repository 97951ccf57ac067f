import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  day,
  listOfWords,
  mail,
  optionalClock,
  optionalNumber,
  optionalText,
  read,
  text,
  tidied,
  version
} from './fields.ts'

const one = <S extends v.GenericSchema>(schema: S, written: unknown) => {
  const reading = read(v.object({ x: schema }), { x: written })
  return reading.ok ? { value: reading.value.x } : reading.errors['x']
}

describe('a text', () => {
  test.each([
    ['  Frukost\r\nvarje dag ', 'Frukost\nvarje dag'],
    ['Fru\u0000kost', 'Frukost'],
    ['Fru\u200bkost\u202e', 'Frukost'],
    ['e\u0301', 'é'],
    ['half \ud800', 'half \ufffd'],
    ['👨‍👩‍👧 hemma', '👨‍👩‍👧 hemma'],
    ['<b>fet</b>', '<b>fet</b>']
  ])('%j is kept as %j', (written, kept) => expect(one(text(), written)).toEqual({ value: kept }))

  test.each([undefined, null, '', ' \n', '\u200b\u202e', '\u200d', '\u00ad', '\u0000'])(
    'of nothing that can be seen is missing: %j',
    (written) => {
      expect(one(text(), written)).toBe('required')
      expect(one(optionalText(), written === '\u200d' || written === '\u00ad' ? '' : written)).toEqual({
        value: null
      })
    }
  )

  test('says what is wrong with it', () => {
    expect(one(text(), 'a'.repeat(201))).toBe('too_long')
    expect(one(optionalText(), 'å'.repeat(1_000_000))).toBe('too_long')
    expect(one(text(), 'Ring 850101-1236')).toBe('identity_number')
    expect(one(text(), ['a', 'b'])).toBe('unknown')
  })

  test('of a heap of marks takes no time', () => {
    const began = performance.now()
    expect(tidied(`a${'\u0301\u0316'.repeat(45_000)}`).length).toBeLessThan(40)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

test.each(['0000-01-01', '2024-02-30', '2024-2-1', '9999-01-01', '1024-01-01', '20240201', '−2024-01-01'])(
  '%s is no day',
  (written) => expect(one(day(), written)).toBe('not_a_day')
)
test('a day is a day', () => expect(one(day(), ' 2024-02-29 ')).toEqual({ value: '2024-02-29' }))

test.each(['a', 'a@b', 'a b@c.se', '@b.se', 'a@b.se, c@d.se', 'a@b..se', 'İ@b.se', '<a@b.se>'])(
  '%s is no mail address',
  (written) => expect(one(mail(), written)).toBe('not_a_mail')
)
test.each(['BO.Ek+1@Exempel.se', 'info@blåbär.se'])('%s is one', (written) =>
  expect(one(mail(), written)).toEqual({ value: written.toLowerCase() })
)

test.each([
  ['13.03', '13:03'],
  ['13:03', '13:03'],
  ['1303', '13:03'],
  ['kl. 9', '09:00'],
  [' Klockan 9.30 ', '09:30'],
  ['', null],
  ['0', '00:00']
])('the time of day %j is %j', (written, value) => expect(one(optionalClock(), written)).toEqual({ value }))
test.each(['24.00', '9.60', 'kvart över', '13,3', '13.3', 'x'.repeat(40)])(
  '%j is no time of day',
  (written) => expect(['not_a_clock', 'too_long']).toContain(one(optionalClock(), written))
)

test('numbers are read as people write them', () => {
  expect(one(optionalNumber(), '4 300,5')).toEqual({ value: 4300.5 })
  for (const written of ['1e9', '٣', '½', 'NaN', '0x10', '1,2,3'])
    expect(one(optionalNumber(), written)).toBe('not_a_number')
  for (const written of ['8501011236', '19850101 1236', '850101 1236'])
    expect(one(optionalNumber(), written)).toBe('identity_number')
  expect(one(optionalNumber(), '8501011237')).toEqual({ value: 8501011237 })
})

test('words between commas are words once', () =>
  expect(one(listOfWords(), ' a, b,,a ')).toEqual({ value: ['a', 'b'] }))

test.each(['x', '1.5', '-1', '2147483648', '1e3x'])('%j is no version', (written) =>
  expect(one(version(), written)).toBe('unknown')
)
