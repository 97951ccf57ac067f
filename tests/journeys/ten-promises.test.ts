import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { openTenPromises, ten } from './ten-promises.ts'
import { phone } from './ways.ts'

/** Half a minute for each, with the keyboard of a phone. */
const mostPresses = 45
const mostCharacters = 1_200

describe('ten promises on a phone', () => {
  const open = journeysIn(phone)
  let partner: Journey
  let link: string
  let presses = 0
  let characters = 0

  const press = async (what: Locator) => {
    await what.click()
    presses += 1
  }

  beforeAll(async () => {
    ;({ link } = await openTenPromises(open.kvarter))
    partner = await open.journey()
  })

  test('take a degree and a sentence each, and at most forty-five presses beside the typing', async () => {
    await partner.step('begins', async (page) => {
      await page.goto(link)
      await press(page.getByRole('link', { name: 'Börja svara' }))
      await page.getByRole('heading', { level: 1, name: ten[0] ?? '' }).waitFor()
    })
    for (const [at, title] of ten.entries())
      await partner.step(`answers ${title}`, async (page) => {
        await press(page.locator('label', { has: page.locator('input[value=mostly]') }))
        const done = page.getByLabel('Vad har ni gjort?')
        const words = `Det har blivit av som vi sa, vecka för vecka, gång ${at + 1}.`
        await press(done)
        await page.keyboard.type(words)
        characters += words.length
        await press(page.getByRole('button', { name: 'Spara och gå till nästa' }))
        await page.getByRole('heading', { level: 1, name: ten[at + 1] ?? 'Till sist' }).waitFor()
      })
    await partner.step('answers for the school itself', async (page) => {
      await press(page.getByRole('button', { name: 'Spara och gå igenom allt' }))
      await page.getByRole('heading', { level: 1, name: 'Gå igenom och skicka in' }).waitFor()
    })
    await partner.step('sends in', async (page) => {
      expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(10)
      await press(page.getByRole('button', { name: 'Skicka in' }))
      await page.getByRole('heading', { level: 1, name: 'Tack' }).waitFor()
    })
    process.stdout.write(`Ten promises: ${presses} presses, ${characters} characters.\n`)
    expect(presses).toBeLessThanOrEqual(mostPresses)
    expect(characters).toBeLessThanOrEqual(mostCharacters)
    const sent = await open.kvarter.db
      .selectFrom('report')
      .innerJoin('round', 'round.id', 'report.round_id')
      .select('report.id')
      .where('round.slug', '=', 'i-ar')
      .execute()
    expect(sent).toHaveLength(10)
  })

  afterAll(() => partner?.end())
})
