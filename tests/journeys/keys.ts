import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { leads } from './writing.ts'

type Focused = { name: string; field: string; visible: boolean; inOrder: boolean; html: string }

/** What a page with thousands of places to stop at would take to cross. */
const patience = 300

/** Tab until something called so has the focus. */
export const tabTo = (page: Page, name: string | RegExp, key = 'Tab'): Promise<void> =>
  tabUntil(page, (focused) => (typeof name === 'string' ? focused.name === name : name.test(focused.name)), {
    what: String(name),
    key
  })

/** Every stop on the way must be seen, and come in the order of the page. */
async function tabUntil(
  page: Page,
  isThere: (focused: Focused) => boolean,
  { what, key }: { what: string; key: string }
): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < patience; presses++) {
    await page.keyboard.press(key)
    const focused = await focusOf(page, key !== 'Tab')
    if (!focused) continue
    expect(focused.visible, `the focus is seen on ${focused.html}`).toBe(true)
    expect(focused.inOrder, `the focus goes on in the order of the page to ${focused.html}`).toBe(true)
    if (isThere(focused)) return
    passed.push(focused.name)
  }
  throw new Error(`Tab never came to ${what}, but to ${[...new Set(passed)].slice(0, 40).join(' | ')}`)
}

/** Tab to one field after the other, by their names, in the order of the page; what stands there is written over. */
export async function type(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    await tabUntil(page, ({ field }) => field === name, { what: `the field ${name}`, key: 'Tab' })
    await page.keyboard.press('Control+A')
    await page.keyboard.type(text)
  }
}

/** Tab to what is closed, and open it. */
export async function unfold(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Tab to it, and press it. */
export async function press(page: Page, name: string | RegExp, { key = 'Tab' } = {}): Promise<void> {
  await tabTo(page, name, key)
  await leads(page, () => page.keyboard.press('Enter'))
  // A place further down the page is where one goes on from.
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'lastFocused'))
}

const focusOf = (page: Page, back: boolean): Promise<Focused | null> =>
  page.evaluate((back) => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
      return null
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
    const words =
      element.getAttribute('aria-label') ??
      (labels[0]?.textContent || element.textContent || element.getAttribute('title') || '')
    const box = element.getBoundingClientRect()
    // Within a control of the browser's own, such as the calendar of a day, it draws the focus itself.
    const inside = !element.matches(':focus')
    const drawn =
      inside ||
      [element, ...labels, element.nextElementSibling].some((one) => {
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
      Boolean(
        last.compareDocumentPosition(element) &
        (back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING)
      )
    return {
      field: element.getAttribute('name') ?? '',
      name: words.replace(/\s+/g, ' ').trim(),
      visible: drawn && within && box.width > 0,
      inOrder: follows,
      html: element.outerHTML.slice(0, 160)
    }
  }, back)
