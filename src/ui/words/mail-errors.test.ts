import { expect, test } from 'vitest'
import { mailErrorText } from './mail-errors.ts'

test.each([
  ['SMTP 550', 'Adressen finns inte.'],
  ['5.1.1', 'Adressen finns inte.'],
  ['5.2.2', 'Brevlådan är full.'],
  ['5.7.1', 'Mottagarens mejlserver tar inte emot'],
  ['SMTP 554', 'Mottagarens mejlserver tar inte emot'],
  ['SMTP 535', 'Inställningarna för mejl är fel.'],
  ['SMTP 451', 'Mejlservern svarade inte.'],
  ['ECONNECTION', 'Mejlservern svarade inte.'],
  ['no_recipient', 'Det finns inte längre någon'],
  ['TypeError', 'Mejlet kom inte fram (TypeError).']
])('%s is told in words', (code, words) => expect(mailErrorText(code)).toContain(words))

test('what a coordinator wrote stands as it is', () =>
  expect(['Slutade i höstas', 'Pension'].map(mailErrorText)).toEqual(['Slutade i höstas', 'Pension']))
