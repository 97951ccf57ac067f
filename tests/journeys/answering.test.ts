import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { openSmallPromise, promised } from './small-promise.ts'
import { phone, ways } from './ways.ts'
import { go } from './writing.ts'

const [breakfast, homework, lights] = promised as [string, string, string]
const identityNumber = '811218-9876'

describe.each(ways)('a partner answers three by link, $name', (way) => {
  const open = journeysIn(way)
  let partner: Journey
  let link: string

  beforeAll(async () => {
    ;({ link } = await openSmallPromise(open.kvarter))
    partner = await open.journey()
  })

  test('the link says whose it is, what it is about and until when', () =>
    partner.step('opens the link', async (page) => {
      await page.goto(link)
      await expect.poll(() => page.textContent('h1')).toContain('Exempelskolan')
      expect(await page.textContent('main')).toContain('Rektor')
      await partner.picture('handbok/bilder/svara-lank.png', phone)
    }))

  test('the first answer is there when they come back', async () => {
    await partner.step('begins', (page) => go(page.getByRole('link', { name: 'Börja svara' })))
    await partner.step('writes about the first promise', async (page) => {
      await page.locator('input[value=mostly]').check()
      await page.getByLabel('Vad har ni gjort?').fill('Frukost varje skoldag utom under sportlovet.')
      if (way.scripts) await page.getByText('Sparat kl.').waitFor()
      else await go(page.getByRole('button', { name: 'Spara', exact: true }))
    })
    await partner.step('goes away and comes back', async (page) => {
      await page.goto('/')
      await page.goto(link)
      expect(await page.getByRole('link', { name: breakfast }).textContent()).toContain('utkast')
      await go(page.getByRole('link', { name: breakfast }))
      expect(await page.getByLabel('Vad har ni gjort?').inputValue()).toContain('utom under sportlovet')
      expect(await page.locator('input[value=mostly]').isChecked()).toBe(true)
    })
  })

  test('a figure may be "ungefär 12"', async () => {
    await partner.step('goes on to the second', async (page) => {
      await page.getByRole('button', { name: 'Spara och gå till nästa' }).click()
      await page.getByRole('heading', { level: 1, name: homework }).waitFor()
    })
    await partner.step('writes a figure', async (page) => {
      await page.locator('input[value=fully]').check()
      await page.getByLabel('Vad har ni gjort?').fill('Läxhjälp tisdagar och torsdagar.')
      await page.getByText('Några siffror?').first().click()
      await page.getByLabel('Hur säkert?').selectOption({ label: 'ungefär' })
      await page.getByLabel('Antal').fill('12')
      await page.getByLabel('Av vad?').first().fill('elever varje gång')
      await partner.picture('handbok/bilder/svara-formular.png', phone)
      await page.getByRole('button', { name: 'Spara och gå till nästa' }).click()
      await page.getByRole('heading', { level: 1, name: lights }).waitFor()
    })
  })

  test('an identity number is refused where it stands, and the rest is kept', async () => {
    await partner.step(
      'writes an identity number',
      async (page) => {
        await page.locator('input[value=partly]').check()
        await page
          .getByLabel('Vad har ni gjort?')
          .fill(`Lampor på halva sträckan. ${identityNumber} hjälpte till.`)
        await page.getByText('Berätta mer').click()
        await page.getByLabel('Vad har ni lärt er?').fill('Stolparna tar tid.')
        await page.getByRole('button', { name: 'Spara och gå igenom allt' }).click()
        await page.locator('#fel').waitFor()
        expect(await page.locator('#done-error').textContent()).toContain('Ta bort personnumret')
        expect(await page.getByLabel('Vad har ni gjort?').inputValue()).toContain('hjälpte till')
        expect(await page.getByLabel('Vad har ni lärt er?').inputValue()).toBe('Stolparna tar tid.')
        expect(await page.locator('input[value=partly]').isChecked()).toBe(true)
      },
      { refused: 422 }
    )
    await partner.step('takes it away', async (page) => {
      await page.getByLabel('Vad har ni gjort?').fill('Lampor på halva sträckan.')
      await page.getByRole('button', { name: 'Spara och gå igenom allt' }).click()
      await page.getByRole('heading', { level: 1, name: 'Gå igenom och skicka in' }).waitFor()
    })
  })

  test('two devices with the same promise show both texts, and one is chosen', async () => {
    const colleague = await open.journey()
    const other = colleague.page
    await partner.step('opens it on one device', (page) => page.goto(`${link}/1`))
    await other.goto(`${link}/1`)
    await other.getByLabel('Vad har ni gjort?').fill('Skrivet på den andra.')
    // That it says “Sparat kl.” is no sign: it says so of what the first device saved as well.
    await go(other.getByRole('button', { name: 'Spara', exact: true }))
    await colleague.end()
    await partner.step(
      'saves on the first',
      async (page) => {
        await page.getByLabel('Vad har ni gjort?').fill('Skrivet på den första.')
        await page.getByRole('button', { name: 'Spara', exact: true }).click()
        await page.getByText('Det finns två texter').waitFor()
        for (const text of ['Skrivet på den andra.', 'Skrivet på den första.'])
          expect(await page.textContent('main')).toContain(text)
      },
      { refused: 409 }
    )
    await partner.step('chooses the first', async (page) => {
      await page.getByRole('radio', { name: 'Skrivet på den första.' }).check()
      await page.getByRole('button', { name: 'Spara', exact: true }).click()
      await page.getByText('Det finns två texter').waitFor({ state: 'detached' })
      expect(await page.getByLabel('Vad har ni gjort?').inputValue()).toBe('Skrivet på den första.')
    })
  })

  test('what is sent in becomes an official document, and says so first', async () => {
    await partner.step('reads it through', async (page) => {
      await page.goto(`${link}/skicka`)
      expect(await page.textContent('main')).toContain('allmän handling')
      expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(3)
      await partner.picture('handbok/bilder/svara-skicka.png', phone)
    })
    const twin = await partner.anotherWindow()
    await twin.goto(`${link}/skicka`)
    await partner.step('sends in', async (page) => {
      await page.getByRole('button', { name: 'Skicka in' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tack' }).waitFor()
      for (const title of promised) expect(await page.textContent('main')).toContain(title)
    })
    await twin.getByRole('button', { name: 'Skicka in' }).click()
    await twin.getByRole('heading', { level: 1, name: 'Tack' }).waitFor()
    await twin.close()
  })

  test('the back button does no harm', async () => {
    await partner.step('goes back', async (page) => {
      await page.goBack()
      expect(await page.getByRole('checkbox').count()).toBe(0)
    })
    await partner.step('looks at what was sent', async (page) => {
      await page.goto(`${link}/2`)
      expect(await page.textContent('main')).toContain('Svaret är inskickat')
      expect(await page.textContent('main')).toMatch(/[Uu]ngefär 12/)
      expect(await page.locator('textarea').count()).toBe(0)
    })
    const reports = await open.kvarter.db
      .selectFrom('report')
      .innerJoin('round_item', 'round_item.id', 'report.item_id')
      .innerJoin('round', 'round.id', 'round_item.round_id')
      .select('report.id')
      .where('round.slug', '=', 'forsta-halvaret')
      .execute()
    expect(reports.length).toBe(3)
  })

  afterAll(() => partner?.end())
})
