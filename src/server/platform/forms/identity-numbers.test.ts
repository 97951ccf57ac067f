import { expect, test } from 'vitest'
import { holdsIdentityNumber } from './identity-numbers.ts'

test.each([
  '8501011236',
  '850101-1236',
  '850101 1236',
  '850101–1236',
  '850101\u200b-1236',
  '19850101-1236',
  '8501611233',
  'Ring 850101-1236 i morgon',
  '８５０１０１-1236',
  '850101 - 1236',
  '850101  -  1236',
  '1985-01-01-1236',
  '1985-01-01 1236',
  '85-01-01 - 1236',
  '1985.01.01-1236',
  'född 1985/01/01-1236.'
])('%s is an identity number', (text) => expect(holdsIdentityNumber(text)).toBe(true))

test.each([
  '',
  'KS 2018-00103',
  'FOFN 2018-00020 1.1.6.2',
  '556036-0793',
  '850101-1237',
  '031-365 00 00',
  '132 tillfällen, 4300 mellanmål',
  '2024-02-27 till 2025-12-31',
  '1985-01-01 12.36',
  '1985-01-01 1236-05-01',
  '1985-01-01 1237'
])('"%s" holds none', (text) => expect(holdsIdentityNumber(text)).toBe(false))
