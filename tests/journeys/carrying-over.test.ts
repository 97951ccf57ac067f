import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { linkFor } from './links.ts'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { phone, plain, wide } from './ways.ts'
import { go, send, write } from './writing.ts'

const here = '/samverkan/exempelkvarteret'
const successor = 'nasta-lofte-exempelkvarteret'
const next = `/samverkan/${successor}`
/** For a hundred, where most go on, beside the typing. */
const mostPresses = 60

const changed = { title: 'Mattestuga varje lördag', wording: 'Mattestugan är öppen varje lördag.' }
const concrete = {
  wording: 'Fritidsgården är öppen alla vardagskvällar till klockan 21.',
  target_group: 'Unga 12–18 år',
  to_day: '2028-12-31',
  target_value: '200',
  target_unit: 'kvällar'
}
const because = 'Det är gjort, och behövs inte längre.'

/** In the form of the one that is open. */
async function writeChoice(page: Page, words: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(words))
    await page.locator(`.carry-form [name=${name}]`).fill(text)
}

describe.each([plain, phone])('a hundred promises go on into the next period, $name', (way) => {
  const open = journeysIn(way)
  let coordinator: Journey
  let partner: Journey
  let presses = 0
  beforeAll(async () => {
    ;[coordinator, partner] = await Promise.all([open.journey(), open.journey()])
    await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
  })
  afterAll(() => Promise.all([coordinator?.end(), partner?.end()]))

  const press = async (what: Locator) => {
    await go(what)
    presses += 1
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
  const show = (page: Page, name: string) =>
    press(page.getByRole('navigation', { name: 'Visa' }).getByRole('link', { name: new RegExp(`^${name} `) }))
  const says = async (page: Page, words: string | RegExp) =>
    expect(await page.textContent('main')).toMatch(new RegExp(words))
  /** What waits on the page, by number. */
  const waiting = (page: Page) =>
    page
      .locator('.carry-list > li:has(.carry-buttons)')
      .evaluateAll((items) => items.map(({ id }) => Number(id.replace('nummer-', ''))))
  const fill = async (page: Page, choice: string, number: number, words: Record<string, string>) => {
    await press(link(page, `${choice} nummer ${number}`))
    await writeChoice(page, words)
    await press(button(page, 'Spara valet'))
  }

  test('the next period begins with the parties and the plan of this one', async () => {
    await coordinator.step('opens the way on', async (page) => {
      await page.goto(here)
      await press(link(page, 'För över till nästa period'))
      await link(page, 'Löftet för Exempelkvarteret 2028–2029').waitFor()
    })
    await coordinator.step(
      'forgets its name',
      async (page) => {
        await send(page, 'Skapa och gå vidare')
        await page.locator('#name-error').waitFor()
      },
      { refused: 422 }
    )
    await coordinator.step('begins one of their own', async (page) => {
      await write(page, {
        name: 'Nästa löfte Exempelkvarteret',
        from_day: '2028-01-01',
        to_day: '2029-12-31'
      })
      await press(button(page, 'Skapa och gå vidare'))
      await says(page, '100 att ta ställning till, av 100 dellöften')
    })
  })

  test('most go on; some are changed, made concrete or ended with their reasons', async () => {
    await coordinator.step(
      'wants to end one without saying why',
      async (page) => {
        await show(page, 'Genomförda')
        expect((await waiting(page)).length).toBeGreaterThan(60)
        await press(link(page, 'Avsluta nummer 12'))
        await press(button(page, 'Spara valet'))
        await page.locator('#reason-error').waitFor()
      },
      { refused: 422 }
    )
    await coordinator.step('says why, and changes others', async (page) => {
      await writeChoice(page, { reason: because })
      await press(button(page, 'Spara valet'))
      for (const number of [8, 16, 28]) await fill(page, 'Avsluta', number, { reason: because })
      await fill(page, 'Ändra', 14, changed)
      for (const number of [21, 22, 25]) await fill(page, 'Gör mer konkret', number, concrete)
      await page.getByText('Fortsätter, mer konkret').first().waitFor()
    })
    await coordinator.step('lets the rest go on, and undoes one', async (page) => {
      await press(page.getByRole('button', { name: /^Fortsätt alla \d+$/ }))
      await says(page, /Valet är sparat för \d+ dellöften/)
      await press(button(page, 'Ångra nummer 2'))
      await press(button(page, 'Fortsätt nummer 2'))
    })
  })

  test('parties are asked of what nobody has answered', () =>
    coordinator.step('asks', async (page) => {
      await show(page, 'Utan svar')
      await press(page.getByRole('button', { name: /^Fråga parterna om alla \d+$/ }))
      await page.getByRole('heading', { name: 'Fråga parterna', exact: true }).waitFor()
      await press(button(page, 'Skicka frågan till parterna'))
      await says(page, 'Parten har fått frågan')
    }))

  test('what is left is chosen one after the other, by the keyboard where there is one', async () => {
    await coordinator.step('goes through them', async (page) => {
      await show(page, 'Kvar att välja')
      const [first = 0, second = 0, ...rest] = await waiting(page)
      await press(button(page, `Fortsätt nummer ${first}`))
      // One has come to the next: its first button is one step on.
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => document.activeElement?.textContent)
      expect(focused?.replace(/\s+/g, ' ').trim()).toBe(`Fortsätt nummer ${second}`)
      await page.keyboard.press('Enter')
      await page.waitForURL(new RegExp(`valt=${second}`))
      presses += 3
      for (const number of rest) await press(button(page, `Fortsätt nummer ${number}`))
      await says(page, 'Alla 100 dellöften har fått ett val')
    })
  })

  test('all of it is carried over by a press, with no more presses than sixty', async () => {
    await coordinator.step('carries over', async (page) => {
      await press(page.getByRole('button', { name: /^För över \d+ dellöften, avsluta 4$/ }))
      await says(page, /Inlagda som förslag: \d+\. Avslutade: 4\./)
      await says(page, 'Inget väntar på att föras över')
    })
    process.stdout.write(`A hundred carried over: ${presses} presses.\n`)
    expect(presses).toBeLessThanOrEqual(mostPresses)
  })

  test('what became of it is read from both sides by anybody it reaches', async () => {
    await coordinator.step('opens the new period', async (page) => {
      await page.goto(`${next}`)
      await says(
        page,
        /Från Medborgarlöfte Exempelkvarteret:\s+\d+ dellöften fortsätter, 3 har gjorts mer konkreta, 1 har ändrats och 4 avslutades/
      )
    })
    await coordinator.step('reads how it went before', async (page) => {
      await page.goto(`${here}/insatser/21`)
      await says(page, 'Fortsätter, mer konkret, som')
      await page.getByRole('region', { name: 'Vad hände sedan?' }).getByRole('link').first().click()
      await page.getByRole('heading', { name: 'Så gick det förra perioden' }).waitFor()
      await says(page, 'minst 200 kvällar under hela tiden')
    })
    await partner.step('reads why one ended', async (page) => {
      await page.goto(`${here}/insatser/12`)
      await says(page, because)
    })
    await partner.step('is not told what is not open yet', async (page) => {
      await page.goto(`${here}/insatser/21`)
      expect(await page.textContent('main')).not.toContain('Vad hände sedan?')
    })
  })

  test('a party answers, and its answer is the choice', async () => {
    await partner.step('opens its link', async (page) => {
      await page.goto(await linkFor(open.kvarter, 'exempelhandlarna', successor))
      await page.getByRole('link', { name: 'Veckans ord i skyltfönstren' }).click()
      await page.getByRole('group', { name: 'Fortsätter det nästa period?' }).waitFor()
    })
    await partner.step('words it anew and sends it in', async (page) => {
      await page.getByLabel('Ja', { exact: true }).check()
      await page.getByLabel('Så ska det stå').fill('Tolv butiker byter ord varje måndag.')
      await send(page, 'Spara och gå vidare')
      await page.getByRole('link', { name: /^Gå igenom och skicka in/ }).click()
      await send(page, 'Skicka in')
      await page.getByRole('heading', { level: 1, name: 'Tack, det är inskickat' }).waitFor()
    })
    await coordinator.step('reads it where it was asked', async (page) => {
      await page.goto(`${here}/for-over/${successor}`)
      await go(link(page, 'Läs svaret nummer 17'))
      await says(page, 'Svaret handlar om vad som ska hända med')
      await send(page, 'Godkänn svaret')
    })
    await coordinator.step('finds it chosen, and carries it over', async (page) => {
      await page.goto(`${here}/for-over/${successor}`)
      await says(page, 'Tolv butiker byter ord varje måndag')
      await send(page, 'För över 1 dellöfte')
      await says(page, 'Inlagda som förslag: 1')
    })
  })
})

describe('where two choose at once', () => {
  const open = journeysIn(wide)
  const place = `${here}/for-over/exempelkvarteret-2028-2029`
  let first: Journey
  let second: Journey
  beforeAll(async () => {
    ;[first, second] = await Promise.all([open.journey(), open.journey()])
    await signInAs(first, 'Samordnare, Exempelkvarteret')
    await signInAs(second, 'Samordnare, Exempelkvarteret')
  })
  afterAll(() => Promise.all([first?.end(), second?.end()]))

  test('the one who comes after sees the other’s choice, and keeps what they wrote', async () => {
    await second.step('opens the form to end one', (page) => page.goto(`${place}?oppna=60&som=end#nummer-60`))
    await first.step('lets it go on', async (page) => {
      await page.goto(place)
      await go(page.getByRole('button', { name: 'Fortsätt nummer 60' }))
    })
    await second.step(
      'saves a reason',
      async (page) => {
        await writeChoice(page, { reason: 'Ingen kom.' })
        await send(page, 'Spara valet')
        expect(await page.textContent('main')).toContain('Någon annan hann välja')
        expect(await page.locator('.carry-form [name=reason]').inputValue()).toBe('Ingen kom.')
      },
      { refused: 409 }
    )
    await second.step('saves it all the same', async (page) => {
      await send(page, 'Spara valet')
      expect(await page.locator('#nummer-60').textContent()).toContain('Avslutas. Skäl:')
    })
  })

  test('what the new plan has no place for is asked before it is carried over', async () => {
    await first.step('chooses one that is of the old plan alone', async (page) => {
      await page.goto(place)
      await go(page.getByRole('button', { name: 'Fortsätt nummer 91' }))
    })
    await first.step(
      'carries over without saying where',
      async (page) => {
        await page.getByRole('button', { name: /^För över \d+ dellöften/ }).click()
        await page.getByText('Var ska Arbete och egen försörjning höra hemma?').first().waitFor()
      },
      { refused: 422 }
    )
    await first.step('says where', async (page) => {
      await page
        .getByLabel('Var ska Arbete och egen försörjning höra hemma?')
        .selectOption({ label: 'Jobb och utbildning' })
      await page.getByRole('button', { name: /^För över \d+ dellöften/ }).click()
      await page.getByText('Inlagda som förslag').waitFor()
    })
  })
})
