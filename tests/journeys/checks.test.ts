import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { accessibilityFaults, sidewaysFaults } from './checks.ts'

/** What every step of a journey relies on: that a page with faults is told of. */
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 390, height: 844 } })
})
afterAll(() => browser?.close())

const pageOf = (body: string): string =>
  `<!doctype html><html lang="sv"><head><title>En sida</title></head><body><main><h1>En sida</h1>${body}</main></body></html>`
const faultsOf = async (body: string): Promise<string[]> => {
  await page.setContent(pageOf(body))
  return accessibilityFaults(page)
}

test('a page as it should be has no faults', async () => {
  expect(await faultsOf('<p>Text.</p>')).toEqual([])
  expect(await sidewaysFaults(page, 390)).toEqual([])
})

test.each([
  ['pale words', 'color-contrast', '<p style="color: #aaa; background: #fff">Blek text.</p>'],
  ['a picture that says nothing', 'image-alt', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
  ['a field without a name', 'label', '<form><input name="x"></form>'],
  [
    'small things close together',
    'target-size',
    '<a href="#a">a</a><a href="#b" style="font-size: 6px">b</a>'
  ],
  ['a heading that is skipped to', 'heading-order', '<h4>För djupt</h4>'],
  ['what stands beside the page’s parts', 'region', '</main><p>Utanför.</p><main>']
])('%s', async (_, rule, body) => {
  expect((await faultsOf(body)).join('\n')).toContain(`axe ${rule}:`)
})

test('what came after it was last looked over', async () => {
  expect(await faultsOf('<p>Text.</p>')).toEqual([])
  await page.evaluate(() =>
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<button></button>')
  )
  expect((await accessibilityFaults(page)).join('\n')).toContain('axe button-name:')
})

test('a page that is wider than the phone, or than the narrowest', async () => {
  await faultsOf('<p style="width: 350px; background: #eee">Bred text.</p>')
  expect(await sidewaysFaults(page, 390)).toHaveLength(1)
})

test('a frame is not passed over', async () => {
  await page.setContent(pageOf('<iframe srcdoc="x" title="ram"></iframe>'))
  await expect(accessibilityFaults(page)).rejects.toThrow('A frame in the page')
})
