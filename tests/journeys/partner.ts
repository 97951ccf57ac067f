import type { Page } from 'playwright-core'
import type { Journey } from './journey.ts'
import { send, write } from './writing.ts'

/** What the coordinator asks besides what is usual. */
export const own = 'Gör ni om det nästa sommar?'

/** The personal link of a mail. */
export const linkIn = (mail: string): string => /https?:\/\/\S+\/svara\/[\w-]+/.exec(mail)?.[0] ?? ''

/** All that a page says, as it is seen. */
export const said = (page: Page): Promise<string> => page.getByRole('main').innerText()

/** Answers the promise that is open, and goes on. */
export const answers = (
  who: Journey,
  title: string,
  words: Record<string, string | boolean>,
  degree = 'fully'
): Promise<void> =>
  who.step(`answers ${title}`, async (page) => {
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.locator(`input[value=${degree}]`).check()
    await write(page, words)
    for (const closed of await page
      .locator('details:not([open]) > summary', { hasText: 'Berätta mer' })
      .all())
      await closed.click()
    await page.getByRole('group', { name: own }).getByLabel('Ja').check()
    await page.getByRole('button', { name: /^Spara och gå/ }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor({ state: 'detached' })
  })

/** Answers what is asked of a party once, and comes to what is to be sent. */
export const answersForAll = (who: Journey, gave: string): Promise<void> =>
  who.step('answers for all of them', async (page) => {
    await page.getByRole('heading', { level: 1, name: 'Till sist' }).waitFor()
    await write(page, { 'answers.gave': gave })
    await page.getByRole('button', { name: /^Spara och gå/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Gå igenom och skicka in' }).waitFor()
  })

export const sendsIn = (who: Journey): Promise<void> =>
  who.step('sends in', async (page) => {
    await page.getByRole('heading', { level: 1, name: 'Gå igenom och skicka in' }).waitFor()
    await send(page, 'Skicka in')
    await page.getByRole('heading', { level: 1, name: 'Tack' }).waitFor()
  })

/** The name of the field for it, where there is but one. */
export const nameOfOwn = async (page: Page): Promise<string> =>
  (await page.getByLabel(own).getAttribute('name')) ?? ''
