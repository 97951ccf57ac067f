import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { openSmallPromise } from './small-promise.ts'
import { plain } from './ways.ts'
import { go, send, write } from './writing.ts'

const title = 'Skolvägen i dag'
const report = '/rapporter/skolvagen-i-dag'
const hours = 2 * 3_600_000

const open = journeysIn(plain, () => ({ ahead: true }))
let coordinator: Journey
let resident: Journey

beforeAll(async () => {
  await openSmallPromise(open.kvarter)
  ;[coordinator, resident] = await Promise.all([open.journey(), open.journey()])
  await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
})
afterAll(() => Promise.all([coordinator?.end(), resident?.end()]))

const steps = (page: Page) => page.getByRole('region', { name: 'Beslut och publicering' })
const status = (path: string) => resident.page.request.get(path).then((response) => response.status())

/** As the clock on the wall shows it then: [day, time]. */
const shown = (at: number): string[] =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16).split(' ')

test('the coordinator sets the time when readers are to have it', async () => {
  await coordinator.step('freezes a draft', async (page) => {
    await page.goto('/samverkan/skolvagen/rapporter/ny')
    await write(page, { title, slug: 'skolvagen-i-dag' })
    await send(page, 'Gör ett utkast')
    await page.goto(`${report}?redigera=skicka#skicka`)
    await send(page, 'Frys och skicka utgåva 1')
  })
  await coordinator.step('sets the time', async (page) => {
    await go(steps(page).getByRole('link', { name: 'Publicera utgåva 1' }))
    const [day = '', time = ''] = shown(Date.now() + hours)
    await write(page, { day, time })
    await send(page, 'Publicera utgåva 1')
    expect(await steps(page).textContent()).toContain(`kl. ${time.replace(':', '.')}`.replace(' ', '\u00a0'))
  })
})

test('until then nobody else reads it', async () => {
  await resident.step('comes too early', (page) => page.goto(report), { refused: 404 })
  open.kvarter.passes(hours - 10 * 60_000)
  // Longer than it takes to look for what is to be published.
  await new Promise((resolve) => setTimeout(resolve, 4_000))
  expect(await status(report)).toBe(404)
  expect(await status(`${report}.pdf`)).toBe(404)
})

test('when the time comes it is out, as a page and as files, and nobody has pressed anything', async () => {
  open.kvarter.passes(10 * 60_000)
  await expect.poll(() => status(report)).toBe(200)
  await resident.step('finds it among the reports', async (page) => {
    await page.goto('/rapporter')
    await go(page.getByRole('link', { name: title }))
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  })
  expect(await status(`${report}.pdf`)).toBe(200)
  await coordinator.step('reads that it is out', async (page) => {
    await page.goto(`${report}?redigera=allt`)
    expect(await steps(page).getByRole('button', { name: 'Avbryt publiceringen' }).count()).toBe(0)
    expect(await steps(page).textContent()).toMatch(/Utgåva 1 publicerades/)
  })
})
