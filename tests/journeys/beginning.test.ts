import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Journey } from './journey.ts'
import { linkFor } from './links.ts'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { ways } from './ways.ts'
import { go, send, write } from './writing.ts'

const place = '/samverkan/medborgarlofte-kvarnby'
const organisations = [
  { name: 'Kvarnby kommun', kind: 'Förvaltning' },
  { name: 'Kvarnbyskolan', kind: 'Skola' },
  { name: 'Kvarnby bostäder', kind: 'Bostadsbolag' }
]
const commitments = [
  {
    title: 'Frukost före första lektionen',
    by: 'Kvarnbyskolan',
    value: '5',
    unit: 'frukostar',
    per: 'i veckan'
  },
  { title: 'Läxhjälp i biblioteket', by: 'Kvarnbyskolan', value: '2', unit: 'kvällar', per: 'i veckan' },
  {
    title: 'Ljus i alla portar',
    by: 'Kvarnby bostäder',
    value: '40',
    unit: 'portar',
    per: 'under hela tiden'
  }
]
const day = (fromToday: number): string =>
  new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10)

describe.each(ways)('a small promise is set up from nothing, $name', (way) => {
  const open = journeysIn(way)
  let administrator: Journey
  let resident: Journey

  beforeAll(async () => {
    ;[administrator, resident] = await Promise.all([open.journey(), open.journey()])
  })

  test('the organisations and the area are written down', async () => {
    await signInAs(administrator, 'Administratör')
    for (const { name, kind } of organisations)
      await administrator.step(`adds ${name}`, async (page) => {
        await page.goto('/aktorer')
        await go(page.getByRole('link', { name: 'Lägg till en aktör' }))
        await write(page, { name, kind })
        await send(page, 'Lägg till aktören')
        await page.getByRole('heading', { level: 1, name }).waitFor()
      })
    await administrator.step('adds the area', async (page) => {
      await page.goto('/omraden')
      await go(page.getByRole('link', { name: 'Lägg till ett område' }))
      await write(page, { name: 'Kvarnby', kind: 'Område', parent_ids: 'Exempelstaden' })
      await send(page, 'Lägg till området')
      await page.getByRole('heading', { level: 1, name: 'Kvarnby' }).waitFor()
    })
  })

  test('days out of order are refused at their place, and the rest is kept', async () => {
    await administrator.step('begins a collaboration', async (page) => {
      await page.goto('/samverkan')
      await go(page.getByRole('link', { name: 'Ny samverkan' }))
      await write(page, {
        name: 'Medborgarlöfte Kvarnby',
        kind_id: 'Medborgarlöfte',
        main_area_id: 'Kvarnby',
        authority_id: 'Kvarnby kommun',
        purpose: 'Att barn i Kvarnby trivs i skolan och hemma.',
        from_day: day(200),
        to_day: day(-200)
      })
      await page.locator('h1').scrollIntoViewIfNeeded()
      await administrator.picture('handbok/bilder/ny-samverkan.png')
    })
    await administrator.step('is told about the days', (page) => send(page, 'Lägg till samverkan'), {
      refused: 422
    })
    await administrator.step('puts them in order', async (page) => {
      await page.locator('#fel').waitFor()
      expect(await page.locator('[name=name]').inputValue()).toBe('Medborgarlöfte Kvarnby')
      await write(page, { from_day: day(-200), to_day: day(200) })
      await send(page, 'Lägg till samverkan')
      await page.getByRole('heading', { level: 1, name: 'Medborgarlöfte Kvarnby' }).waitFor()
      expect(new URL(page.url()).pathname).toBe(place)
    })
  })

  test('the plan gets a focus area, and the parties are added with whom to ask', async () => {
    await administrator.step('opens the plan', (page) =>
      go(page.getByRole('link', { name: 'Lägg till i planen' }))
    )
    await administrator.step('adds a focus area', async (page) => {
      await write(page, { title: 'Skola och hem', kind: 'fokusområde' })
      await send(page, 'Spara')
      await page.getByRole('heading', { name: 'Skola och hem' }).first().waitFor()
    })
    for (const name of ['Kvarnbyskolan', 'Kvarnby bostäder'])
      await administrator.step(`adds ${name} as a party`, async (page) => {
        await page.goto(`${place}/parter`)
        await go(page.getByRole('link', { name: 'Lägg till part' }))
        await write(page, {
          organisation_id: name,
          role: 'part',
          contact_name: 'Kontakt för löftet',
          contact_mail: `kontakt@${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.example`
        })
        await send(page, 'Spara')
        await page.getByRole('link', { name, exact: true }).first().waitFor()
      })
  })

  test.each(commitments)('"$title" is promised and agreed', async ({ title, by, value, unit, per }) => {
    await administrator.step('writes it down', async (page) => {
      await page.goto(place)
      await go(page.getByRole('link', { name: 'Lägg till dellöfte' }))
      await write(page, {
        title,
        wording: `${title}, så länge löftet gäller.`,
        organisation_id: by,
        target_qualifier: 'minst',
        target_value: value,
        target_unit: unit,
        target_per: per,
        main_objective_id: 'Skola och hem'
      })
      await page.getByRole('heading', { name: 'Var?' }).click()
      await page.getByRole('group', { name: 'Områden' }).getByLabel('Kvarnby', { exact: true }).check()
      await page.locator('h1').scrollIntoViewIfNeeded()
      await administrator.picture('handbok/bilder/nytt-lofte.png')
      await send(page, 'Spara')
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      expect(await page.textContent('main')).toContain(`minst ${value} ${unit} ${per}`)
    })
    await administrator.step('agrees it', async (page) => {
      await go(page.getByRole('link', { name: 'Ändra: Läge' }))
      await write(page, { stage: 'bestämt' })
      await send(page, 'Spara')
      expect(await page.locator('#lage').textContent()).toContain('bestämt')
    })
  })

  test('it is opened for everybody', async () => {
    await administrator.step('says that it goes on', async (page) => {
      await page.goto(`${place}?redigera=lage#lage`)
      await write(page, { lifecycle: 'Pågår' })
      await send(page, 'Spara')
    })
    await resident.step('a resident does not see it yet', (page) => page.goto(place), { refused: 404 })
    await administrator.step('lets everybody see it', async (page) => {
      await page.goto(`${place}?redigera=synlighet#synlighet`)
      await write(page, { reach: 'Alla kan se' })
      await send(page, 'Spara')
    })
    await resident.step('a resident sees three houses', async (page) => {
      await page.goto(place)
      for (const { title } of commitments) expect(await page.textContent('main')).toContain(title)
      expect(await page.textContent('main')).not.toContain('@kvarnby')
    })
  })

  test('a round asks the two parties, each by a link of its own', async () => {
    await administrator.step('prepares a round', async (page) => {
      await page.goto(place)
      await go(page.getByRole('link', { name: 'Uppföljningar' }))
      await go(page.getByRole('link', { name: 'Förbered en omgång' }))
      await write(page, {
        name: 'Första uppföljningen',
        from_day: day(-200),
        to_day: day(0),
        due_on: day(14)
      })
      await send(page, 'Förbered')
      await page.getByRole('heading', { level: 1, name: 'Förbered Första uppföljningen' }).waitFor()
    })
    await administrator.step('opens it', async (page) => {
      await send(page, 'Öppna nu och mejla 2 personer')
      await page.getByRole('heading', { level: 1, name: 'Första uppföljningen' }).waitFor()
    })
    const link = await linkFor(open.kvarter, 'kvarnbyskolan', 'medborgarlofte-kvarnby')
    await resident.step('the school opens its link', async (page) => {
      await page.goto(link)
      expect(await page.textContent('main')).toContain('Läxhjälp i biblioteket')
      expect(await page.textContent('main')).not.toContain('Ljus i alla portar')
    })
  })

  test('the follow-up is composed and published', async () => {
    await administrator.step('begins a report', async (page) => {
      await page.goto(place)
      await go(page.getByRole('link', { name: 'Ny rapport' }))
      await write(page, { title: 'Så går det i Kvarnby', slug: 'sa-gar-det-i-kvarnby' })
      await send(page, 'Gör ett utkast')
      await page.getByRole('heading', { level: 1, name: 'Så går det i Kvarnby' }).waitFor()
    })
    await resident.step('it is not to be read yet', (page) => page.goto('/rapporter/sa-gar-det-i-kvarnby'), {
      refused: 404
    })
    await administrator.step('looks at what will be published', (page) =>
      go(page.getByRole('link', { name: 'Publicera utan beslut' }))
    )
    await administrator.step('publishes it', (page) => send(page, 'Publicera utgåva 1'))
    await resident.step('a resident reads it', async (page) => {
      await page.goto('/rapporter')
      await go(page.getByRole('link', { name: 'Så går det i Kvarnby' }))
      expect(await page.textContent('main')).toContain('Ljus i alla portar')
    })
  })

  afterAll(() => Promise.all([administrator?.end(), resident?.end()]))
})
