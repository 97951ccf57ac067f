import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicPages } from '../pages/kinds.ts'
import { isSwedish } from './catalogues.ts'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { phone } from './ways.ts'
import { go } from './writing.ts'

describe('in English, in the evening', () => {
  const open = journeysIn({ ...phone, width: 1280 })
  let visitor: Journey

  beforeAll(async () => {
    visitor = await open.journey()
  })

  test.each(Object.entries(publicPages))('%s says nothing in Swedish of its own', async (_, path) => {
    await visitor.step('reads it in Swedish', (page) => page.goto(path))
    await visitor.step('turns to English', async (page) => {
      expect(await page.getAttribute('html', 'lang')).toBe('sv')
      await go(page.getByRole('link', { name: 'English' }).first())
      expect(await page.getAttribute('html', 'lang')).toBe('en')
      expect(new URL(page.url()).pathname).toMatch(/^\/en(\/|$)/)
    })
    const said = await visitor.page.evaluate(() => {
      const found: string[] = []
      const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (!node.parentElement?.closest('script, style, [lang=sv]')) found.push(node.textContent ?? '')
      for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
          found.push(element.getAttribute(name) ?? '')
      return found.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text.length > 2)
    })
    expect(said.length).toBeGreaterThan(20)
    expect([...new Set(said.filter(isSwedish))]).toEqual([])
  })

  test('every page says where its twin is', async () => {
    const faults: string[] = []
    for (const path of Object.values(publicPages)) {
      if (path === '/sok') continue
      const html = await (await fetch(open.kvarter.origin + path)).text()
      const twins = [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)]
      const to = new Map(twins.map(([, language, href]) => [language, href]))
      if (to.get('sv') !== open.kvarter.origin + path) faults.push(`${path}: sv is ${to.get('sv')}`)
      if (to.get('x-default') !== to.get('sv')) faults.push(`${path}: x-default is ${to.get('x-default')}`)
      const english = to.get('en') ?? ''
      if (!english || (await fetch(english)).status !== 200) faults.push(`${path}: en is ${english}`)
    }
    expect(faults).toEqual([])
  })

  afterAll(() => visitor?.end())
})
