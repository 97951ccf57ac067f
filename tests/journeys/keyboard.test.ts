import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { press, tabTo } from './keys.ts'
import { journeysIn } from './opening.ts'
import { openSmallPromise } from './small-promise.ts'

describe('with the keyboard alone', () => {
  const open = journeysIn()
  let somebody: Journey

  beforeEach(async () => {
    somebody = await open.journey()
  })
  afterEach(() => somebody?.end())

  test('the first stop leads past the menu', async () => {
    await somebody.step('goes past the menu', async (page) => {
      await page.goto('/')
      await press(page, 'Hoppa till innehållet')
      expect(new URL(page.url()).hash).toBe('#innehall')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    })
  })

  test('a resident finds what was promised in Brunnsbo and what came of it', async () => {
    await somebody.step('searches', async (page) => {
      await page.goto('/')
      await tabTo(page, 'Vad söker du?')
      await page.keyboard.type('Brunnsbo')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'Brunnsbo', exact: true }).waitFor()
    })
    await somebody.step('goes to the area', (page) => press(page, 'Brunnsbo'))
    await somebody.step('goes along the street to a house', (page) =>
      press(page, /^Gruppraktik för elever på Brunnsboskolan/)
    )
    await somebody.step('goes up to the collaboration', async (page) => {
      await page.getByRole('heading', { level: 1, name: /^Gruppraktik/ }).waitFor()
      await press(page, 'Tillsammans för ett tryggare Hisings Backa')
    })
    await somebody.step('goes past a street, and on to the follow-up', async (page) => {
      await press(page, /^Hoppa förbi/)
      await press(page, 'Läs hela uppföljningen')
      await page.getByRole('heading', { level: 1, name: /^Så gick det/ }).waitFor()
    })
  })

  test('a resident finds the report, and last year’s', async () => {
    await somebody.step('goes to the reports', async (page) => {
      await page.goto('/')
      await press(page, 'Rapporter')
    })
    await somebody.step('opens the latest', async (page) => {
      await press(page, 'Exempelkvarteret våren 2026: halvårsrapport')
      await page.getByRole('heading', { level: 1, name: /våren 2026/ }).waitFor()
    })
    await somebody.step('goes on to last year’s', async (page) => {
      await press(page, 'Exempelkvarteret 2025: årsrapport')
      await page.getByRole('heading', { level: 1, name: 'Exempelkvarteret 2025: årsrapport' }).waitFor()
    })
  })

  test('a partner answers three', async () => {
    const { link } = await openSmallPromise(open.kvarter)
    await somebody.step('begins', async (page) => {
      await page.goto(link)
      await press(page, 'Börja svara')
    })
    for (const [at, done] of ['Frukost.', 'Läxhjälp.', 'Ljus.'].entries())
      await somebody.step(`answers ${at + 1}`, async (page) => {
        await tabTo(page, /^Genomfört helt/)
        await page.keyboard.press('Space')
        // Arrows go from one degree to the next, as in any group of its kind.
        await page.keyboard.press('ArrowDown')
        expect(await page.locator('input[value=mostly]').isChecked()).toBe(true)
        await tabTo(page, /^Vad har ni gjort/)
        await page.keyboard.type(done)
        await press(page, at < 2 ? 'Spara och gå till nästa' : 'Spara och gå igenom allt')
      })
    await somebody.step('sends in', async (page) => {
      await press(page, /^Skicka in/)
      await page.getByRole('heading', { level: 1, name: 'Tack' }).waitFor()
    })
  })
})
