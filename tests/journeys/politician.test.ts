import { expect, test } from 'vitest'
import { claimsOf } from '../papers/pdf-file.ts'
import { press } from './keys.ts'
import { journeysIn } from './opening.ts'
import { said } from './partner.ts'
import { signInAs } from './signing-in.ts'
import { ways } from './ways.ts'
import { go } from './writing.ts'

const open = journeysIn()
const title = 'Exempelkvarteret våren 2026 på en sida'

test.each(ways)('a politician reads the one page and what was decided of it, $name', async (way) => {
  const politician = await open.journey(way)
  await signInAs(politician, 'Förtroendevald')
  // By the keyboard alone, but on a phone.
  const follow = (name: string) =>
    way.width < 600 ? go(politician.page.getByRole('link', { name })) : press(politician.page, name)
  await politician.step('finds it among the reports', async (page) => {
    await page.goto('/rapporter')
    await follow(title)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  })
  await politician.step('reads what is proposed, and what was decided', async (page) => {
    await page.getByRole('heading', { level: 2, name: 'Förslag till beslut' }).waitFor()
    const text = await said(page)
    for (const words of ['68 av 86', '§ 57', 'EX 2026-0031'])
      expect(text.replaceAll('\u00a0', ' ')).toContain(words)
  })
  await politician.end()
})

test('and has it on a sheet of paper', async () => {
  const response = await fetch(`${open.kvarter.origin}/rapporter/exempelkvarteret-pa-en-sida.pdf`)
  const pdf = Buffer.from(await response.arrayBuffer())
  expect(claimsOf(pdf)).toMatchObject({ isTagged: true, accessible: '1', language: 'sv' })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
})
