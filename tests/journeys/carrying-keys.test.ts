import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Journey } from './journey.ts'
import { press, type } from './keys.ts'
import { journeysIn } from './opening.ts'
import { said } from './partner.ts'
import { signInAs } from './signing-in.ts'
import { plain, wide } from './ways.ts'

const here = '/samverkan/exempelkvarteret'
const place = `${here}/for-over/lofte-for-tangenter`
const because = 'Det är gjort, och behövs inte längre.'

describe.each([wide, plain])('a hundred promises go on by the keyboard alone, $name', (way) => {
  const open = journeysIn(way)
  let coordinator: Journey
  beforeAll(async () => {
    coordinator = await open.journey()
    await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
  })
  afterAll(() => coordinator?.end())

  const show = (page: Page, which: string) => press(page, new RegExp(`^${which} \\d+$`))

  test('one ends for a reason, parties are asked of some, and the rest go on', async () => {
    await coordinator.step('begins the next period', async (page) => {
      await page.goto(here)
      await press(page, 'För över till nästa period')
      await type(page, { name: 'Löfte för tangenter', from_day: '01012028', to_day: '12312029' })
      await press(page, 'Skapa och gå vidare')
      expect(await said(page)).toContain('100 att ta ställning till, av 100 dellöften')
    })
    await coordinator.step('ends one', async (page) => {
      await page.goto(place)
      await show(page, 'Genomförda')
      await press(page, 'Avsluta nummer 12')
      await type(page, { reason: because })
      await press(page, 'Spara valet')
      expect(await page.locator('#nummer-12').textContent()).toContain(because)
    })
    await coordinator.step('asks the parties of those that nobody has answered', async (page) => {
      await page.goto(place)
      await show(page, 'Utan svar')
      await press(page, /^Fråga parterna om alla \d+$/)
      await press(page, 'Till överföringen')
      await press(page, 'Skicka frågan till parterna', { key: 'Shift+Tab' })
      expect(await said(page)).toContain('Parten har fått frågan')
    })
    await coordinator.step('lets the rest go on', async (page) => {
      await page.goto(place)
      await show(page, 'Kvar att välja')
      await press(page, /^Fortsätt alla \d+$/)
      await page.goto(place)
      expect(await said(page)).toContain('Alla 100 dellöften har fått ett val')
    })
  })

  test('they are carried over, and read of where they came from', async () => {
    await coordinator.step('carries over', async (page) => {
      await page.goto(place)
      await press(page, 'Till överföringen')
      await press(page, /^För över \d+ dellöften, avsluta 1$/)
      expect(await said(page)).toMatch(/Inlagda som förslag: \d+\. Avslutade: 1\./)
    })
    await coordinator.step('reads why one ended', async (page) => {
      await page.goto(`${here}/insatser/12`)
      expect(await said(page)).toContain(because)
    })
    await coordinator.step('comes from one that goes on to what it is now', async (page) => {
      await page.goto(`${here}/insatser/21`)
      const before = await page.locator('h1').innerText()
      expect(await said(page)).toContain('Vad hände sedan?')
      const link = page.getByRole('region', { name: 'Vad hände sedan?' }).getByRole('link').first()
      await press(page, (await link.innerText()).trim())
      expect(await said(page)).toContain('Så gick det förra perioden')
      expect(await page.locator('h1').innerText()).toBe(before)
    })
  })
})
