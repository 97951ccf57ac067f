import { AxeBuilder } from '@axe-core/playwright'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The script itself, which the builder would read into every page twice each time. */
const { source } = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core') as {
  source: string
}

/** WCAG 2.2 AA as far as a machine can tell. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await analyse(page)
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 200)} ${any[0]?.message ?? ''}`)
    return `axe ${id}: ${help} (${nodes.length})\n    ${places.join('\n    ')}`
  })
}

/** Whoever pressed a link may still be on the way: then what they come to is looked at. */
async function analyse(page: Page): ReturnType<AxeBuilder['analyze']> {
  try {
    return await analyseOnce(page)
  } catch (error) {
    if (!String(error).includes('context was destroyed')) throw error
    await page.waitForLoadState()
    return analyseOnce(page)
  }
}

/** Only faults are told of: to name each of the places that are as they should be takes longer than to look at them. */
async function analyseOnce(page: Page): ReturnType<AxeBuilder['analyze']> {
  if (page.frames().length > 1) throw new Error('A frame in the page: it would not be looked into.')
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  return new AxeBuilder({ page, axeSource: ';' })
    .setLegacyMode(true)
    .options({ reporter: 'no-passes', resultTypes: ['violations'], preload: { assets: ['media'] } })
    .withTags(rules)
    .analyze()
}

/** A page is read downwards only: on a phone, and on the narrowest there is. */
export async function sidewaysFaults(page: Page, width: number): Promise<string[]> {
  const faults = await tooWide(page)
  if (width > 600) return faults
  const size = page.viewportSize() ?? { width, height: 844 }
  await page.setViewportSize({ ...size, width: 320 })
  faults.push(...(await tooWide(page)))
  await page.setViewportSize(size)
  return faults
}

const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('main *, header *, footer *')].find(
      (element) => element.getBoundingClientRect().right > clientWidth + 1
    )
    return [`${scrollWidth} px wide in ${clientWidth}: ${wide?.outerHTML.slice(0, 150) ?? ''}`]
  })
