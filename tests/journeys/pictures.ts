import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot } from '#server/platform/settings/settings.ts'
import { withPalette } from './palette.ts'
import type { Way } from './ways.ts'

/** Pictures of the handbook and the README are taken anew only when asked for: KVARTER_PICTURES=1. */
export const takesPictures = process.env['KVARTER_PICTURES'] === '1'

/** What is seen at once, by day, whenever it is for the reader. @param file in docs/ */
export async function takePicture(page: Page, file: string, colours: Way['colours']): Promise<void> {
  const path = join(projectRoot, 'docs', file)
  mkdirSync(dirname(path), { recursive: true })
  await page.emulateMedia({ colorScheme: 'light' })
  writeFileSync(path, withPalette(await page.screenshot({ caret: 'hide' })))
  await page.emulateMedia({ colorScheme: colours })
}
