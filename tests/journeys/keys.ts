import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { leads } from './writing.ts'

type Focused = { name: string; visible: boolean; inOrder: boolean; html: string }

/** What a page with thousands of places to stop at would take to cross. */
const patience = 300

/** Tab until something called so has the focus. Every stop on the way must be seen, and come in the order of the page. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < patience; presses++) {
    await page.keyboard.press(key)
    const focused = await focusOf(page)
    if (!focused) continue
    expect(focused.visible, `the focus is seen on ${focused.html}`).toBe(true)
    expect(focused.inOrder, `the focus goes on in the order of the page to ${focused.html}`).toBe(true)
    if (typeof name === 'string' ? focused.name === name : name.test(focused.name)) return
    passed.push(focused.name)
  }
  throw new Error(`Tab never came to ${name}, but to ${[...new Set(passed)].slice(0, 40).join(' | ')}`)
}

/** Tab to it, and press it. */
export async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await leads(page, () => page.keyboard.press(key))
}

const focusOf = (page: Page): Promise<Focused | null> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
      return null
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
    const words =
      element.getAttribute('aria-label') ??
      (labels[0]?.textContent || element.textContent || element.getAttribute('title') || '')
    const box = element.getBoundingClientRect()
    const drawn = [element, ...labels, element.nextElementSibling].some((one) => {
      if (!one) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    })
    const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const marked = globalThis as { lastFocused?: Element }
    const last = marked.lastFocused
    marked.lastFocused = element
    const follows =
      !last?.isConnected ||
      last === element ||
      Boolean(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
    return {
      name: words.replace(/\s+/g, ' ').trim(),
      visible: drawn && within && box.width > 0,
      inOrder: follows,
      html: element.outerHTML.slice(0, 160)
    }
  })
