import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { phone, ways } from './ways.ts'
import { go } from './writing.ts'

const followUp = 'Så gick det: medborgarlöftet i Hisings Backa 2024–2025'

describe.each(ways)('a resident finds what was promised in Brunnsbo and what came of it, $name', (way) => {
  const open = journeysIn(way)
  let resident: Journey

  beforeAll(async () => {
    resident = await open.journey()
  })

  test('they search for where they live', async () => {
    await resident.step('opens the start page', async (page) => {
      await page.goto('/')
      await resident.picture('handbok/bilder/start.png')
    })
    await resident.step('searches', async (page) => {
      await page.getByRole('main').getByRole('searchbox').fill('Brunnsbo')
      await page.getByRole('main').getByRole('button', { name: 'Sök' }).click()
      await page.getByRole('link', { name: 'Brunnsbo', exact: true }).waitFor()
    })
  })

  test('the area tells what is promised here apart from what holds for all of Hisings Backa', () =>
    resident.step('opens the area', async (page) => {
      await page.getByRole('link', { name: 'Brunnsbo', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Brunnsbo' }).waitFor()
      const here = page.getByRole('region', { name: 'Här i Brunnsbo' })
      const above = page.getByRole('region', { name: 'Gäller hela Hisings Backa' })
      const street = (within: typeof here) => within.locator('a[href*="/insatser/"]:has(svg)').count()
      expect(await street(here)).toBe(5)
      // Those of the promise, and those of an earlier programme that nobody followed up.
      expect(await street(above)).toBe(39 + 23)
      expect(await page.locator('.sum').first().textContent()).toMatch(/^4 av 5 dellöften är genomförda/)
      expect(await above.locator('.sum').textContent()).toMatch(/^36 av 37 insatser är genomförda/)
      expect(await above.textContent()).toContain('räknas för sig')
      await resident.picture('handbok/bilder/omrade.png')
    }))

  test('a house leads to what was promised and what was done', () =>
    resident.step('presses a house', async (page) => {
      await page.locator('a[href$="/insatser/4"]:has(svg)').first().click()
      await page
        .getByRole('heading', { level: 1, name: 'Gruppraktik för elever på Brunnsboskolan' })
        .waitFor()
      const main = await page.textContent('main')
      expect(main).toContain('Det här är lovat')
      expect(main).toContain('Det här blev det')
      await resident.picture('handbok/bilder/insats.png', phone)
    }))

  test('the follow-up that was published tells it whole', async () => {
    await resident.step('goes up to the collaboration', async (page) => {
      await go(page.getByRole('link', { name: 'Tillsammans för ett tryggare Hisings Backa' }).first())
      expect(await page.locator('.sum').first().textContent()).toMatch(/^43 av 45 dellöften/)
    })
    await resident.step('reads the follow-up', async (page) => {
      await page.getByRole('link', { name: 'Läs hela uppföljningen' }).click()
      await page.getByRole('heading', { level: 1, name: followUp }).waitFor()
      expect(await page.textContent('main')).toContain('Gruppraktik för elever på Brunnsboskolan')
      expect(await page.textContent('main')).toMatch(/[Uu]ngefär 90 av/)
      await resident.picture('handbok/bilder/rapport.png')
    })
  })

  test('a hundred promises are read at a glance', () =>
    resident.step('reads about the made-up quarter', async (page) => {
      await page.goto('/samverkan/exempelkvarteret')
      expect(await page.locator('.sum').first().textContent()).toMatch(/^\d+ av \d+ dellöften/)
      expect(await page.textContent('main')).toContain('påhittat exempel')
      await resident.picture('pictures/kvarter.png')
    }))

  test('this year’s report leads to last year’s by one press', () =>
    resident.step('goes from the one to the other', async (page) => {
      await page.goto('/rapporter?ar=2026')
      await page.getByRole('link', { name: 'Exempelkvarteret våren 2026: halvårsrapport' }).click()
      await page.getByRole('link', { name: 'Exempelkvarteret 2025: årsrapport' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Exempelkvarteret 2025: årsrapport' }).waitFor()
      expect(await page.textContent('.colophon')).toContain('Exempelkvarteret våren 2026: halvårsrapport')
    }))

  afterAll(() => resident?.end())
})
