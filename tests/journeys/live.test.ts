import { expect, test } from 'vitest'
import { journeysIn } from './opening.ts'
import { signInAs } from './signing-in.ts'
import { answerSmallPromise, openSmallPromise } from './small-promise.ts'

const open = journeysIn()

test('a round’s page follows what is sent in, with the focus where it was, and is not loaded anew', async () => {
  const place = await openSmallPromise(open.kvarter)
  const coordinator = await open.journey()
  await signInAs(coordinator, 'Samordnare, Exempelkvarteret')
  await coordinator.step('has the round open while partners answer', async (page) => {
    await page.goto(place.round)
    expect(await page.textContent('.sum')).not.toContain('Alla 3 svar är inne')
    await page.evaluate(() => Object.assign(window, { stayed: true }))
    const party = page.locator('#laget tbody th a').first()
    await party.focus()
    await answerSmallPromise(open.kvarter, place.link)
    await page.getByText('Alla 3 svar är inne').waitFor()
    expect(await party.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
  })
  await coordinator.end()
})
