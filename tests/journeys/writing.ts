import type { Page } from 'playwright-core'

/** Fills in a form, by the names of its fields; a choice by its words. */
export async function write(page: Page, values: Record<string, string | boolean>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]:not([type=hidden])`).first()
    // What is closed is opened, as whoever writes would.
    for (const part of await field.locator('xpath=ancestor::details[not(@open)]/summary').all())
      await part.click()
    const kind = await field.evaluate((element) => element.tagName)
    if (typeof value === 'boolean') await field.setChecked(value)
    else if (kind === 'SELECT') await field.selectOption({ label: value })
    else await field.fill(value)
  }
}

/** Presses the form's own button, and waits for the page it leads to. */
export async function send(page: Page, button: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button }).first().click()
  await page.waitForLoadState()
}
