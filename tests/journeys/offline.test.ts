import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { openSmallPromise, promised } from './small-promise.ts'
import { phone } from './ways.ts'
import { go } from './writing.ts'

const [breakfast, homework] = promised as [string, string, string]
const open = journeysIn(phone)
let train: Journey
let office: Journey
let link: string

const done = (page: Page) => page.getByLabel('Vad har ni gjort?')
const keptIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('kvarter '))
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return all.flat().map(({ url }) => new URL(url).pathname)
  })
const onDevice = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(localStorage))
/** Heard by the server. That something was saved is no sign of it: a page says so of what a colleague saved as well. */
const heard = (page: Page) => expect.poll(() => onDevice(page)).not.toContain('"unsent":{"')

beforeAll(async () => {
  ;({ link } = await openSmallPromise(open.kvarter))
  train = await open.journey()
  office = await open.journey()
})

test('what has been opened is there when the net goes', async () => {
  await train.step('opens the link and the first promise', async (page) => {
    await page.goto(link)
    await page.getByRole('link', { name: breakfast }).click()
    await page.getByRole('heading', { level: 1, name: breakfast }).waitFor()
    const { pathname } = new URL(link)
    await expect
      .poll(() => keptIn(page))
      .toEqual(
        expect.arrayContaining([pathname, `${pathname}/1`, `${pathname}/2`, `${pathname}/3`, `${pathname}/-`])
      )
    expect(
      (await keptIn(page)).filter((path) => !path.startsWith(pathname) && !/^\/(_app|fonts)\//.test(path))
    ).toEqual([])
  })
})

test('one writes on, from page to page, without a net', async () => {
  await train.net(false)
  await train.step('writes about the first', async (page) => {
    await page.locator('input[value=partly]').check()
    await done(page).fill('Frukost på måndagar, skrivet på tåget.')
    await page.getByText('Ingen uppkoppling. Det du skriver sparas på den här enheten').waitFor()
  })
  await train.step('goes on to the second', async (page) => {
    await page.getByRole('button', { name: 'Spara och gå till nästa' }).click()
    await page.getByRole('heading', { level: 1, name: homework }).waitFor()
    await page.locator('input[value=fully]').check()
    await done(page).fill('Läxhjälp på tåget.')
  })
  await train.step('loads the page again', async (page) => {
    await page.reload()
    expect(await done(page).inputValue()).toBe('Läxhjälp på tåget.')
    expect(await page.locator('input[value=fully]').isChecked()).toBe(true)
  })
  await train.step('writes an identity number, which is not kept', async (page) => {
    await page.getByText('Berätta mer').click()
    await page.getByLabel('Vad har ni lärt er?').fill('Ring 811218-9876')
    await page.getByText('Ta bort personnumret').waitFor()
    expect(await onDevice(page)).toContain('Läxhjälp på tåget.')
    expect(await onDevice(page)).not.toContain('811218')
    await page.getByLabel('Vad har ni lärt er?').fill('')
  })
  await train.step('sending in has to wait', async (page) => {
    await page.goto(`${link}/skicka`)
    await page.getByRole('heading', { level: 1, name: 'Ingen uppkoppling' }).waitFor()
    await page.getByRole('link', { name: 'Tillbaka' }).click()
    await page.getByRole('heading', { level: 1, name: 'Svara för' }).waitFor()
  })
})

test('a colleague writes meanwhile', async () => {
  await office.step('writes about the same', async (page) => {
    await page.goto(`${link}/1`)
    await done(page).fill('Frukost alla dagar, skrivet på kontoret.')
    await heard(page)
  })
  await office.step('and something else about the other', async (page) => {
    await page.goto(`${link}/2`)
    await page.getByText('Berätta mer').click()
    await page.getByLabel('Vad har det bidragit till?').fill('Fler klarar skolan.')
    await heard(page)
  })
})

test('with the net back all of it arrives, and what differs is shown', async () => {
  await train.net(true)
  await train.step('the list tells that both are begun', async (page) => {
    await page.getByRole('link', { name: homework }).filter({ hasText: 'utkast' }).waitFor()
    await heard(page)
  })
  await train.step('what two wrote in different fields is both there', async (page) => {
    await page.getByRole('link', { name: homework }).click()
    await page.getByRole('heading', { level: 1, name: homework }).waitFor()
    expect(await done(page).inputValue()).toBe('Läxhjälp på tåget.')
    expect(await page.getByLabel('Vad har det bidragit till?').inputValue()).toBe('Fler klarar skolan.')
  })
  await train.step('what two wrote in the same field is shown beside each other', async (page) => {
    await page.goto(`${link}/1`)
    await page.getByRole('heading', { level: 2, name: 'Det finns två texter' }).waitFor()
    expect(await page.locator('#tva-texter').textContent()).toMatch(/på tåget.*Rektor|på kontoret.*Rektor/s)
    expect(await page.locator('input[value=partly]').isChecked()).toBe(true)
  })
  await train.step('it is not sent in before somebody has chosen', async (page) => {
    await page.goto(`${link}/skicka`)
    expect(await page.textContent('main')).toContain('Välj vilken som ska gälla')
    await go(page.getByRole('link', { name: breakfast }).first())
  })
  await train.step('chooses', async (page) => {
    await page.getByLabel('Frukost på måndagar, skrivet på tåget.').check()
    await page.getByRole('button', { name: 'Spara mitt val' }).click()
    await expect.poll(() => page.locator('#tva-texter').count()).toBe(0)
    expect(await done(page).inputValue()).toBe('Frukost på måndagar, skrivet på tåget.')
  })
})

test('a colleague whose page is open sees that there are two texts, and loses none', async () => {
  await office.step('writes in the other text, not knowing', async (page) => {
    await page.goto(`${link}/3`)
    await train.page.goto(`${link}/3`)
    await done(train.page).fill('Lampor, sett från tåget.')
    await heard(train.page)
    await done(page).fill('Lampor, sett från kontoret.')
    await page.getByText('Någon annan har skrivit på samma ställe').waitFor()
    expect(await done(page).inputValue()).toBe('Lampor, sett från kontoret.')
  })
  await office.step('shows both, and puts them together', async (page) => {
    await page.getByRole('button', { name: 'Visa båda' }).click()
    await page.getByRole('heading', { level: 2, name: 'Det finns två texter' }).waitFor()
    await page.getByLabel('Det som står i fältet nedan').check()
    await page.locator('input[value=partly]').check()
    await done(page).fill('Lampor, sett från båda hållen.')
    await page.getByRole('button', { name: 'Spara mitt val' }).click()
    await expect.poll(() => page.locator('#tva-texter').count()).toBe(0)
    expect(await done(page).inputValue()).toBe('Lampor, sett från båda hållen.')
  })
})

test('once all is sent in, nothing is left on the device', async () => {
  await train.step('sends in', async (page) => {
    await page.goto(`${link}/skicka`)
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(3)
    await page.getByRole('button', { name: 'Skicka in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tack' }).waitFor()
    await expect.poll(() => keptIn(page)).toEqual([])
    expect(await onDevice(page)).toBe('{}')
  })
})

test('a link that is withdrawn leaves nothing on a device that had it', async () => {
  await office.step('has it', async (page) => {
    await page.goto(`${link}/3`)
  })
  await sql`alter table link disable trigger user`.execute(open.kvarter.db)
  await sql`update link set withdrawn_at = now()`.execute(open.kvarter.db)
  await sql`alter table link enable trigger user`.execute(open.kvarter.db)
  await office.step(
    'finds it withdrawn',
    async (page) => {
      await page.evaluate(
        (path) => localStorage.setItem(`kvarter:${path}/1`, '{"unsent":{}}'),
        new URL(link).pathname
      )
      await page.goto(link)
      await page.getByRole('heading', { level: 1, name: 'Länken är återkallad' }).waitFor()
      await expect.poll(() => keptIn(page)).toEqual([])
      await expect.poll(() => onDevice(page)).toBe('{}')
    },
    { refused: 410 }
  )
})

afterAll(async () => {
  await train?.end()
  await office?.end()
})
