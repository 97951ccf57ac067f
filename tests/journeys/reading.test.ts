import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Journey } from './journey.ts'
import { openInbox, type Inbox } from './mail.ts'
import { journeysIn } from './opening.ts'
import { said } from './partner.ts'
import { signInAs } from './signing-in.ts'
import type { Way } from './ways.ts'
import { go, send, write } from './writing.ts'

const report = '/rapporter/uppfoljning-hisings-backa-2024-2025'
const mail = 'kontakt@mamma-united.example'
const simple: Way = { name: 'on a phone without JavaScript', width: 390, scripts: false, colours: 'light' }
let inbox: Inbox

beforeAll(async () => {
  inbox = await openInbox()
})
afterAll(() => inbox?.close())

/** The section that tells of a deed of theirs. */
const deeds = (page: Page) =>
  page.locator('section.block-deeds').filter({ hasText: 'Mamma Uniteds basprogram' }).first()
const end = (page: Page) => page.getByRole('region', { name: 'När du har läst klart' })

describe('a report is read before it is decided', () => {
  const open = journeysIn(simple, () => ({ smtp: inbox.url }))
  let coordinator: Journey
  let party: Journey
  let link: string

  beforeAll(async () => {
    coordinator = await open.journey({
      name: 'wide, with JavaScript',
      width: 1280,
      scripts: true,
      colours: 'dark'
    })
    party = await open.journey()
  })
  afterAll(async () => {
    await coordinator?.end()
    await party?.end()
  })

  test('the coordinator asks the parties from the workbench', async () => {
    await signInAs(coordinator, 'Samordnare, Hisings Backa')
    await coordinator.step('goes to who is to read', async (page) => {
      await page.goto(`${report}?redigera=allt`)
      await page.getByRole('link', { name: 'Skicka på läsning' }).click()
      await page.getByRole('heading', { level: 1, name: 'Läsning före beslut' }).waitFor()
    })
    await coordinator.step('chooses nobody, and then everybody again', async (page) => {
      const chosen = () => page.locator('#people').getByRole('checkbox', { checked: true }).count()
      const all = await page.locator('#people').getByRole('checkbox').count()
      await page.getByRole('link', { name: 'Välj ingen' }).click()
      expect(await chosen()).toBe(0)
      await page.getByRole('link', { name: 'Välj alla' }).click()
      expect(await chosen()).toBe(all)
    })
    await coordinator.step(
      'names somebody with a slip of the pen',
      async (page) => {
        await page.getByText(/parter saknar mejladress/).click()
        const gap = page.getByRole('group', { name: 'Backaskolan' })
        await gap.getByLabel('Namn').fill('Rektorn')
        await gap.getByLabel('Mejladress').fill('rektorn@backaskolan')
        await write(page, { words: 'Hej! Så här tänker vi skriva. Säg till om något är fel.' })
        await send(page, 'Skicka mejlen')
      },
      { refused: 422 }
    )
    await coordinator.step('mends it, and asks', async (page) => {
      const gap = page.getByRole('group', { name: 'Backaskolan' })
      expect(await gap.getByLabel('Namn').inputValue()).toBe('Rektorn')
      await gap.getByLabel('Mejladress').fill('rektorn@backaskolan.example')
      await send(page, 'Skicka mejlen')
      expect(await said(page)).toContain('mejl är på väg')
    })
    expect(await inbox.mailTo('rektorn@backaskolan.example')).toContain('hur Backaskolan beskrivs')
  })

  test('a party sees how it is told of, on a phone without an account', async () => {
    const text = await inbox.mailTo(mail)
    expect(text).toContain('Så här tänker vi skriva.')
    link = /https?:\/\/\S+\/las-rapport\/[\w-]+/.exec(text)?.[0] ?? ''
    await party.step('follows the link', (page) => page.goto(link))
    await party.step('goes in to read', async (page) => {
      await go(page.getByRole('link', { name: 'Läs rapporten' }))
      const told = page.getByRole('region', { name: 'Så här beskrivs ni' })
      expect(await told.innerText()).toContain('Mamma Uniteds basprogram')
      expect(await told.innerText()).toContain('Med era egna ord.')
    })
  })

  test('it objects, and what is refused is kept', async () => {
    await party.step(
      'objects with a personal identity number',
      async (page) => {
        const part = deeds(page)
        await part.getByText('Kommentera det här avsnittet').click()
        await part.getByLabel('Vi vill inte att det står så').check()
        await part.getByLabel('Vad vill du säga?').fill('Fråga 850101-1236 om det.')
        await part.getByLabel('Vad ska stå i stället?').fill('Vi gjorde det tillsammans med Polisen.')
        await go(part.getByRole('button', { name: 'Skicka kommentaren' }))
      },
      { refused: 422 }
    )
    await party.step('takes it away, and sends', async (page) => {
      const part = deeds(page)
      expect(await part.getByLabel('Vad ska stå i stället?').inputValue()).toContain('Polisen')
      await part.getByLabel('Vad vill du säga?').fill('Vi var inte ensamma.')
      await part.getByRole('button', { name: 'Skicka kommentaren' }).click()
      await page.getByText('Kommentaren är skickad').waitFor()
      expect(await said(page)).toContain('Du har en invändning som väntar på svar.')
    })
  })

  test('it comments on the whole, changes it, and takes another comment back', async () => {
    const comment = (text: string) =>
      party.step(`says ${text}`, async (page) => {
        await end(page).getByText('Kommentera hela rapporten').click()
        await end(page).getByLabel('Vad vill du säga?').fill(text)
        await go(end(page).getByRole('button', { name: 'Skicka kommentaren' }))
      })
    await comment('Fin rapport.')
    await comment('Fel sida.')
    await party.step('changes the first', async (page) => {
      await go(page.getByRole('link', { name: 'Ändra: Fin rapport.' }))
      await page.getByLabel('Vad vill du säga?').locator('visible=true').fill('Fin och tydlig rapport.')
      await send(page, 'Spara ändringen')
    })
    await party.step('takes the second back', async (page) => {
      await send(page, 'Ta tillbaka: Fel sida.')
      const all = await said(page)
      expect(all).toContain('Fin och tydlig rapport.')
      expect(all).not.toContain('Fel sida.')
    })
  })

  test('the coordinator answers beside the section', async () => {
    await coordinator.step('is told of it on their own page', async (page) => {
      await page.goto('/min-sida')
      expect(await said(page)).toContain('En invändning väntar på svar.')
    })
    await coordinator.step('comes back to the workbench', async (page) => {
      await page.goto(`${report}?redigera=allt`)
      expect(await said(page)).toContain('En invändning väntar på svar.')
    })
    await coordinator.step(
      'would pass it by without knowing',
      async (page) => {
        await page.goto(`${report}?redigera=skicka#skicka`)
        await page.getByLabel('Vad är ändrat?').fill('Nya siffror.')
        await page.getByRole('button', { name: 'Frys och skicka utgåva 2' }).click()
        await page.getByText('Det finns invändningar som inte är besvarade.').first().waitFor()
      },
      { refused: 422 }
    )
    await coordinator.step('goes back', (page) => page.goto(`${report}?redigera=allt`))
    await coordinator.step('answers the objection there', async (page) => {
      const one = page.getByRole('article').filter({ hasText: 'Vi var inte ensamma.' }).last()
      await one.locator('summary').click()
      await one.getByLabel('Ditt svar').fill('Ni har rätt, vi ändrar det.')
      await go(one.getByRole('button', { name: 'Svara och markera som klar' }))
    })
    await coordinator.step('finds the rest in a list', async (page) => {
      await go(page.getByRole('link', { name: 'Läsare och kommentarer' }))
      const all = await said(page)
      expect(all).toMatch(
        /Kommentarer som väntar på svar[^]*Fin och tydlig rapport.[^]*Besvarade[^]*Ni har rätt/
      )
      expect(all).not.toContain('Invändningar som väntar på svar')
      expect(all).toContain('1 av')
    })
  })

  test('the party sees the answer, and has nothing against it any more', async () => {
    await party.step('opens the link again', async (page) => {
      await page.goto(link)
      expect(await said(page)).toContain('Ni har rätt, vi ändrar det.')
    })
    await party.step('approves', async (page) => {
      await page.getByRole('link', { name: 'Läs rapporten igen' }).click()
      await send(page, 'Jag har läst och har inget att invända')
      await page.getByText('Du har läst och har inget att invända').waitFor()
    })
    await coordinator.step('sees that', async (page) => {
      await page.reload()
      expect(await said(page)).toContain('Inget att invända')
    })
  })

  test('a link that is withdrawn says whom to ask', async () => {
    await coordinator.step('withdraws it', (page) =>
      send(page, 'Återkalla länken: Kontakt för medborgarlöftet, Mamma United')
    )
    await party.step(
      'is told',
      async (page) => {
        await page.goto(`${link}/rapport`)
        expect(await said(page)).toMatch(/Länken är återkallad[^]*Hör av dig till:[^]*Samordnare/)
      },
      { refused: 410 }
    )
  })
})
