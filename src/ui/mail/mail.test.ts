import { describe, expect, test } from 'vitest'
import { inLocale } from '#ui/words/locale.ts'
import { answerLinkMail, answerReceiptMail, answerReturnedMail, type AnswerFacts } from './answers.ts'
import { codeMail } from './code.ts'

const facts: AnswerFacts = {
  locale: 'sv',
  site: 'Kvarter',
  name: 'Bo & <Bi>',
  organisation: 'Exempelskolan',
  collaboration: 'Exempelkvarteret',
  round: 'Våren 2026',
  due: '2026-03-14',
  noun: { one: 'dellöfte', theOne: 'dellöftet', many: 'dellöften', theMany: 'dellöftena', gender: 'neuter' },
  items: [
    { title: 'Frukost', sent: true },
    { title: 'Läxhjälp', sent: false }
  ],
  href: 'https://kvarter.example/svara/x',
  contact: { name: 'samordnaren', reply: true }
}

describe('a mail', () => {
  test('says what, by when and where', () => {
    const { subject, text } = answerLinkMail(facts)
    expect(subject).toBe('Hur har det gått? Exempelkvarteret, Våren 2026')
    expect(text).toContain('Vi frågar om 2 dellöften:\n\n- Frukost\n- Läxhjälp')
    expect(text).toContain('Svara senast 14 mars 2026.')
    expect(text).toContain('Öppna och svara:\nhttps://kvarter.example/svara/x')
  })

  test('uses the kind’s own word', () => {
    const { text } = answerLinkMail({ ...facts, items: facts.items.slice(0, 1) })
    expect(text).toContain('Vi frågar om ett dellöfte:')
  })

  test('has the same words in both shapes, and nothing that somebody’s name could break', () => {
    const { html } = answerReceiptMail(facts)
    expect(html).toContain('Hej Bo &amp; &lt;Bi&gt;!')
    expect(html).toContain('Ett svar är kvar.')
    expect(html).not.toMatch(/<(img|script|style|link)|style=/)
  })

  test('quotes the coordinator', () => {
    const { text } = answerReturnedMail({ ...facts, title: 'Frukost', note: 'Hur många\ndagar?' })
    expect(text).toContain('> Hur många\n> dagar?')
  })

  test('keeps its subject on one line', () => {
    const { subject } = answerLinkMail({ ...facts, round: 'Våren\r\nBcc: alla@kvarter.example' })
    expect(subject).not.toMatch(/[\r\n]/)
  })

  test('is written in the reader’s language', () => {
    const code = {
      locale: 'en',
      site: 'Kvarter',
      name: 'Bo',
      code: '123456',
      minutes: 10,
      href: 'https://x'
    } as const
    const { text, html } = inLocale('en', () => codeMail(code))
    expect(text).toContain('Sign in with this code: 123456')
    expect(html).toContain('<html lang="en">')
  })
})
