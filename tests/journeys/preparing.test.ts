import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { ways } from './ways.ts'
import { go, send, write } from './writing.ts'

const place = '/samverkan/exempelkvarteret/omgangar'
const round = `${place}/hela-aret`
const school = 'Exempelskolan'

describe.each(ways)('a round is prepared, and opened, $name', (way) => {
  const open = journeysIn(way)
  let first: Journey
  let second: Journey
  beforeAll(async () => {
    ;[first, second] = await Promise.all([open.journey(), open.journey()])
    await signInAs(first, 'Samordnare, Exempelkvarteret')
    await signInAs(second, 'Samordnare, Exempelkvarteret')
  })
  afterAll(() => Promise.all([first?.end(), second?.end()]))
  const text = (of: Journey) => of.page.textContent('main')

  test('it has its times from the start, and they are checked', async () => {
    await first.step('says when', async (page) => {
      await page.goto(`${place}/ny`)
      await write(page, { name: 'Hela året', due_on: '2099-01-15' })
      await send(page, 'Förbered')
      await page.getByRole('heading', { level: 1, name: 'Förbered Hela året' }).waitFor()
    })
    await second.step('goes to change it', (page) => page.goto(`${round}/forbered?redigera=nar#nar`))
    await first.step('gives it another last day', async (page) => {
      await page.goto(`${round}/forbered?redigera=nar#nar`)
      await write(page, { due_on: '2099-02-15' })
      await send(page, 'Spara')
      expect(await text(first)).toContain('15 februari 2099')
    })
    await second.step(
      'has both days before them',
      async (page) => {
        await write(page, { due_on: '2099-03-15' })
        await send(page, 'Spara')
        expect(await page.locator('#keep_due_on').textContent()).toContain('2099-02-15')
      },
      { refused: 409 }
    )
    await first.step(
      'can’t open it yesterday',
      async (page) => {
        await page.goto(`${round}/forbered?redigera=nar#nar`)
        await write(page, { opens_on: '2020-01-01', opens_clock: 'åtta' })
        await send(page, 'Spara')
        expect(await page.locator('#opens_clock-error').textContent()).toContain('08.00')
      },
      { refused: 422 }
    )
  })

  test('it asks one question more', async () => {
    await first.step('writes it', async (page) => {
      await page.goto(`${round}/fragor?redigera=ny#ny`)
      await write(page, {
        label: 'Vilken dag passar bäst?',
        type: 'välj ett svar',
        options: 'Måndag\nTorsdag'
      })
      await send(page, 'Lägg till frågan')
      expect(await text(first)).toContain('Måndag / Torsdag')
    })
    await first.step('moves it up', async (page) => {
      await go(page.getByRole('button', { name: 'Flytta upp frågan Vilken dag passar bäst?' }))
      expect(await page.locator('#niva-party + p + ul').textContent()).toMatch(/Vilken dag.*Har ni gjort/s)
    })
  })

  test('what is missing is mended where it is seen', async () => {
    await first.step('takes the school’s contact away', async (page) => {
      await page.goto(`${round}/forbered/exempelskolan`)
      await send(page, 'Ta bort Kontakt för medborgarlöftet, Exempelskolan')
    })
    await first.step('sees that nobody is left to mail', async (page) => {
      await page.goto(`${round}/forbered`)
      expect(await text(first)).toContain('En part behöver ses över')
      expect(await page.locator('tbody tr').first().textContent()).toContain(school)
    })
    await first.step('adds somebody', async (page) => {
      const row = page.locator('tbody tr').first()
      await row.getByText('Lägg till någon').click()
      await row.getByLabel('Namn eller roll').fill('Rektorn')
      await row.getByLabel('Mejladress').fill('rektorn@exempelskolan.example')
      await go(row.getByRole('button', { name: 'Lägg till' }))
      expect(await text(first)).not.toContain('En part behöver ses över')
    })
  })

  test('it is seen as the party will see it, and nothing is kept', async () => {
    await first.step('looks at the list', async (page) => {
      await page.goto(`${round}/forhandsvisning/exempelskolan`)
      expect(await text(first)).toContain('Svara för Exempelskolan')
    })
    await first.step('writes in the form', async (page) => {
      await go(page.getByRole('link', { name: 'Börja svara' }))
      await write(page, { done: 'Bara på prov' })
      await send(page, 'Spara och gå till nästa')
      await page.goBack()
      await page.reload()
      expect(await page.locator('[name=done]').inputValue()).toBe('')
    })
  })

  test('it opens, and is changed afterwards', async () => {
    await first.step('opens it', async (page) => {
      await page.goto(`${round}/forbered`)
      await send(page, 'Öppna nu och mejla 13 personer')
      await page.getByRole('heading', { level: 1, name: 'Hela året' }).waitFor()
    })
    await first.step('gives the school longer', async (page) => {
      await page.goto(`${round}/forbered/exempelskolan`)
      await write(page, { due_on: '2099-04-01' })
      await send(page, 'Spara dagen')
      expect(await text(first)).toContain('1 april 2099')
    })
    await first.step('exempts one promise, and hands another to the library', async (page) => {
      await page.getByText('Undanta eller lämna över').first().click()
      await go(page.getByRole('button', { name: 'Undanta', exact: true }).first())
      expect(await text(first)).toContain('Undantagen')
      await page.getByText('Undanta eller lämna över').first().click()
      await page.getByLabel('Vem svarar i stället?').first().selectOption({ label: 'Exempelbiblioteket' })
      await go(page.getByRole('button', { name: 'Lämna över' }).first())
      expect(await text(first)).toContain('Lämnades över till Exempelbiblioteket')
    })
  })
})
