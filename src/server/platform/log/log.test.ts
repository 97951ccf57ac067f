import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { describeError } from './errors.ts'
import { isPrivatePath, maskLinks, plainPath } from './masking.ts'

const token = 'q3mX9d0Zt7LrT2vB8yKfWA'

describe('the log', () => {
  test.each([
    [`/svara/${token}`, '/svara/…'],
    [`/svara/${token}/3`, '/svara/…'],
    [`/en/answer/${token}`, '/en/answer/…'],
    ['/logga-in/demonstration', '/logga-in/…'],
    [`/somewhere/${token}/else`, '/somewhere/…/else'],
    [`/las%2Drapport/${token}`, '/las-rapport/…'],
    [`/las%252drapport%2f${token}`, '/las-rapport/…'],
    [`/Svara/${token}`, '/Svara/…'],
    ['/samverkan/hisings-backa-2024-2025/insatser/12', '/samverkan/hisings-backa-2024-2025/insatser/12'],
    ['/', '/']
  ])('writes %s as %s', (path, written) => {
    expect(maskLinks(path)).toBe(written)
  })

  test('knows which addresses let their bearer in', () => {
    expect(isPrivatePath(`/svara/${token}`)).toBe(true)
    expect(isPrivatePath('/svara')).toBe(false)
    expect(isPrivatePath('/samverkan/svarande')).toBe(false)
  })

  test.each([
    '/las-rapport/x',
    '/las%2Drapport/x',
    '/las%2drapport/x',
    '/l%61s-rapport/x/',
    '/las%252Drapport/x',
    '//las-rapport//x',
    '/las-rapport%2Fx',
    '/las-rapport\\x',
    '/omraden/../las-rapport/./x',
    '/en/read%2Dreport/x/report',
    '/sv%61ra/x/'
  ])('knows it however it is written: %s', (path) => {
    const plain = plainPath(path)
    expect(isPrivatePath(plain)).toBe(true)
    expect(plain).toMatch(/^(\/en)?\/[\w-]+\/x(\/report)?$/)
    expect(plainPath(plain)).toBe(plain)
  })

  test.each(['*', '', '/%', '/%zz', '/%00', 'http://kvarter.example/om', '/sok?q=/svara/x', '/sok#/svara/x'])(
    'is not upset by %j',
    (path) => {
      expect(isPrivatePath(plainPath(path))).toBe(false)
    }
  )

  test('keeps what somebody wrote out of errors', () => {
    const error = new pg.DatabaseError('invalid input syntax for type date: "Anna Andersson"', 0, 'error')
    Object.assign(error, { code: '22007', severity: 'ERROR', detail: 'Key (mail)=(anna@example.se)' })
    const told = JSON.stringify(describeError(new Error('could not save', { cause: error })))
    expect(told).toContain('22007')
    expect(told).toContain('could not save')
    expect(told).not.toMatch(/Anna|anna/)
  })

  test('tells what was wrong with a question of our own', () => {
    const error = new pg.DatabaseError('column "degre" does not exist', 0, 'error')
    Object.assign(error, { code: '42703', severity: 'ERROR' })
    expect(describeError(error).message).toBe('column "degre" does not exist')
  })
})
