import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatDay } from '#ui/formats/days.ts'
import type { Journey } from './journey.ts'
import { openInbox, type Inbox } from './mail.ts'
import { journeysIn } from './opening.ts'
import { answers, answersForAll, linkIn, nameOfOwn, own, said, sendsIn } from './partner.ts'
import { signInAs } from './signing-in.ts'
import { bath, camp, evenings, mails, pitch, promiseSummer } from './summer.ts'
import { ways } from './ways.ts'
import { go, send, write } from './writing.ts'

const home = '/samverkan/sommaren'
const round = `${home}/omgangar/sommaren`
const question = 'Hur många barn kom till kollot?'
/** The others have three weeks. */
const longer = new Date(Date.now() + 35 * 86_400_000).toISOString().slice(0, 10)

describe.each(ways)('a whole round, $name', (way) => {
  let inbox: Inbox
  beforeAll(async () => {
    inbox = await openInbox([mails.former])
  })
  afterAll(() => inbox?.close())
  const open = journeysIn(way, () => ({ smtp: inbox.url }))
  let coordinator: Journey
  let headmaster: Journey
  let colleague: Journey
  let landlord: Journey

  beforeAll(async () => {
    await promiseSummer(open.kvarter)
    coordinator = await open.journey()
    await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
  })
  afterAll(() => Promise.all([coordinator, headmaster, colleague, landlord].map((one) => one?.end())))

  /** The round as it is for the coordinator, who waits for the news of it. */
  const stands = (party: string, state: string) =>
    coordinator.step(`sees that ${party} is: ${state}`, async (page) => {
      const row = page.getByRole('row', { name: party })
      await expect.poll(async () => (await page.goto(round), row.innerText())).toContain(state)
    })

  test('it is prepared: what is asked, and who answers', async () => {
    await coordinator.step('begins a round', async (page) => {
      await page.goto(`${home}/omgangar`)
      await go(page.getByRole('link', { name: 'Förbered en omgång' }))
      await write(page, { name: 'Sommaren' })
      await send(page, 'Förbered')
      expect(await said(page)).toContain('En part behöver ses över')
      await coordinator.picture('handbok/bilder/forbered.png')
    })
    await coordinator.step('leaves two questions out', async (page) => {
      await go(page.getByRole('link', { name: 'Ändra frågorna' }))
      for (const words of ['Vad ska med nästa gång?', 'Har ni gjort något mer i området?'])
        await send(page, `Ta bort frågan ${words}`)
      expect(await page.getByRole('button', { name: 'Ta bort frågan Vad ska med' }).count()).toBe(0)
    })
    await coordinator.step('asks one of their own', async (page) => {
      await go(page.getByRole('link', { name: 'Lägg till en fråga' }))
      await write(page, { label: own, level: 'Om varje dellöfte', type: 'ja eller nej' })
      await send(page, 'Lägg till frågan')
      expect(await said(page)).toContain(own)
    })
    await coordinator.step('writes the letter', async (page) => {
      await page.goto(`${round}/forbered?redigera=brevet#brevet`)
      await write(page, { invitation: 'Tack för sommaren! Berätta kort hur det gick.' })
      await send(page, 'Spara')
      expect(await page.getByRole('figure').innerText()).toContain('Tack för sommaren!')
    })
    await coordinator.step('says whom to mail where nobody is known', async (page) => {
      const row = page.getByRole('row', { name: 'Exempelbostäder' })
      await row.getByText('Lägg till någon').click()
      await row.getByLabel('Namn eller roll').fill('Områdeschef')
      await row.getByLabel('Mejladress').fill(mails.former)
      await go(row.getByRole('button', { name: 'Lägg till' }))
      expect(await said(page)).not.toContain('behöver ses över')
    })
  })

  test('one is exempted, one gets longer, and one is asked less', async () => {
    await coordinator.step('exempts the library', async (page) => {
      await page.goto(`${round}/forbered/exempelbiblioteket`)
      await page.getByText('Undanta hela parten').first().click()
      await page.locator('#reason-party').fill('Stängt för ombyggnad hela sommaren.')
      await send(page, 'Undanta hela parten')
      expect(await said(page)).toContain('Stängt för ombyggnad')
    })
    await coordinator.step('gives the landlord a week more', async (page) => {
      await page.goto(`${round}/forbered/exempelbostader`)
      await write(page, { due_on: longer })
      await send(page, 'Spara dagen')
    })
    await coordinator.step('does not ask the club about itself', async (page) => {
      await page.goto(`${round}/forbered/exempelkvarterets-if`)
      await page.getByText('Undanta: Frågor om parten').click()
      await send(page, 'Undanta')
    })
  })

  test('it opens, and the mail that does not arrive is sent to somebody else', async () => {
    await coordinator.step('opens it', async (page) => {
      await page.goto(`${round}/forbered`)
      await send(page, 'Öppna nu och mejla 3 personer')
      await page.getByRole('heading', { level: 1, name: 'Sommaren' }).waitFor()
    })
    await stands('Exempelbostäder', 'mejlet kom inte fram')
    await stands('Exempelbiblioteket', 'undantagen')
    await coordinator.step('reads why', async (page) => {
      await go(page.getByRole('link', { name: 'mejlet kom inte fram' }))
      expect(await said(page)).toContain('Adressen finns inte')
      await coordinator.picture('handbok/bilder/omgang-mejl.png')
    })
    await coordinator.step('mends the address', async (page) => {
      await go(page.getByRole('link', { name: /^Ny adress/ }))
      await write(page, { mail: mails.landlord })
      await send(page, 'Mejla till den nya adressen')
    })
    landlord = await open.journey()
    const link = linkIn(await inbox.mailTo(mails.landlord))
    await landlord.step('opens the link of the mail', async (page) => {
      await page.goto(link)
      expect(await said(page)).toContain(`Svara senast ${formatDay(longer, 'sv')}`)
      await go(page.getByRole('link', { name: 'Börja svara' }))
    })
    await answers(landlord, pitch, { done: 'Gräset är lagt. Det tål skor i augusti.' }, 'mostly')
    await answersForAll(landlord, 'Vi fick ett nummer att ringa till skolan.')
    await sendsIn(landlord)
  })

  test('the school shares the work', async () => {
    headmaster = await open.journey()
    const mail = await inbox.mailTo(mails.headmaster)
    expect(mail).toContain('Tack för sommaren!')
    await headmaster.step('opens the link of the mail', (page) => page.goto(linkIn(mail)))
    await headmaster.step('asks a colleague to answer one of two', async (page) => {
      await go(page.getByRole('link', { name: camp }))
      await go(page.getByRole('link', { name: 'Be en kollega svara eller läsa' }))
      await write(page, { name: 'Fritids', mail: mails.colleague })
      expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1)
      await send(page, 'Skicka länken')
      expect(await said(page)).toContain('Länken är på väg')
    })
    colleague = await open.journey()
    await colleague.step('sees nothing but what they were asked', async (page) => {
      await page.goto(linkIn(await inbox.mailTo(mails.colleague)))
      expect(await said(page)).toContain(camp)
      expect(await said(page)).not.toContain(bath)
      await go(page.getByRole('link', { name: 'Börja svara' }))
    })
    await answers(colleague, camp, { done: 'Vi hade kollo i två veckor.' })
    await sendsIn(colleague)
    await headmaster.step('begins', async (page) => {
      await page.goto(linkIn(mail))
      expect(await page.getByRole('link', { name: camp }).innerText()).toContain('inskickat')
      await go(page.getByRole('link', { name: bath }))
    })
    await answers(headmaster, bath, {
      done: 'Bad varje måndag i sex veckor.',
      'figures.0.value': '120',
      'figures.0.unit': 'badande'
    })
    await answersForAll(headmaster, 'Vi vet vilka andra som har öppet.')
    await sendsIn(headmaster)
    expect(await inbox.mailTo(mails.headmaster)).toContain('Bad varje måndag')
  })

  test('the club answers on paper, and the coordinator types it in', async () => {
    await coordinator.step('types it in', async (page) => {
      await page.goto(`${round}/parter/exempelkvarterets-if`)
      await go(page.getByRole('link', { name: /^Skriv in svar/ }))
      await page.locator('input[value=partly]').check()
      await write(page, {
        said_by: 'Kassör',
        done: 'Fyra kvällar av åtta. Regn.',
        [await nameOfOwn(page)]: 'Ja'
      })
      await send(page, 'Spara svaret')
      expect(await said(page)).toContain('efter papper')
    })
  })

  test('answers are accepted, and one returned with a question', async () => {
    for (const [at, title] of [bath, camp, pitch, evenings].entries())
      await coordinator.step(`reads ${title}`, async (page) => {
        await page.goto(`${round}/svar/${at + 1}`)
        await page.getByRole('heading', { level: 1, name: title }).waitFor()
        if (title === camp) {
          await write(page, { note: question })
          await send(page, 'Skicka tillbaka')
        } else await go(page.getByRole('button', { name: /^Godkänn/ }))
      })
    for (const party of ['exempelskolan', 'exempelbostader'])
      await coordinator.step(`reads what ${party} says of itself`, async (page) => {
        await page.goto(`${round}/svar/part-${party}`)
        await go(page.getByRole('button', { name: /^Godkänn/ }))
      })
    await stands('Exempelskolan', 'tillbaka med en fråga')
  })

  test('what was returned is answered and accepted, and everybody sees it', async () => {
    const mail = await inbox.mailTo(mails.colleague, question)
    await colleague.step('answers the question', async (page) => {
      await page.goto(linkIn(mail))
      await go(page.getByRole('link', { name: camp }))
      expect(await said(page)).toContain(question)
    })
    await answers(colleague, camp, { done: 'Vi hade kollo i två veckor, för 34 barn.' })
    await sendsIn(colleague)
    await coordinator.step('accepts the last', async (page) => {
      await page.goto(`${round}/svar/2`)
      await go(page.getByRole('button', { name: /^Godkänn/ }))
    })
    await coordinator.step('closes the round', async (page) => {
      await page.goto(round)
      expect(await said(page)).toContain('Alla 6 svar är inne.')
      const table = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Hämta tabellen (Excel)' }).click()
      expect((await table).suggestedFilename()).toMatch(/\.xlsx$/)
      await go(page.getByRole('link', { name: 'Stäng omgången' }))
      await send(page, 'Stäng nu')
    })
    const resident = await open.journey()
    await resident.step('reads how the summer was', async (page) => {
      await page.goto(home)
      const words = await said(page)
      expect(words).toContain('för 34 barn')
      expect(words).not.toContain(question)
      expect(words).not.toContain('ett nummer att ringa')
    })
    await resident.end()
  })
})
