import { describe, expect, test } from 'vitest'
import { inLocale } from '#ui/words/locale.ts'
import { answerLinkMail, answerReturnedMail, type AnswerFacts } from './answers.ts'
import { codeMail } from './code.ts'
import { answerReceiptMail, type ReceivedAnswer } from './receipt.ts'
import { answerReminderMail } from './reminder.ts'
import { admissionAskedMail, draftsBegunAnewMail } from './spaces.ts'

const facts: AnswerFacts = {
  locale: 'sv',
  site: 'Kvarter',
  name: 'Bo & <Bi>',
  organisation: 'Exempelskolan',
  collaboration: 'Exempelkvarteret',
  round: 'Våren 2026',
  kind: 'follow_up',
  due: '2026-03-14',
  late: false,
  noun: { one: 'dellöfte', theOne: 'dellöftet', many: 'dellöften', theMany: 'dellöftena', gender: 'neuter' },
  items: [
    { title: 'Frukost', commitment: true, sent: true, returned: false },
    { title: 'Läxhjälp', commitment: true, sent: false, returned: false }
  ],
  words: null,
  forwardedBy: null,
  reads: false,
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

  test('says what it asks beside the promises, so that the list is as long as it says', () => {
    const own = { title: 'Er egen syn', commitment: false, sent: false, returned: false }
    const { text } = answerLinkMail({ ...facts, items: [...facts.items, own] })
    expect(text).toContain(
      'Vi frågar om 2 dellöften och om vad ni själva vill säga:\n\n- Frukost\n- Läxhjälp\n- Er egen syn'
    )
  })

  test('names the first of many, and says how many more there are', () => {
    const items = Array.from({ length: 15 }, (_, n) => ({
      title: `Löfte ${n + 1}`,
      commitment: true,
      sent: false,
      returned: false
    }))
    const { text } = answerLinkMail({ ...facts, items })
    expect(text).toContain('Vi frågar om 15 dellöften:\n\n- Löfte 1\n')
    expect(text).toContain('- Löfte 12\n- och 3 till\n\n')
  })

  test('uses the kind’s own word', () => {
    const { text } = answerLinkMail({ ...facts, items: facts.items.slice(0, 1) })
    expect(text).toContain('Vi frågar om ett dellöfte:')
  })

  test('has the same words in both shapes, and nothing that somebody’s name could break', () => {
    const { html } = answerReceiptMail({ ...facts, questions: [], received: [] })
    expect(html).toContain('Hej Bo &amp; &lt;Bi&gt;!')
    expect(html).toContain('Ett svar är kvar.')
    expect(html).not.toMatch(/<(img|script|style|link)|style=/)
  })

  test('begins with the coordinator’s own words, and always says what, by when and where', () => {
    const words = 'Snart är det stämma!\nVi vill veta hur det gick.\n\nTack för <allt>.'
    const { subject, text, html } = answerLinkMail({ ...facts, words })
    expect(subject).toBe(answerLinkMail(facts).subject)
    expect(text).toContain(
      'Snart är det stämma!\nVi vill veta hur det gick.\n\nTack för <allt>.\n\nVi frågar om'
    )
    expect(text).not.toContain('har lovat något i')
    expect(text).toContain('Svara senast 14 mars 2026.')
    expect(text).toContain(facts.href)
    expect(html).toContain(
      '<p>Snart är det stämma!<br>Vi vill veta hur det gick.</p>\n<p>Tack för &lt;allt&gt;.</p>'
    )
  })

  test('says that the last day has passed', () => {
    expect(answerLinkMail({ ...facts, late: true }).text).toContain(
      'Sista dagen var 14 mars 2026, men det går bra'
    )
  })

  test('that a colleague sent on says who', () => {
    const { text } = answerLinkMail({ ...facts, forwardedBy: 'Åsa', words: 'Snart är det stämma!' })
    expect(text).toContain('Åsa har bett dig svara på det här för Exempelskolan')
    const reading = answerLinkMail({ ...facts, forwardedBy: 'Åsa', reads: true })
    expect(reading.text).toContain('Åsa vill att du läser')
    expect(reading.text).not.toContain('Svara senast')
  })

  test('about answers at any time has no last day', () => {
    expect(answerLinkMail({ ...facts, kind: 'running' }).text).not.toContain('14 mars')
  })

  test('reminds of what is left, and no more', () => {
    const { subject, text } = answerReminderMail(facts)
    expect(subject).toBe('Påminnelse: Hur har det gått? Exempelkvarteret, Våren 2026')
    expect(text).toContain('Det här är kvar att svara på:\n\n- Läxhjälp\n\nSvara senast 14 mars 2026.')
    expect(text).not.toContain('- Frukost')
    expect(text).toContain(facts.href)
    const items = facts.items.map((item) => ({ ...item, sent: false }))
    expect(answerReminderMail({ ...facts, items, late: true }).text).toContain('2 svar är kvar:')
    expect(answerReminderMail({ ...facts, items }).text).toContain('Vi väntar på svar från Exempelskolan')
    const back = answerReminderMail({
      ...facts,
      items: items.map((item) => ({ ...item, returned: true }))
    }).text
    expect(back).not.toContain('Vi väntar på svar')
    expect(back).toContain('- Frukost (har kommit tillbaka med en fråga)')
    expect(answerReminderMail({ ...facts, words: 'Hör av er!' }).text).toContain(
      'Hej Bo & <Bi>!\n\nHör av er!\n'
    )
  })

  test('that is a receipt has all that was sent, in the words it was sent in', () => {
    const answer: ReceivedAnswer = {
      title: 'Frukost',
      degree: 'mostly',
      reason: null,
      done: 'Gröt varje dag.\n<Ägg> på fredagar.',
      contributed: 'Lugnare morgnar.',
      learnt: null,
      publishable: true,
      no_change: false,
      photos: 2,
      figures: [
        { value: 4300, qualifier: 'over', unit: 'frukostar' },
        { value: null, qualifier: 'words', words: 'flera', unit: 'klasser' }
      ],
      answers: { own: 'Mer gröt', many: 12, again: true }
    }
    const questions = [
      { key: 'done', label: 'Vad hände?' },
      { key: 'own', label: 'Vad behövs?' },
      { key: 'many', label: 'Hur många?' },
      { key: 'again', label: 'Igen?' }
    ]
    const { text, html } = answerReceiptMail({ ...facts, questions, received: [answer] })
    expect(text).toContain(`Frukost
-------
Hur har det gått?
  Till största delen
Vad hände?
  Gröt varje dag.
  <Ägg> på fredagar.
Några siffror?
  över 4\u202f300\u00a0frukostar och flera\u00a0klasser
Vad har det bidragit till?
  Lugnare morgnar.
Vad behövs?
  Mer gröt
Hur många?
  12
Igen?
  Ja
Foton
  2
Får svaret visas för alla?
  Ja, när samordnaren har godkänt det
`)
    expect(html).toContain('<dt>Vad hände?</dt><dd>Gröt varje dag.<br>&lt;Ägg&gt; på fredagar.</dd>')
  })

  test('about the party’s own room says who asks, and what is gone', () => {
    const asking = { name: 'Cia', mail: 'cia@skolan.example' }
    expect(admissionAskedMail({ ...facts, asking }).text).toContain(
      'Cia (cia@skolan.example) har fått en egen länk'
    )
    expect(draftsBegunAnewMail(facts).text).toContain('Samordnaren har inte kunnat läsa det.')
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
