import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { createPublication } from '#server/domain/publications/composing.ts'
import { publish } from '#server/domain/publications/editions/publishing.ts'
import { cli } from '#server/domain/people/actor.ts'
import { setClock } from '#server/platform/clock.ts'
import { write as writeTo } from '#server/platform/db/write.ts'
import { projectRoot } from '#server/platform/settings/settings.ts'
import type { Journey } from './journey.ts'
import type { Kvarter } from './kvarter.ts'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { openSmallPromise } from './small-promise.ts'
import { phone, plain } from './ways.ts'
import { go, send, write } from './writing.ts'

const report = '/rapporter/skolvagen-i-ar'
const lastYears = 'Skolvägen i fjol'

/** From before there were files: they are made when somebody asks for them. */
async function publishLastYears({ db }: Kvarter): Promise<void> {
  setClock(new Date(Date.now() - 365 * 86_400_000))
  await writeTo(db, cli, async (tx) => {
    const { id: collaboration } = await tx
      .selectFrom('collaboration')
      .select('id')
      .where('slug', '=', 'skolvagen')
      .executeTakeFirstOrThrow()
    const made = { collaboration, template: 'final_follow_up', slug: 'skolvagen-i-fjol' } as const
    await publish(tx, cli, await createPublication(tx, cli, { ...made, title: lastYears }))
  })
  setClock(null)
}

const steps = (page: Page) => page.getByRole('region', { name: 'Beslut och publicering' })
const done = (page: Page) => page.locator('#klart')
/** What was done is said where one lands, is what is read first, and is said once. */
async function isTold(page: Page, what: string | RegExp, where?: string): Promise<void> {
  await done(page).getByText(what).first().waitFor()
  expect(await done(page).evaluate((note) => note === document.activeElement)).toBe(true)
  if (where) expect(await done(page).getByRole('link').getAttribute('href')).toMatch(new RegExp(`${where}$`))
  await page.reload()
  expect(await done(page).count()).toBe(0)
}
const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe.each([plain, phone])('a report is decided, published, corrected and withdrawn, $name', (way) => {
  const open = journeysIn(way)
  let coordinator: Journey
  let resident: Journey

  beforeAll(async () => {
    await openSmallPromise(open.kvarter)
    await publishLastYears(open.kvarter)
    ;[coordinator, resident] = await Promise.all([open.journey(), open.journey()])
  })
  afterAll(() => Promise.all([coordinator?.end(), resident?.end()]))

  const get = async (path: string) => {
    const response = await resident.page.request.get(path)
    return {
      status: response.status(),
      type: response.headers()['content-type'],
      bytes: await response.body()
    }
  }

  test('the coordinator makes a draft and sends it for decision', async () => {
    await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
    await coordinator.step('makes a draft', async (page) => {
      await page.goto('/samverkan/skolvagen/rapporter/ny')
      await write(page, { title: 'Skolvägen i år', slug: 'skolvagen-i-ar' })
      await send(page, 'Gör ett utkast')
      await page.goto(`${report}?redigera=allt`)
    })
    await coordinator.step('comes to what is left to do', async (page) => {
      await page.getByRole('link', { name: 'Skicka, registrera beslut eller publicera' }).click()
      await steps(page).getByRole('link', { name: 'Skicka för beslut' }).click()
      await page.getByRole('button', { name: 'Frys och skicka utgåva 1' }).waitFor()
    })
    await coordinator.step('sends it', async (page) => {
      await send(page, 'Frys och skicka utgåva 1')
      expect(await steps(page).textContent()).toMatch(/Utgåva 1 frystes .* och väntar på beslut/)
      expect(await steps(page).locator('.checksum').count()).toBe(3)
      await isTold(page, 'Utgåva 1 är fryst och väntar på beslut', `${report}/utgava/1`)
    })
  })

  test('nobody else reads it, as a page or as a file', async () => {
    await resident.step(
      'follows the address',
      async (page) => {
        await page.goto(report)
        await page.getByRole('heading', { level: 1, name: 'Sidan finns inte här' }).waitFor()
      },
      { refused: 404 }
    )
    for (const path of [`${report}.pdf`, `${report}.docx`, `${report}/utgava/1.html`])
      expect((await get(path)).status).toBe(404)
  })

  test('the coordinator registers what the board decided and what it proposes', async () => {
    await coordinator.step(
      'forgets to say who',
      async (page) => {
        await steps(page).getByRole('link', { name: 'Lägg till beslut' }).click()
        await send(page, 'Spara')
        await page.locator('#body-error').waitFor()
      },
      { refused: 422 }
    )
    await coordinator.step('registers the decision', async (page) => {
      await write(page, {
        ...{ body: 'Fritids- och folkhälsonämnden', decided_on: '2026-01-19', section: '4' },
        ...{ case_number: 'FOFN 2026-00020 1.1.6.2', wording: 'Nämnden godkänner rapporten.' },
        ...{ adjusted_on: '2026-01-23', posted_on: '2026-01-24', sent_to: 'kommunstyrelsen, för kännedom' }
      })
      await send(page, 'Spara')
      expect(await steps(page).textContent()).toContain('Utgåva 1 är beslutad och kan publiceras.')
      await isTold(page, 'Nu kan du publicera den.')
    })
    await coordinator.step('registers the proposal, and puts it first', async (page) => {
      await go(steps(page).getByRole('link', { name: 'Lägg till beslut' }))
      await write(page, {
        ...{ kind: 'förslag till beslut', body: 'Kommunstyrelsen', case_number: 'KS 2026-00103' }
      })
      await send(page, 'Spara')
      await go(steps(page).getByRole('button', { name: 'Flytta upp' }))
      expect(await steps(page).locator('.chain > li').first().textContent()).toContain('Kommunstyrelsen')
    })
  })

  test('the coordinator sets a time, thinks again and publishes', async () => {
    await coordinator.step('sets a time', async (page) => {
      await go(steps(page).getByRole('link', { name: 'Publicera utgåva 1' }))
      await write(page, { day: '2099-01-01', time: '09:30' })
      await send(page, 'Publicera utgåva 1')
      expect(await steps(page).textContent()).toMatch(/Utgåva 1 publiceras 1 januari 2099 kl\.\s09\.30\./)
      await isTold(page, /^Utgåva 1 publiceras 1 januari 2099/, report)
    })
    await coordinator.step('takes it back', async (page) => {
      await send(page, 'Avbryt publiceringen')
      await isTold(page, 'Utgåva 1 publiceras inte')
    })
    await coordinator.step('publishes', async (page) => {
      await go(steps(page).getByRole('link', { name: 'Publicera utgåva 1' }))
      await send(page, 'Publicera utgåva 1')
      expect(await page.textContent('.colophon')).toContain('FOFN 2026-00020 1.1.6.2')
      await isTold(page, 'Alla kan läsa den nu, också de som inte är inloggade.', report)
    })
  })

  test('a resident finds the report, and last year’s', async () => {
    await resident.step('looks among the reports', async (page) => {
      await page.goto('/')
      await page.goto('/rapporter')
      await page.getByRole('link', { name: lastYears }).waitFor()
      await page.getByRole('link', { name: 'Skolvägen i år' }).click()
      await page.getByRole('heading', { level: 1, name: 'Skolvägen i år' }).waitFor()
    })
    const sums = await resident.page.locator('.colophon .lines .checksum').allTextContents()
    const files = await Promise.all(['pdf', 'docx', 'html'].map((format) => get(`${report}.${format}`)))
    expect(files.map(({ bytes }) => sumOf(bytes))).toEqual(sums)
    expect(files.map(({ type }) => type)).toEqual([
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'text/html; charset=utf-8'
    ])
    const older = await get('/rapporter/skolvagen-i-fjol.pdf')
    expect([older.status, older.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })

  test('a resident finds the decision by its number', async () => {
    await resident.step('looks in the register', async (page) => {
      await page.goto('/beslut')
      await write(page, { nummer: 'fofn 2026-00020' })
      await send(page, 'Visa')
      expect(await page.getByRole('main').getByRole('listitem').count()).toBe(1)
      expect(await page.textContent('main')).toContain('Justerat 23 januari 2026. Anslaget 24 januari 2026.')
    })
    await resident.step('searches', async (page) => {
      await page.goto('/sok?q=KS+2026-00103')
      await page.getByRole('main').getByRole('link', { name: 'Kommunstyrelsen, KS 2026-00103' }).click()
      await page.getByRole('link', { name: 'Skolvägen i år' }).click()
      await page.getByRole('heading', { level: 1, name: 'Skolvägen i år' }).waitFor()
    })
  })

  test('the coordinator corrects it, and readers see what is corrected', async () => {
    await coordinator.step('changes the title', async (page) => {
      await page.goto(`${report}?redigera=rubrik#rubrik`)
      await write(page, { title: 'Skolvägen i år, rättad' })
      await send(page, 'Spara')
    })
    await coordinator.step(
      'publishes it at once, without a word on what is new',
      async (page) => {
        await page.goto(`${report}?redigera=publicera#publicera`)
        await send(page, 'Publicera utgåva 2')
        await page.locator('#note-error').waitFor()
      },
      { refused: 422 }
    )
    await coordinator.step('says what is new', async (page) => {
      await write(page, { note: 'Rubriken är rättad.' })
      await send(page, 'Publicera utgåva 2')
      await isTold(page, 'Rättelsen är publicerad som utgåva 2', report)
    })
    await resident.step('reads the correction', async (page) => {
      await page.goto(report)
      await page.getByRole('heading', { level: 1, name: 'Skolvägen i år, rättad' }).waitFor()
      expect(await page.textContent('main')).toMatch(/Rättad \d+ \S+ \d{4}:\s+Rubriken är rättad\./)
    })
    await resident.step('reads the first edition still', async (page) => {
      await page.getByRole('link', { name: /^Utgåva 1,/ }).click()
      await page.getByRole('heading', { level: 1, name: 'Skolvägen i år' }).waitFor()
      expect(await page.textContent('main')).toContain('Du läser en tidigare utgåva.')
    })
  })

  test('the coordinator withdraws it, and readers see when and why and no more', async () => {
    await coordinator.step('withdraws the latest', async (page) => {
      await page.goto(`${report}?redigera=allt#beslut`)
      await go(steps(page).getByRole('link', { name: 'Dra tillbaka en utgåva' }))
      await write(page, { reason: 'En siffra om frukosten var fel.' })
      await send(page, 'Dra tillbaka utgåvan')
      expect(await page.textContent('main')).toContain('En siffra om frukosten var fel.')
      await isTold(page, 'Utgåva 1 går fortfarande att läsa.', `${report}/utgava/2`)
    })
    await resident.step('comes to it again', async (page) => {
      await page.goto(report)
      const said = await page.textContent('main')
      expect(said).toContain('En siffra om frukosten var fel.')
      expect(await page.locator('section.block').count()).toBe(0)
    })
    expect((await get(`${report}.pdf`)).status).toBe(410)
    expect((await get(`${report}/utgava/1.pdf`)).status).toBe(200)
    await resident.step('finds the first edition in the list still, and is told why', async (page) => {
      await page.goto('/rapporter')
      const row = page.getByRole('listitem').filter({ hasText: 'Utgåva 2 drogs tillbaka.' })
      await row.getByRole('link', { name: 'Skolvägen i år', exact: true }).waitFor()
      expect(await page.getByRole('link', { name: 'Skolvägen i år, rättad' }).count()).toBe(0)
      await page.getByRole('link', { name: lastYears }).waitFor()
      await row.getByRole('link', { name: 'Läs utgåva 1' }).click()
      await page.getByRole('heading', { level: 1, name: 'Skolvägen i år', exact: true }).waitFor()
    })
  })

  test('whoever runs it takes the same bytes by the command line, and the archive package as the coordinator', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kvarter-deciding-'))
    const [pdf, zip] = [join(folder, 'a.pdf'), join(folder, 'a.zip')]
    const command = ['publication', 'skolvagen-i-ar', '--edition', '1', '--pdf', pdf, '--archive', zip]
    execFileSync(process.execPath, [join(projectRoot, 'src/server/cli/kvarter.ts'), ...command], {
      env: { ...process.env, ...open.kvarter.environment },
      stdio: 'ignore'
    })
    expect(sumOf(readFileSync(pdf))).toBe(sumOf((await get(`${report}/utgava/1.pdf`)).bytes))
    const taken = await coordinator.page.request.get(`${report}/utgava/1.zip`)
    expect([taken.status(), taken.headers()['content-type']]).toEqual([200, 'application/zip'])
    const [kept, own] = [unzipSync(readFileSync(zip)), unzipSync(await taken.body())]
    expect(Object.keys(kept)).toEqual(Object.keys(own))
    expect(kept['skolvagen-i-ar-1.pdf']).toEqual(own['skolvagen-i-ar-1.pdf'])
    rmSync(folder, { recursive: true })
  })
})
