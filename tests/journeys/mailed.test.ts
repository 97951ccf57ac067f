import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInbox, type Inbox } from './mail.ts'
import type { Journey } from './journey.ts'
import { journeysIn } from './opening.ts'
import { ways } from './ways.ts'
import { go, send, write } from './writing.ts'

const mail = 'samordnare@exempelstaden.example'
let inbox: Inbox

beforeAll(async () => {
  inbox = await openInbox()
})
afterAll(() => inbox?.close())

describe.each(ways)('somebody signs in by a mailed code, $name', (way) => {
  const open = journeysIn(way, () => ({ smtp: inbox.url }))
  let coordinator: Journey

  beforeAll(async () => {
    coordinator = await open.journey()
  })

  test('they are asked to when they come to a closed page', () =>
    coordinator.step('comes to a closed page', async (page) => {
      await page.goto('/samverkan/exempelkvarteret/omgangar')
      expect(new URL(page.url()).pathname).toBe('/logga-in')
    }))

  test('the link in the mail fills in the code, and they press the button', async () => {
    await coordinator.step('asks for a code', async (page) => {
      await write(page, { mail })
      await send(page, 'Skicka en kod')
      await coordinator.picture('handbok/bilder/kod.png')
    })
    const text = await inbox.mailTo(mail)
    expect(text).toMatch(/\b\d{6}\b/)
    const href = /https?:\/\/\S+\/logga-in\/kod\?\S+/.exec(text)?.[0] ?? ''
    await coordinator.step('follows the link of the mail', (page) => page.goto(href))
    await coordinator.step('signs in, and is where they were going', async (page) => {
      await send(page, 'Logga in')
      expect(new URL(page.url()).pathname).toMatch(/^\/(min-sida|samverkan\/exempelkvarteret\/omgangar)$/)
    })
  })

  test('they sign out', async () => {
    await coordinator.step('signs out', async (page) => {
      if (way.width < 600) await page.getByText('Meny', { exact: true }).click()
      await go(page.getByRole('button', { name: 'Logga ut' }).locator('visible=true').first())
    })
    await coordinator.step('is a visitor again', async (page) => {
      await page.goto('/samverkan/exempelkvarteret/omgangar')
      expect(new URL(page.url()).pathname).toBe('/logga-in')
    })
  })

  afterAll(() => coordinator?.end())
})
