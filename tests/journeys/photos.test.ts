import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { cli } from '#server/domain/people/actor.ts'
import { reviewReport } from '#server/domain/reports/reviewing.ts'
import { write } from '#server/platform/db/write.ts'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { openSmallPromise, promised } from './small-promise.ts'
import { ways } from './ways.ts'
import { go } from './writing.ts'

const alt = 'Ett dukat bord i matsalen, med frukt och gröt.'
/** As a telephone takes it: lying down, turned by a note in the file, and heavy. */
const taken = sharp({
  create: {
    width: 4000,
    height: 3000,
    channels: 3,
    background: '#fff',
    noise: { type: 'gaussian', mean: 128, sigma: 12 }
  }
})
  .withMetadata({ orientation: 6 })
  .jpeg({ quality: 92 })
  .toBuffer()

describe.each(ways)('a partner answers one with a photo, $name', (way) => {
  const open = journeysIn(way)
  let partner: Journey
  let link: string
  let place: string

  beforeAll(async () => {
    ;({ link, page: place } = await openSmallPromise(open.kvarter))
    partner = await open.journey()
  })

  test('the photo stands in the form, the way it was held', async () => {
    await partner.step('begins', async (page) => {
      await page.goto(link)
      await go(page.getByRole('link', { name: 'Börja svara' }))
    })
    await partner.step('writes, and adds a photo', async (page) => {
      await page.locator('input[value=fully]').check()
      await page.getByLabel('Vad har ni gjort?').fill('Frukost varje skoldag.')
      await page.locator('summary', { hasText: 'Foto' }).click()
      const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await taken }
      await page.getByLabel('Välj foton').setInputFiles(file)
      if (!way.scripts) await page.getByRole('button', { name: 'Lägg till foto' }).click()
      const photo = page.getByRole('img', { name: 'Foto 1' })
      await photo.waitFor()
      expect([await photo.getAttribute('width'), await photo.getAttribute('height')]).toEqual([
        '1200',
        '1600'
      ])
      expect(await page.getByLabel('Vad har ni gjort?').inputValue()).toBe('Frukost varje skoldag.')
    })
  })

  test('one that can’t be read is told of by its name, and nothing is lost', () =>
    partner.step(
      'adds a file that is no photo',
      async (page) => {
        await page.getByLabel('Vad har ni gjort?').fill('Frukost varje skoldag, hela läsåret.')
        const file = { name: 'anteckning.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('hej') }
        await page.getByLabel('Välj foton').setInputFiles(file)
        if (!way.scripts) await page.getByRole('button', { name: 'Lägg till foto' }).click()
        await page.getByText('anteckning.jpg').waitFor()
        expect(await page.getByLabel('Vad har ni gjort?').inputValue()).toContain('hela läsåret')
        expect(await page.getByRole('img', { name: 'Foto 1' }).count()).toBe(1)
      },
      { refused: 422 }
    ))

  test('it is not sent in until it is described', async () => {
    await partner.step('goes to send', async (page) => {
      await page.goto(`${link}/skicka`)
      expect(await page.textContent('main')).toContain('Beskrivning av foto')
      await go(page.getByRole('link', { name: promised[0] ?? '' }).first())
    })
    await partner.step('describes it and sends in', async (page) => {
      await page.getByLabel('Beskriv fotot för den som inte ser det').fill(alt)
      await page.getByRole('button', { name: 'Spara och gå till nästa' }).click()
      await page.getByRole('heading', { level: 1, name: promised[1] ?? '' }).waitFor()
      await page.goto(`${link}/skicka`)
      await page.getByRole('button', { name: 'Skicka in' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tack' }).waitFor()
    })
  })

  test('residents see it when it is accepted', async () => {
    const { db } = open.kvarter
    const report = await db
      .selectFrom('report')
      .innerJoin('commitment', 'commitment.id', 'report.commitment_id')
      .select(['report.id', 'report.version'])
      .where('commitment.title', '=', promised[0] ?? '')
      .executeTakeFirstOrThrow()
    const yes = { version: report.version, verdict: 'accepted' as const, note: null }
    await write(db, cli, (tx) => reviewReport(tx, cli, report.id, yes))
    const resident = await open.journey()
    await resident.step('reads what came of it', async (page) => {
      await page.goto(place)
      await go(page.getByRole('link', { name: promised[0] ?? '' }).first())
      const photo = page.getByRole('img', { name: alt })
      await photo.scrollIntoViewIfNeeded()
      await expect
        .poll(() => photo.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
        .toEqual([1200, 1600])
    })
  })
})
