import { launch, type LaunchedChrome } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumFlags, chromiumPath } from '../journeys/browser.ts'
import { openKvarter, type Kvarter } from '../journeys/kvarter.ts'
import { publicPages, show } from './kinds.ts'

const categories = ['accessibility', 'best-practices', 'seo']
const rows: (string | number)[][] = [['', ...categories]]
let kvarter: Kvarter
let chrome: LaunchedChrome

beforeAll(async () => {
  kvarter = await openKvarter()
  chrome = await launch({
    chromePath: chromiumPath(),
    chromeFlags: ['--headless=new', ...chromiumFlags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    logLevel: 'silent'
  })
})

test.each(Object.entries(publicPages))('%s gets 100 from Lighthouse', async (kind, path) => {
  const result = await lighthouse(kvarter.origin + path, {
    port: chrome.port,
    onlyCategories: categories,
    // How fast it is on a slow phone is measured elsewhere; here it would only take time.
    pauseAfterFcpMs: 0,
    pauseAfterLoadMs: 0,
    networkQuietThresholdMs: 0,
    cpuQuietThresholdMs: 0,
    disableFullPageScreenshot: true,
    disableStorageReset: true,
    logLevel: 'silent'
  })
  const found = result?.lhr
  const scores = categories.map((category) => Math.round((found?.categories[category]?.score ?? 0) * 100))
  rows.push([kind, ...scores])
  const lacking = Object.values(found?.audits ?? {})
    .filter(
      ({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== 'informative'
    )
    .map(({ id, title, details }) => `${id}: ${title} ${JSON.stringify(details ?? {}).slice(0, 400)}`)
  expect(scores, lacking.join('\n')).toEqual([100, 100, 100])
})

afterAll(async () => {
  show('Lighthouse', rows)
  await chrome?.kill()
  await kvarter?.close()
})
