import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { answerSmallPromise, openSmallPromise, promised } from './small-promise.ts'
import { ways } from './ways.ts'
import { go } from './writing.ts'

const [breakfast, homework, lights] = promised as [string, string, string]
const question = 'Hur många elever kommer?'

describe.each(ways)('the coordinator returns one answer and accepts two, $name', (way) => {
  const open = journeysIn(way)
  let coordinator: Journey
  let resident: Journey
  let partner: Journey
  let place: Awaited<ReturnType<typeof openSmallPromise>>

  beforeAll(async () => {
    place = await openSmallPromise(open.kvarter)
    await answerSmallPromise(open.kvarter, place.link)
    ;[coordinator, resident, partner] = await Promise.all([open.journey(), open.journey(), open.journey()])
  })

  const publicPage = () => resident.page.goto(place.page).then(() => resident.page.textContent('main'))

  test('nobody else sees what was sent in before it is accepted', () =>
    resident.step('reads the public page', async (page) => {
      expect(await publicPage()).not.toContain('Frukost varje skoldag')
      expect(await page.textContent('.sum')).not.toMatch(/[123] av 3/)
      await page.goto(`${place.page}/insatser/1`)
      expect(await page.textContent('main')).not.toContain('sportlovet')
      expect(await page.textContent('main')).not.toContain('stor utsträckning')
    }))

  test('the coordinator comes to the round from their own page', async () => {
    await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
    await coordinator.step('sees what waits', async (page) => {
      expect(await page.textContent('main')).toContain('3 svar att läsa')
      await coordinator.picture('handbok/bilder/min-sida.png')
    })
    await coordinator.step('looks into a larger round', async (page) => {
      await page.getByRole('link', { name: 'Medborgarlöfte Exempelkvarteret, Hösten 2026' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Hösten 2026' }).waitFor()
      await coordinator.picture('handbok/bilder/omgang.png')
    })
    await coordinator.step('opens the round', async (page) => {
      await page.goto(place.round)
      expect(await page.textContent('.sum')).toContain('Alla 3 svar är inne')
    })
  })

  test('accepts the first and reads the next', async () => {
    await coordinator.step('begins to read', async (page) => {
      await page.getByRole('link', { name: 'Läs 3 nya svar' }).click()
      await page.getByRole('heading', { level: 1, name: breakfast }).waitFor()
      expect(await page.textContent('main')).toContain('utom under sportlovet')
      await coordinator.picture('handbok/bilder/granska.png')
    })
    await coordinator.step('accepts it', async (page) => {
      await page.getByRole('button', { name: 'Godkänn och läs nästa' }).click()
      await page.getByRole('heading', { level: 1, name: homework }).waitFor()
    })
  })

  test('returns the second, but not without a word', async () => {
    await coordinator.step(
      'presses return with nothing to say',
      async (page) => {
        await page.getByRole('button', { name: 'Skicka tillbaka' }).click()
        await page.locator('#note-error').waitFor()
      },
      { refused: 422 }
    )
    await coordinator.step('asks a question', async (page) => {
      await page.getByLabel('Vad behöver parten svara på?').fill(question)
      await go(page.getByRole('button', { name: 'Skicka tillbaka' }))
      expect(await page.locator('main').textContent()).toMatch(/tillbaka|Ljus längs/)
    })
  })

  test('accepts the third in words that residents understand', () =>
    coordinator.step('words and accepts it', async (page) => {
      await page.goto(`${place.round}/svar/3`)
      await page.getByRole('heading', { level: 1, name: lights }).waitFor()
      await page.getByLabel('Så läser boende det').fill('Halva vägen till skolan är upplyst.')
      await go(page.getByRole('button', { name: /^Godkänn/ }))
    }))

  test('two houses are lit for everybody, and the third is not', async () => {
    await resident.step('reads the public page again', async (page) => {
      const said = await publicPage()
      expect(await page.locator('.sum').first().textContent()).toMatch(/^2 av 3/)
      expect(said).toContain('Frukost varje skoldag')
      expect(said).not.toContain(question)
    })
    await resident.step('reads the promise with public words', async (page) => {
      await page.goto(`${place.page}/insatser/3`)
      expect(await page.textContent('main')).toContain('Halva vägen till skolan är upplyst.')
    })
    await resident.step('finds nothing about the one that was returned', async (page) => {
      await page.goto(`${place.page}/insatser/2`)
      expect(await page.textContent('main')).not.toContain('tisdagar och torsdagar')
      expect(await page.textContent('main')).not.toContain(question)
    })
  })

  test('the partner answers the question', async () => {
    await partner.step('opens the link', async (page) => {
      await page.goto(place.link)
      expect(await page.getByRole('link', { name: homework }).textContent()).toContain(
        'tillbaka med en fråga'
      )
    })
    await partner.step('reads the question', async (page) => {
      await go(page.getByRole('link', { name: homework }))
      expect(await page.textContent('main')).toContain(question)
      expect(await page.getByLabel('Vad har ni gjort?').inputValue()).toContain('tisdagar och torsdagar')
    })
    await partner.step('answers and goes through it', async (page) => {
      await page.getByLabel('Vad har ni gjort?').fill('Läxhjälp tisdagar och torsdagar, för 14 elever.')
      await page.getByRole('button', { name: 'Spara och gå igenom allt' }).click()
      await page.getByRole('button', { name: 'Skicka in' }).waitFor()
    })
    await partner.step('sends it in again', async (page) => {
      await page.getByRole('button', { name: 'Skicka in' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tack' }).waitFor()
    })
  })

  test('accepted at last, all three are lit', async () => {
    await coordinator.step('reads the new version', async (page) => {
      await page.goto(`${place.round}/svar/2`)
      expect(await page.textContent('main')).toContain('för 14 elever')
      await go(page.getByRole('button', { name: /^Godkänn/ }))
    })
    await resident.step('reads that all three are done', async (page) => {
      expect(await publicPage()).toContain('för 14 elever')
      expect(await page.locator('.sum').first().textContent()).toMatch(/^(3 av 3|Alla 3|Alla tre)/)
    })
  })

  afterAll(() => Promise.all([coordinator?.end(), resident?.end(), partner?.end()]))
})
