import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

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
  const axe = () => new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze()
  try {
    return await axe()
  } catch (error) {
    if (!String(error).includes('context was destroyed')) throw error
    await page.waitForLoadState()
    return axe()
  }
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
