import { beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { press, tabTo } from './keys.ts'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { answerSmallPromise, openSmallPromise } from './small-promise.ts'
import { ways, wide } from './ways.ts'
import { go, send, write } from './writing.ts'

const report = '/rapporter/skolvagen-efter-ett-halvar'
const intro = 'Tre löften till barnen på skolvägen. **Två** är infriade.'

const headings = (page: Page) => page.locator('.block-view :is(h2, h3)').allTextContents()
const controlsOf = (page: Page, name: string) => page.getByRole('group', { name: `Avsnittet ${name}` })
/** What is written is saved by itself where scripts run. */
const isSaved = (page: Page) => page.locator('.save-state', { hasText: 'Sparat kl.' }).waitFor()

async function begin(coordinator: Journey): Promise<void> {
  await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
  await coordinator.step('makes a draft', async (page) => {
    await page.goto('/samverkan/skolvagen/rapporter')
    await go(page.getByRole('link', { name: 'Ny rapport' }))
    await write(page, { title: 'Skolvägen efter ett halvår' })
    await send(page, 'Gör ett utkast')
    await page.getByRole('heading', { level: 2, name: 'Så långt har rapporten kommit' }).waitFor()
  })
}

describe.each(ways)('a coordinator compiles a report, $name', (way) => {
  const open = journeysIn(way)
  let coordinator: Journey

  beforeAll(async () => {
    const place = await openSmallPromise(open.kvarter)
    await answerSmallPromise(open.kvarter, place.link)
    coordinator = await open.journey()
    await begin(coordinator)
  })

  test('the draft says how far it has come, and where answers wait', () =>
    coordinator.step('reads what is left to do', async (page) => {
      const said = await page.locator('.workbench').textContent()
      expect(said).toContain('Saknar text:')
      expect(said).toMatch(/3 svar i Första halvåret väntar/)
      await coordinator.picture('handbok/bilder/rapport-utkast.png')
    }))

  test('nobody else knows of it', async () => {
    const resident = await open.journey()
    await resident.step('asks for it', (page) => page.goto(report), { refused: 404 })
    await resident.end()
  })

  test('a text is written in the page, and the next one after it', async () => {
    await coordinator.step('opens the introduction', async (page) => {
      await page.getByRole('link', { name: 'Inledningen' }).first().click()
      await page.getByLabel('Text', { exact: true }).waitFor()
    })
    await coordinator.step('writes it', async (page) => {
      await page.getByLabel('Rubrik', { exact: true }).fill('Ett halvår')
      await page.getByLabel('Text', { exact: true }).fill(intro)
      if (way.scripts) await isSaved(page)
      await coordinator.picture('handbok/bilder/rapport-skriva.png')
    })
    await coordinator.step('goes on to the next', async (page) => {
      await page.getByRole('button', { name: /^Spara och skriv nästa/ }).click()
      await page.waitForURL(/redigera=/)
      expect(await page.locator('.block-view strong', { hasText: 'Två' }).count()).toBe(1)
      expect(await page.getByLabel('Text', { exact: true }).inputValue()).toContain('barnen kommer mätta')
    })
    await coordinator.step('is done with it', async (page) => {
      await send(page, 'Klar')
      expect(await headings(page)).toContain('Ett halvår')
    })
  })

  test('what must not be written is refused, kept, and told at its place', async () => {
    await coordinator.step('writes about somebody', async (page) => {
      await go(controlsOf(page, 'Slutord').getByRole('link', { name: /^Skriv/ }))
      await page.getByLabel('Text', { exact: true }).fill('Tack till 850101-1236.')
    })
    await coordinator.step(
      'is told so',
      async (page) => {
        await page.getByRole('button', { name: 'Klar' }).click()
        await page.locator('#prose-error').waitFor()
        expect(await page.getByLabel('Text', { exact: true }).inputValue()).toContain('850101')
      },
      { refused: 422 }
    )
    await coordinator.step('takes it out', async (page) => {
      await page.getByLabel('Text', { exact: true }).fill('Tack till alla.')
      await send(page, 'Klar')
      await page.locator('.block-view', { hasText: 'Tack till alla.' }).waitFor()
    })
  })

  test('a section is chosen by what it shows, and set', async () => {
    await coordinator.step('looks at what there is', async (page) => {
      await page.getByRole('link', { name: 'Lägg till ett avsnitt här' }).first().click()
      await page.getByText('Siffrorna ur svaren, hopräknade där det går.').waitFor()
    })
    await coordinator.step('takes the figures', async (page) => {
      await page.getByRole('radio', { name: /^Siffror/ }).check()
      await send(page, 'Lägg till')
      await write(page, { heading: 'Alla siffror' })
      await send(page, 'Spara')
      expect((await headings(page)).slice(0, 2)).toEqual(['Ett halvår', 'Alla siffror'])
    })
  })

  test('sections are moved by buttons and to a place', async () => {
    await coordinator.step('moves it up', async (page) => {
      await go(page.getByRole('button', { name: 'Flytta upp: Alla siffror' }))
      expect((await headings(page)).slice(0, 2)).toEqual(['Alla siffror', 'Ett halvår'])
    })
    await coordinator.step('moves it to a place', async (page) => {
      const controls = controlsOf(page, 'Alla siffror')
      await controls.locator('summary').click()
      await controls.getByLabel('Flytta Alla siffror till').selectOption({ label: 'Efter Slutord' })
      await go(controls.getByRole('button', { name: 'Flytta', exact: true }))
      const order = await headings(page)
      expect(order.indexOf('Alla siffror')).toBe(order.indexOf('Slutord') + 1)
    })
  })

  test.runIf(way.scripts)('sections are dragged', () =>
    coordinator.step('drags it to the top', async (page) => {
      await page.goto(`${report}?redigera=allt`)
      const handle = controlsOf(page, 'Alla siffror').locator('[data-handle]')
      const first = page.locator('[data-handle]').first()
      await handle.scrollIntoViewIfNeeded()
      await handle.hover()
      await page.mouse.down()
      await page.mouse.move(200, 300)
      // The page folds under the hand, and is followed to its beginning.
      for (let steps = 0; steps < 600 && ((await first.boundingBox())?.y ?? -1) < 0; steps++) {
        await page.mouse.move(200, 20 + (steps % 2))
        await page.waitForTimeout(50)
      }
      const box = await first.boundingBox()
      await page.mouse.move(200, (box?.y ?? 0) + 2)
      await page.mouse.up()
      await page.waitForURL(/#/)
      await page.waitForLoadState()
      expect((await headings(page)).slice(0, 2)).toEqual(['Alla siffror', 'Ett halvår'])
    })
  )

  test('what was taken away is put back', async () => {
    await coordinator.step('takes it away', async (page) => {
      const controls = controlsOf(page, 'Alla siffror')
      await controls.locator('summary').click()
      await go(controls.getByRole('link', { name: /^Ta bort/ }))
      await send(page, 'Ta bort')
      expect(await headings(page)).not.toContain('Alla siffror')
    })
    await coordinator.step('puts it back', async (page) => {
      await page.getByText('Avsnittet Alla siffror är borttaget.').waitFor()
      await go(page.getByRole('button', { name: 'Lägg tillbaka Alla siffror' }))
      expect(await headings(page)).toContain('Alla siffror')
    })
  })

  test('two who write at once see both texts', async () => {
    const other = await coordinator.anotherWindow()
    const place = async (page: Page) => {
      await page.goto(`${report}?redigera=allt`)
      await go(controlsOf(page, 'Slutord').getByRole('link', { name: /^Skriv/ }))
    }
    await coordinator.step('writes while a colleague does', async (page) => {
      await place(page)
      await place(other)
      await other.getByLabel('Text', { exact: true }).fill('Kollegans slutord.')
      await send(other, 'Klar')
      await other.close()
    })
    await coordinator.step(
      'sees both',
      async (page) => {
        await page.getByLabel('Text', { exact: true }).fill('Mina slutord.')
        if (way.scripts) await page.getByRole('button', { name: 'Visa båda texterna' }).click()
        else await page.getByRole('button', { name: 'Klar' }).click()
        await page.getByText('Någon annan hann ändra före dig').waitFor()
        expect(await page.locator('.conflict').textContent()).toContain('Kollegans slutord.')
      },
      { refused: 409 }
    )
    await coordinator.step('writes them together', async (page) => {
      await page.getByRole('radio', { name: 'Skriv ihop dem' }).check()
      await send(page, 'Spara mitt val')
      const text = await page.locator('main').textContent()
      expect(text).toContain('Kollegans slutord.')
      expect(text).toContain('Mina slutord.')
    })
    await coordinator.step('finds them so when they are opened again', async (page) => {
      await place(page)
      expect(await page.getByLabel('Text', { exact: true }).inputValue()).toMatch(/Kollegans[^]*Mina/)
      await send(page, 'Klar')
      expect(await page.locator('.conflict').count()).toBe(0)
    })
  })

  test('an earlier wording is read and taken back', async () => {
    await coordinator.step('reads how it has been', async (page) => {
      const controls = controlsOf(page, 'Slutord')
      await controls.locator('summary').click()
      await controls.getByRole('link', { name: /^Tidigare lydelser/ }).click()
      await page.getByRole('heading', { level: 1, name: 'Tidigare lydelser' }).waitFor()
      expect(await page.locator('.difference ins').first().textContent()).toContain('slutord')
    })
    await coordinator.step('takes it back', async (page) => {
      await page
        .getByRole('button', { name: /^Byt tillbaka till den här lydelsen/ })
        .last()
        .click()
      await page.waitForURL(/redigera=allt/)
      expect(await page.locator('main').textContent()).not.toContain('Mina slutord.')
    })
  })

  test('the whole is written as one text', async () => {
    await coordinator.step('opens it', async (page) => {
      await go(page.getByRole('link', { name: 'Redigera hela rapporten som en text' }))
      expect(await page.getByLabel('Rapportens text').inputValue()).toMatch(
        /^# Ett halvår \{#|^::siffror\{#/m
      )
      await coordinator.picture('handbok/bilder/rapport-text.png')
    })
    const text = (page: Page) => page.getByLabel('Rapportens text')
    await coordinator.step(
      'is told what line cannot be read',
      async (page) => {
        await text(page).fill(`${await text(page).inputValue()}\n::fantasier\n`)
        await page.getByRole('button', { name: 'Spara texten' }).click()
        await page.getByText(/^Rad \d+: Det finns inget avsnitt som heter så/).waitFor()
        expect(await text(page).inputValue()).toContain('::fantasier')
      },
      { refused: 422 }
    )
    await coordinator.step('mends it, and writes a new chapter', async (page) => {
      const mended = (await text(page).inputValue()).replace(/::fantasier\s*$/, '# Tack\n\nTill alla barn.\n')
      await text(page).fill(mended)
      await send(page, 'Spara texten')
      await page.getByText('Ett avsnitt är nytt.').waitFor()
    })
  })

  test('it is read through as its readers will see it', () =>
    coordinator.step('reads it through', async (page) => {
      await page.goto(`${report}?redigera=allt`)
      await page.getByRole('link', { name: 'Läs rapporten som läsarna ser den' }).click()
      await page.getByRole('heading', { level: 2, name: 'Tack' }).waitFor()
      expect(await page.locator('.controls, .workbench').count()).toBe(0)
      await page.getByRole('link', { name: 'Tillbaka till redigeringen' }).click()
      await page.locator('.workbench').waitFor()
    }))
})

describe('with the keyboard only', () => {
  const open = journeysIn(wide)
  test('a text is written, and its section moved', async () => {
    await openSmallPromise(open.kvarter)
    const coordinator = await open.journey()
    await begin(coordinator)
    const { page } = coordinator
    await coordinator.step('opens the text', () => press(page, 'Inledningen'))
    await coordinator.step('writes it', async () => {
      // One is in the text at once; its heading is a step back.
      await page.keyboard.type('Tre löften.')
      await tabTo(page, 'Rubrik', 'Shift+Tab')
      await page.keyboard.type('Ett halvår')
      await press(page, 'Klar')
    })
    await coordinator.step('moves it down', () => press(page, 'Flytta ner: Ett halvår'))
    await coordinator.step('finds it there', async () => {
      expect((await headings(page)).indexOf('Ett halvår')).toBe(1)
    })
  })

  test('what was written without a net is there when it is back', async () => {
    const coordinator = await open.journey()
    await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
    const { page } = coordinator
    await page.goto(`${report}?redigera=allt`)
    await go(controlsOf(page, 'Slutord').getByRole('link', { name: /^Skriv/ }))
    await coordinator.net(false)
    await page.getByLabel('Text', { exact: true }).fill('Skrivet på tåget.')
    await page.getByText('Ingen kontakt med Kvarter.').waitFor()
    await coordinator.net(true)
    await isSaved(page)
    await page.goto(report)
    expect(await page.locator('main').textContent()).toContain('Skrivet på tåget.')
  })
})
