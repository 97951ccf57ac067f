import { zipSync } from 'fflate'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { phone, plain } from './ways.ts'
import { go, send, write } from './writing.ts'

const here = '/samverkan/exempelkvarteret'
const pdf = (said: string, name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n% ${said}\n%%EOF\n`)
})
const report = 'Årsrapport för grannsamverkan'
const folder = mkdtempSync(join(tmpdir(), 'kvarter-documents-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.each([plain, phone])('what exists already is put in its year, $name', (way) => {
  const open = journeysIn(way)
  let coordinator: Journey
  let visitor: Journey
  let address: string

  beforeAll(async () => {
    coordinator = await open.journey()
    visitor = await open.journey()
    await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
  })

  const begin = () =>
    coordinator.step('opens the form', async (page) => {
      await page.goto(here)
      await go(page.getByRole('link', { name: 'Lägg till dokument' }))
    })
  const bytesAt = (somebody: Journey) => somebody.page.context().request.get(open.kvarter.origin + address)

  test('one that is only named says that it is not here', async () => {
    await begin()
    await coordinator.step('names it', async (page) => {
      await write(page, { title: 'Avtal om lokalen', year: '2019', case_number: 'EX 2019-0007' })
      await send(page, 'Spara')
      const line = page.getByRole('listitem').filter({ hasText: 'Avtal om lokalen' })
      expect(await line.first().textContent()).toMatch(/finns inte här · EX\s2019-0007/)
    })
  })

  test('a file that can’t be taken is answered in words, and what was written stands', async () => {
    await begin()
    for (const [name, content, words] of [
      ['rapport.pdf', zipSync({ 'a.txt': Buffer.from('a') }), 'zip-arkiv'],
      ['850101-1236.pdf', Buffer.from('%PDF-1.7'), 'personnummer'],
      ['stor.pdf', Buffer.alloc(50 * 1024 * 1024, '%PDF-1.7 '), 'större än 25 MB']
    ] as const) {
      const file = join(folder, name)
      writeFileSync(file, content)
      await coordinator.step(
        `sends ${name}`,
        async (page) => {
          await write(page, { title: report })
          await page.locator('#file').setInputFiles(file)
          await send(page, 'Spara')
          expect(await page.locator('#file-error').textContent()).toContain(words)
          expect(await page.locator('#title').inputValue()).toBe(report)
        },
        { refused: 422 }
      )
    }
  })

  test('an uploaded one is read by anyone, in its year', async () => {
    await coordinator.step('sends the right file', async (page) => {
      await page.locator('#file').setInputFiles(pdf('först', 'Årsrapport 2018.pdf'))
      await write(page, { kind: 'Årsrapport', year: '2018' })
      await send(page, 'Spara')
      address = (await page.getByRole('link', { name: report, exact: true }).getAttribute('href')) ?? ''
    })
    await visitor.step('finds it by its year and kind', async (page) => {
      await page.goto('/dokument')
      await write(page, { ar: '2018', slag: 'Årsrapport' })
      await send(page, 'Visa')
      await page.getByRole('heading', { level: 2, name: '2018' }).waitFor()
      expect(await page.getByRole('link', { name: report }).getAttribute('href')).toBe(address)
      expect(await page.textContent('main')).not.toContain('Avtal om lokalen')
    })
    const file = await bytesAt(visitor)
    expect([file.status(), file.headers()['content-type'], await file.text()]).toEqual([
      200,
      'application/pdf',
      expect.stringContaining('först')
    ])
    expect(file.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox')
    })
    const { etag = '' } = file.headers()
    const again = await visitor.page
      .context()
      .request.get(open.kvarter.origin + address, { headers: { 'if-none-match': etag } })
    expect(again.status()).toBe(304)
  })

  test('another file takes its place, and the old one is kept', async () => {
    await coordinator.step('puts a new one there', async (page) => {
      await go(page.getByRole('link', { name: `Ändra: ${report}` }))
      await page.locator('#file').setInputFiles(pdf('sedan', 'Rättad.pdf'))
      await send(page, 'Spara')
      await go(page.getByRole('link', { name: `Ändra: ${report}` }))
      expect(await page.textContent('main')).toContain('Årsrapport 2018.pdf, tillagd')
    })
    expect(await (await bytesAt(visitor)).text()).toContain('sedan')
  })

  test('made the parties’ own, it is there for nobody else', async () => {
    await coordinator.step('narrows who may see it', async (page) => {
      await page.locator('#reach').selectOption('parties')
      await send(page, 'Spara')
    })
    expect((await bytesAt(visitor)).status()).toBe(404)
    expect((await bytesAt(coordinator)).status()).toBe(200)
    await visitor.step('finds nothing', async (page) => {
      await page.goto('/dokument?ar=2018')
      expect(await page.textContent('main')).not.toContain(report)
    })
  })
})
