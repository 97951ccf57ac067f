import { describe, expect, test } from 'vitest'
import type { Inline } from '../paper.ts'
import { isBlank, lineOf, mayEnd, unlinked } from './lines.ts'

const setting = { addressOf: (url: string) => (url.startsWith('https:') ? url : null) }
const text = (value: string): Inline => ({ type: 'text', value })
const runsOf = (...inlines: Inline[]) => lineOf(inlines, setting)?.runs

describe('a line', () => {
  test('is its runs, each with all that it is set in', () => {
    const inner: Inline = { type: 'emphasis', children: [text('mycket')] }
    expect(runsOf(text('Det är '), { type: 'strong', children: [text('så '), inner] })).toEqual([
      { text: 'Det är ' },
      { text: 'så ', styles: ['strong'] },
      { text: 'mycket', styles: ['strong', 'emphasis'] }
    ])
  })
  test('is nothing where nothing would be seen', () => {
    expect(lineOf([text(' \u200b\u202e'), { type: 'break' }], setting)).toBeNull()
    expect(isBlank('\u0007\ufeff')).toBe(true)
    expect(isBlank('漢')).toBe(false)
  })
  test('keeps the spaces that hold a figure together, and no other row of them', () => {
    expect(runsOf(text('över\n  4\u202f300 mål'))).toEqual([{ text: 'över 4\u202f300 mål' }])
  })
  test('leads where print can lead, and says the words of what it cannot', () => {
    const link = (url: string): Inline => ({ type: 'link', url, children: [text('sidan')] })
    expect(runsOf(link('https://x.example'))).toEqual([
      { link: 'https://x.example', runs: [{ text: 'sidan' }] }
    ])
    expect(runsOf(link('javascript:1'))).toEqual([{ text: 'sidan' }])
    const line = lineOf([link('https://x.example')], setting)
    expect(line && unlinked(line)).toEqual({ runs: [{ text: 'sidan' }] })
  })
  test('is not hyphenated where a link ends within a word', () => {
    const link: Inline = { type: 'link', url: 'https://x.example', children: [text('sam')] }
    expect(lineOf([link, text('hället')], setting)).toMatchObject({ undivided: true })
    expect(lineOf([text('ett '), link, text(' till')], setting)).not.toHaveProperty('undivided')
  })
  test('lets a giant word end here and there, between whole signs', () => {
    const [run] = runsOf(text('👩‍👩‍👧'.repeat(40))) ?? []
    const pieces = run && 'text' in run ? run.text.split(mayEnd) : []
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.every((piece) => /^(?:👩‍👩‍👧)+$/u.test(piece))).toBe(true)
  })
  test('reads from the right where its first letter does', () => {
    expect(lineOf([text('12 «مرحبا» hej')], setting)).toMatchObject({ dir: 'rtl', lang: 'ar' })
    expect(lineOf([text('שלום')], setting)).toMatchObject({ dir: 'rtl', lang: 'he' })
    expect(lineOf([text('hej مرحبا')], setting)).not.toHaveProperty('dir')
  })
})
