import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'
import { Journey } from './journey.ts'
import { openKvarter, type Kvarter } from './kvarter.ts'
import { wide, type Way } from './ways.ts'

type Open = {
  readonly kvarter: Kvarter
  /** Somebody new sits down, who has not been here before. */
  journey(way?: Way): Promise<Journey>
}

type Options = Parameters<typeof openKvarter>[0]

/** For a file or a group of tests: a Kvarter of their own and a browser, closed after the last. */
export function journeysIn(way: Way = wide, options?: () => Options): Open {
  let kvarter: Kvarter | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    kvarter = await openKvarter(options?.())
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await kvarter?.close()
  })
  return {
    get kvarter() {
      if (!kvarter) throw new Error('Kvarter is opened before the first test, not before.')
      return kvarter
    },
    journey(own = way) {
      if (!browser) throw new Error('The browser is opened before the first test, not before.')
      return Journey.begin(browser, this.kvarter, own)
    }
  }
}
