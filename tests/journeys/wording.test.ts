import { beforeAll, describe, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { linkFor } from './links.ts'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { answerSmallPromise, openSmallPromise, promised } from './small-promise.ts'
import { phone, plain } from './ways.ts'
import { go } from './writing.ts'

const here = '/samverkan/exempelkvarteret'
const invited = ['Exempelskolan', 'Påhittade Fastigheter']
const rooms = 'Billiga lokaler för nya företag'
const homework = 'Läxhjälp två kvällar i veckan'
/** The last of all rounds, whatever day it is. */
const due = new Date(Date.now() + 500 * 86_400_000).toISOString().slice(0, 10)

describe.each([phone, plain])('parties word their promises, $name', (way) => {
  const open = journeysIn(way)
  let coordinator: Journey
  let partner: Journey
  let link: string
  let round: string

  beforeAll(async () => {
    ;[coordinator, partner] = await Promise.all([open.journey(), open.journey()])
  })

  test('the coordinator invites two of them', async () => {
    await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
    await coordinator.step('comes from the collaboration’s page', async (page) => {
      await page.goto(here)
      await page.getByRole('link', { name: 'Låt parterna formulera dellöftena' }).click()
      await page.getByRole('heading', { level: 1, name: 'Låt parterna formulera' }).waitFor()
    })
    await coordinator.step('sends the invitation', async (page) => {
      for (const box of await page.locator('input[name=organisation_ids]').all()) {
        const label = await box.evaluate((input) => input.closest('label, .choice, div')?.textContent ?? '')
        if (!invited.some((name) => label.includes(name))) await box.uncheck()
      }
      await page.locator('[name=due_on]').fill(due)
      await page.getByRole('button', { name: 'Skicka inbjudan' }).click()
      await page.getByText('Ingen part har skickat in något än').waitFor()
      expect(await page.textContent('main')).toContain('Formulera dellöften')
      round = new URL(page.url()).pathname
    })
    link = await linkFor(open.kvarter, 'pahittade-fastigheter', 'exempelkvarteret')
  })

  test('a party mends what is proposed', async () => {
    await partner.step('opens the link', async (page) => {
      await page.goto(link)
      expect(await page.textContent('h1')).toContain('Påhittade Fastigheter skriver sina dellöften')
      const words = await page.textContent('main')
      expect(words).toContain('Skriv senast')
      expect(words).not.toContain('Gäller')
      expect(await page.getByRole('link', { name: rooms }).textContent()).toContain(
        'föreslaget sedan tidigare'
      )
    })
    await partner.step('opens the one that stands', (page) => go(page.getByRole('link', { name: rooms })))
    await partner.step('says when, and goes on', async (page) => {
      expect(await page.getByLabel('Vad lovar ni?').inputValue()).toBe(rooms)
      await page.getByLabel('Så ska det stå').fill('Tre lokaler hyrs ut till halva hyran det första året.')
      await page.getByLabel('När ska det vara gjort?').fill('2027-06-30')
      await page.getByRole('button', { name: 'Spara och gå vidare' }).click()
      await page.getByRole('link', { name: 'Gå igenom och skicka in (1)' }).waitFor()
    })
  })

  test('and writes one more, with what is alike nearby beside it', async () => {
    await partner.step('begins another', async (page) => {
      await page.getByRole('button', { name: 'Skriv ett till' }).click()
      await page.getByRole('heading', { level: 1, name: 'Nytt dellöfte' }).waitFor()
      expect(await page.getByText('Liknande i närheten').count()).toBe(0)
    })
    await partner.step('writes what they promise', async (page) => {
      await page.getByLabel('Vad lovar ni?').fill(homework)
      await page.getByLabel('Så ska det stå').fill('Vi håller läxhjälp öppen tisdag och torsdag.')
      if (!way.scripts) await page.getByRole('button', { name: 'Spara', exact: true }).click()
      await page.getByRole('link', { name: 'Läxhjälp på biblioteket två kvällar i veckan' }).waitFor()
    })
    await partner.step('sends in both', async (page) => {
      await page.getByLabel('Hur vet vi att det blev av?').fill('Vi räknar kvällarna.')
      await page.getByRole('button', { name: 'Spara och gå vidare' }).click()
      await page.getByRole('link', { name: 'Gå igenom och skicka in (2)' }).click()
      await page.getByText('blir texten en allmän handling').waitFor()
      await page.getByRole('button', { name: 'Skicka in' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tack, det är inskickat' }).waitFor()
    })
  })

  test('the coordinator accepts one and returns the other', async () => {
    await coordinator.step('sees that one party has sent something', async (page) => {
      await page.goto(round)
      expect(await page.textContent('.sum')).toContain('1 av 2 parter har skickat in något')
      await page.getByRole('link', { name: 'Läs 2 nya svar' }).click()
      await page.getByRole('heading', { level: 1, name: rooms }).waitFor()
    })
    await coordinator.step('reads it beside what stands, and accepts it', async (page) => {
      const words = await page.textContent('main')
      expect(words).toContain('halva hyran')
      expect(words).toContain('Så står det nu')
      expect(words).toContain('30 juni 2027')
      await page.getByRole('button', { name: 'Godkänn som förslag och läs nästa' }).click()
      await page.getByRole('heading', { level: 1, name: homework }).waitFor()
    })
    await coordinator.step('asks about the other', async (page) => {
      expect(await page.textContent('main')).toContain('Liknande i närheten')
      await page.getByLabel('Vad behöver parten svara på?').fill('Till när?')
      await page.getByRole('button', { name: 'Skicka tillbaka' }).click()
      await page.getByRole('heading', { level: 1, name: 'Dellöften' }).waitFor()
    })
  })

  test('the party answers, and it is agreed by one press', async () => {
    await partner.step('sees the question', async (page) => {
      await page.goto(link)
      expect(await page.getByRole('link', { name: rooms }).textContent()).toContain('godkänt som förslag')
      await go(page.getByRole('link', { name: homework }))
      expect(await page.textContent('main')).toContain('Till när?')
      await page.getByLabel('När ska det vara gjort?').fill('2027-12-20')
      await go(page.getByRole('button', { name: 'Spara och gå vidare' }))
      await page.getByRole('link', { name: 'Gå igenom och skicka in (1)' }).click()
      await page.getByRole('button', { name: 'Skicka in' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tack, det är inskickat' }).waitFor()
    })
    await coordinator.step('accepts it', async (page) => {
      await page.goto(round)
      await go(page.getByRole('link', { name: 'Läs ett nytt svar' }))
      await go(page.getByRole('button', { name: 'Godkänn som förslag' }))
      await page.goto(here)
      await go(page.getByRole('button', { name: /föreslagna som bestämda$/ }))
      await page.goto(`${here}/insatser`)
    })
  })

  test('after that its words are changed for a reason only', async () => {
    const { number } = await open.kvarter.db
      .selectFrom('commitment')
      .innerJoin('collaboration', 'collaboration.id', 'commitment.collaboration_id')
      .select('commitment.number')
      .where('collaboration.slug', '=', 'exempelkvarteret')
      .where('commitment.title', '=', homework)
      .where('commitment.stage', '=', 'agreed')
      .executeTakeFirstOrThrow()
    await coordinator.step('opens its words', (page) =>
      page.goto(`${here}/insatser/${number}?redigera=ord#ord`)
    )
    await coordinator.step(
      'gives no reason',
      async (page) => {
        await page.locator('[name=wording]').fill('Vi håller läxhjälp öppen torsdagar.')
        await page.getByRole('button', { name: 'Spara', exact: true }).click()
        await page.locator('#reason-error').waitFor()
      },
      { refused: 422 }
    )
    await coordinator.step('gives one', async (page) => {
      await page.getByLabel('Varför ändras löftet?').fill('Biblioteket stänger tidigare.')
      await page.getByRole('button', { name: 'Spara', exact: true }).click()
      await page.getByText('Vi håller läxhjälp öppen torsdagar.').first().waitFor()
      expect(await page.textContent('main')).toContain('Biblioteket stänger tidigare.')
    })
  })
})

describe.each([phone, plain])('a party tells something between the rounds, $name', (way) => {
  const open = journeysIn(way)
  const [breakfast = ''] = promised
  let coordinator: Journey
  let partner: Journey
  let place: Awaited<ReturnType<typeof openSmallPromise>>

  beforeAll(async () => {
    place = await openSmallPromise(open.kvarter)
    await answerSmallPromise(open.kvarter, place.link)
    ;[coordinator, partner] = await Promise.all([open.journey(), open.journey()])
  })

  test('when its answer is accepted it can tell more, by the link it has', async () => {
    await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
    await coordinator.step('accepts an answer', async (page) => {
      await page.goto(place.round)
      await go(page.getByRole('link', { name: 'Läs 3 nya svar' }))
      await go(page.getByRole('button', { name: 'Godkänn och läs nästa' }))
    })
    await partner.step('opens what was answered', async (page) => {
      await page.goto(place.link)
      await page.getByRole('link', { name: breakfast }).click()
      await page.getByText('Svaret är godkänt').waitFor()
    })
    await partner.step('wants to tell more', async (page) => {
      await page.getByRole('button', { name: 'Berätta något nytt' }).click()
      await page.getByText('Ni kan svara när som helst').waitFor()
      expect(await page.textContent('main')).not.toContain('svara senast')
      expect(await page.textContent('main')).toContain('Förra svaret')
    })
    await partner.step('tells it and sends it in', async (page) => {
      await page.locator('input[value=fully]').check()
      await page.getByLabel('Vad har ni gjort?').fill('Nu är det frukost också på lovet.')
      await page.getByRole('button', { name: 'Spara och gå igenom allt' }).click()
      await page.getByRole('button', { name: 'Skicka in svaret' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tack, svaren är inskickade' }).waitFor()
    })
  })

  test('the coordinator reads it as any other', async () => {
    await coordinator.step('finds where such answers are', async (page) => {
      await page.goto(`${place.page}/omgangar`)
      await page.getByRole('link', { name: 'Svar utanför omgångarna' }).click()
      await page.getByRole('heading', { level: 1, name: 'Svar utanför omgångarna' }).waitFor()
      expect(await page.textContent('main')).not.toContain('Sista dag')
    })
    await coordinator.step('accepts it', async (page) => {
      await go(page.getByRole('link', { name: 'Läs ett nytt svar' }))
      expect(await page.textContent('main')).toContain('frukost också på lovet')
      await go(page.getByRole('button', { name: 'Godkänn', exact: true }))
    })
    await partner.step('sees it on the public page', async (page) => {
      await page.goto(`${place.page}/insatser/1`)
      expect(await page.textContent('main')).toContain('frukost också på lovet')
    })
  })
})
