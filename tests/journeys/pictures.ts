import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot } from '#server/platform/settings/settings.ts'

/** Pictures of the handbook and the README are taken anew only when asked for: KVARTER_PICTURES=1. */
export const takesPictures = process.env['KVARTER_PICTURES'] === '1'

/** @param file in docs/ */
export async function takePicture(page: Page, file: string, clip?: { height: number }): Promise<void> {
  if (!takesPictures) return
  const path = join(projectRoot, 'docs', file)
  mkdirSync(dirname(path), { recursive: true })
  const width = page.viewportSize()?.width ?? 1280
  await page.screenshot({ path, ...(clip ? { fullPage: true, clip: { x: 0, y: 0, width, ...clip } } : {}) })
}
