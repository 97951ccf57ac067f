import type { Journey } from './journey.ts'

/** By the page that the demonstration has for it. */
export const signInAs = (somebody: Journey, name: string): Promise<void> =>
  somebody.step(`signs in as ${name}`, async (page) => {
    await page.goto('/logga-in')
    await page.getByRole('link', { name: 'Välj en roll att prova' }).click()
    await page.getByRole('button', { name: `Logga in som ${name}` }).click()
    await page.getByRole('heading', { level: 1, name: 'Min sida' }).waitFor()
  })
