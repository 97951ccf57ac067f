import type { Locator, Page } from 'playwright-core'

/** Fills in a form, by the names of its fields; a choice by its words. */
export async function write(page: Page, values: Record<string, string | boolean>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]:not([type=hidden])`).first()
    const kind = await field.evaluate((element) => element.tagName)
    // What is closed is opened, as whoever writes would.
    for (const part of await field.locator('xpath=ancestor::details[not(@open)]/summary').all())
      await part.click()
    if (typeof value === 'boolean') await field.setChecked(value)
    else if (kind === 'SELECT') await field.selectOption({ label: value })
    else await field.fill(value)
  }
}

/**
 * Does what leads to another page, and waits until that page is there whole, with its scripts. A press alone does not wait
 * for it where a script saves first and sends the form afterwards.
 */
export async function leads(page: Page, act: () => Promise<unknown>): Promise<void> {
  const arrives = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame())
  await Promise.all([arrives, act()])
  await page.waitForLoadState()
}

/** Presses a link, or a button that sends a form. */
export const go = (to: Locator): Promise<void> => leads(to.page(), () => to.click())

/** Presses the form's own button. */
export const send = (page: Page, button: string): Promise<void> =>
  go(page.getByRole('main').getByRole('button', { name: button }).first())
