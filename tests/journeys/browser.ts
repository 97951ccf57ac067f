import { chromium, type Browser } from 'playwright-core'
import { existsSync } from 'node:fs'

/** Debian's; set CHROMIUM for another. */
export const chromiumPath = (): string => {
  const found = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path && existsSync(path)
  )
  if (!found)
    throw new Error('Journeys need Chromium: apt-get install chromium, or set CHROMIUM to its path.')
  return found
}

/** Quiet: it asks nothing of anybody but the page that is tested. */
export const chromiumFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb'
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: chromiumFlags,
    // Days are typed month first, whatever language the machine has.
    env: { ...process.env, LANGUAGE: 'en_US' },
    // Root has no sandbox; everybody else keeps it.
    chromiumSandbox: process.getuid?.() !== 0
  })
