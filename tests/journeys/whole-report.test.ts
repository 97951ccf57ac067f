import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Journey } from './journey.ts'
import { press, type, unfold } from './keys.ts'
import { openInbox, type Inbox } from './mail.ts'
import { journeysIn } from './opening.ts'
import { said } from './partner.ts'
import { answerSmallPromise, openSmallPromise } from './small-promise.ts'
import { plain, wide } from './ways.ts'

const title = 'Skolvägen rakt igenom'
const report = '/rapporter/skolvagen-rakt-igenom'
const party = 'rektor@exempelskolan.example'
const comment = 'Skriv att frukosten är gratis.'
const answer = 'Det gör vi.'

/** From the draft to the correction: nobody touches a mouse, and what is typed is typed key by key. */
describe.each([wide, plain])('a report by the keyboard alone, from draft to correction, $name', (way) => {
  let inbox: Inbox
  beforeAll(async () => {
    inbox = await openInbox()
  })
  afterAll(() => inbox?.close())
  const open = journeysIn(way, () => ({ smtp: inbox.url }))
  let coordinator: Journey
  let reader: Journey
  let resident: Journey

  beforeAll(async () => {
    const place = await openSmallPromise(open.kvarter)
    await answerSmallPromise(open.kvarter, place.link)
    ;[coordinator, reader, resident] = await Promise.all([open.journey(), open.journey(), open.journey()])
  })
  afterAll(() => Promise.all([coordinator, reader, resident].map((one) => one?.end())))

  const steps = (page: Page) => page.getByRole('region', { name: 'Beslut och publicering' })
  const workbench = (page: Page) => page.goto(`${report}?redigera=allt`)

  test('the coordinator compiles it', async () => {
    await coordinator.step('signs in', async (page) => {
      await page.goto('/logga-in')
      await press(page, 'Välj en roll att prova')
      await press(page, /^Logga in som Samordnare, Exempelkvarteret/)
    })
    await coordinator.step('makes a draft', async (page) => {
      await page.goto('/samverkan/skolvagen/rapporter')
      await press(page, 'Ny rapport')
      await type(page, { title })
      await press(page, 'Gör ett utkast')
    })
    await coordinator.step('opens the introduction', (page) => press(page, 'Inledningen'))
    await coordinator.step('writes it', async (page) => {
      // One is in the text at once.
      await page.keyboard.press('Control+A')
      await page.keyboard.type('Tre löften till barnen på skolvägen.')
      await press(page, 'Klar')
      expect(await said(page)).toContain('Tre löften till barnen på skolvägen.')
    })
    await coordinator.step('adds the figures at the end', async (page) => {
      const before = await page.locator('.block-view').count()
      await press(page, /^Lägg till ett avsnitt här/)
      await unfoldChoice(page, /^Siffror/)
      await press(page, 'Lägg till')
      await press(page, 'Spara')
      expect(await page.locator('.block-view').count()).toBe(before + 1)
    })
  })

  test('the party comments on it by its link, and is answered', async () => {
    await coordinator.step('asks the parties', async (page) => {
      await workbench(page)
      await press(page, 'Skicka på läsning')
      await press(page, 'Skicka mejlen')
      expect(await said(page)).toMatch(/mejl är på väg/)
    })
    const link =
      /https?:\/\/\S+\/las-rapport\/[\w-]+/.exec(await inbox.mailTo(party, '/las-rapport/'))?.[0] ?? ''
    await reader.step('opens the link', async (page) => {
      await page.goto(link)
      await press(page, 'Läs rapporten')
    })
    await reader.step('comments on the whole', async (page) => {
      await unfold(page, 'Kommentera hela rapporten')
      await type(page, { text: comment })
      await press(page, 'Skicka kommentaren')
      expect(await said(page)).toContain('Kommentaren är skickad')
    })
    await coordinator.step('answers it', async (page) => {
      await workbench(page)
      await press(page, 'Läsare och kommentarer')
      await unfold(page, /^Svara: /)
      await type(page, { answer })
      await press(page, 'Svara och markera som klar')
    })
    await reader.step('reads the answer, and has nothing against it', async (page) => {
      await page.goto(link)
      expect(await said(page)).toContain(answer)
      await press(page, 'Läs rapporten igen')
      await press(page, 'Jag har läst och har inget att invända')
      expect(await said(page)).toContain('Du har läst och har inget att invända')
    })
  })

  test('it is sent for decision, and decided with § and case number', async () => {
    await coordinator.step('freezes and sends it', async (page) => {
      await workbench(page)
      await press(page, 'Skicka, registrera beslut eller publicera')
      await press(page, 'Skicka för beslut')
      await press(page, 'Frys och skicka utgåva 1')
      expect(await steps(page).textContent()).toMatch(/Utgåva 1 frystes .* och väntar på beslut/)
    })
    await coordinator.step('registers the decision', async (page) => {
      await press(page, 'Lägg till beslut')
      await type(page, {
        ...{ body: 'Socialnämnden', decided_on: '01012026', section: '57', case_number: 'SN 2026-00031' },
        wording: 'Nämnden godkänner rapporten.'
      })
      await press(page, 'Spara')
      expect(await steps(page).textContent()).toContain('Utgåva 1 är beslutad och kan publiceras.')
    })
  })

  test('it is published, and a resident finds it with its decision', async () => {
    await coordinator.step('publishes', async (page) => {
      await press(page, 'Publicera utgåva 1')
      await press(page, 'Publicera utgåva 1')
    })
    await resident.step('finds it from the start page', async (page) => {
      await page.goto('/')
      await press(page, 'Rapporter')
      await press(page, title)
      const words = await said(page)
      for (const word of ['Tre löften till barnen', 'Socialnämnden', '§ 57', 'SN 2026-00031'])
        expect(words.replaceAll('\u00a0', ' ')).toContain(word)
    })
    await resident.step('finds the decision by its number', async (page) => {
      await page.goto('/beslut')
      await type(page, { nummer: 'sn 2026-00031' })
      await page.keyboard.press('Enter')
      await page.waitForURL(/nummer=/)
      await press(page, title)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
    })
  })

  test('it is corrected, and readers see what is new and what was', async () => {
    await coordinator.step('changes the title', async (page) => {
      await workbench(page)
      await press(page, 'Ändra rubrik och läsare')
      await type(page, { title: `${title}, rättad` })
      await press(page, 'Spara')
    })
    await coordinator.step('publishes the correction', async (page) => {
      await workbench(page)
      await press(page, 'Skicka, registrera beslut eller publicera')
      await press(page, 'Publicera rättelsen')
      await type(page, { note: 'Rubriken är rättad.' })
      await press(page, 'Publicera utgåva 2')
    })
    await resident.step('reads what is new', async (page) => {
      await page.goto(report)
      await page.getByRole('heading', { level: 1, name: `${title}, rättad` }).waitFor()
      expect(await said(page)).toMatch(/Rättad \d+ \S+ \d{4}:\s+Rubriken är rättad\./)
    })
    await resident.step('reads the first edition still', async (page) => {
      await press(page, /^Utgåva 1,/)
      expect(await said(page)).toContain('Du läser en tidigare utgåva.')
    })
  })
})

/** Among many of a kind, arrows go from one to the next. */
async function unfoldChoice(page: Page, name: RegExp): Promise<void> {
  const wanted = page.getByRole('radio', { name })
  await page.keyboard.press('Tab')
  for (let presses = 0; presses < 60 && !(await wanted.isChecked()); presses++)
    await page.keyboard.press('ArrowDown')
  expect(await wanted.isChecked()).toBe(true)
}
