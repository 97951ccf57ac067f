import { expect, test } from 'vitest'
import { claimsOf } from '../papers/pdf-file.ts'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { phone } from './ways.ts'

const open = journeysIn(phone)
const title = 'Exempelkvarteret våren 2026 på en sida'

test('a politician reads the one page, what was decided of it, and has it on a sheet of paper', async () => {
  const politician = await open.journey()
  await signInAs(politician, 'Förtroendevald')
  await politician.step('finds it among the reports', async (page) => {
    await page.goto('/rapporter')
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  })
  await politician.step('reads what is proposed, and what was decided', async (page) => {
    await page.getByRole('heading', { level: 2, name: 'Förslag till beslut' }).waitFor()
    const text = (await page.textContent('main')) ?? ''
    for (const said of ['68 av 86', '§ 57', 'EX 2026-0031']) expect(text).toContain(said)
  })
  const response = await politician.page.request.get('/rapporter/exempelkvarteret-pa-en-sida.pdf')
  const pdf = await response.body()
  expect(claimsOf(pdf)).toMatchObject({ isTagged: true, accessible: '1', language: 'sv' })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  await politician.end()
})
