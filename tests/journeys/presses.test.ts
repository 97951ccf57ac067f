import sharp from 'sharp'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { openTenPromises, ten } from './ten-promises.ts'
import { phone } from './ways.ts'

/** Two minutes, with the keyboard of a phone. */
const mostPresses = 20
const mostCharacters = 250

const photo = sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#8a6' } })
  .jpeg()
  .toBuffer()

describe('one with two figures and a photo, on a phone', () => {
  const open = journeysIn(phone)
  let partner: Journey
  let link: string
  let presses = 0
  let characters = 0

  const press = async (what: Locator) => {
    await what.click()
    presses += 1
  }
  const type = async (into: Locator, words: string) => {
    await press(into)
    await into.page().keyboard.type(words)
    characters += words.length
  }

  beforeAll(async () => {
    ;({ link } = await openTenPromises(open.kvarter))
    partner = await open.journey()
  })

  test('takes at most twenty presses beside the typing', async () => {
    const [title = '', next = ''] = ten
    await partner.step('says how it went', async (page) => {
      await page.goto(link)
      await press(page.getByRole('link', { name: title }))
      await press(page.locator('label', { has: page.locator('input[value=fully]') }))
      await type(page.getByLabel('Vad har ni gjort?'), 'Salen har varit öppen varje lördag hela året.')
    })
    await partner.step('tells a figure that was told before, and one more', async (page) => {
      await press(page.locator('summary', { hasText: 'Några siffror?' }))
      const [one, other] = [page.locator('#siffra-0'), page.locator('#siffra-1')]
      await type(one.getByLabel('Antal'), '520')
      expect(await one.getByLabel('Av vad?').inputValue()).toBe('besök')
      await press(page.getByRole('button', { name: 'Lägg till en siffra' }))
      await other.waitFor()
      // To open the choices, and to choose.
      await other.getByLabel('Hur säkert?').selectOption({ label: 'ungefär' })
      presses += 2
      await type(other.getByLabel('Antal'), '30')
      await type(other.getByLabel('Av vad?'), 'nya spelare')
    })
    await partner.step('adds a photo', async (page) => {
      await press(page.locator('summary', { hasText: 'Foto' }))
      const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await photo }
      await page.getByLabel('Välj foton').setInputFiles(file)
      // To open the album, to choose, and to be done.
      presses += 3
      await page.getByRole('img', { name: 'Foto 1' }).waitFor()
      await type(page.getByLabel('Beskriv'), 'Barn som spelar innebandy i gymnastiksalen.')
      await press(page.getByRole('button', { name: 'Spara och gå till nästa' }))
      await page.getByRole('heading', { level: 1, name: next }).waitFor()
    })
    process.stdout.write(`With two figures and a photo: ${presses} presses, ${characters} characters.\n`)
    expect(presses).toBeLessThanOrEqual(mostPresses)
    expect(characters).toBeLessThanOrEqual(mostCharacters)
  })

  test('and all of it is kept', async () => {
    await partner.step('goes through it', async (page) => {
      await page.goto(`${link}/skicka`)
      const said = await page.getByRole('main').innerText()
      for (const words of ['hela året', '520', 'Ungefär 30']) expect(said).toContain(words)
      expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1)
    })
  })

  afterAll(() => partner?.end())
})
