import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Mail } from '#server/platform/mail/transport.ts'
import { freshDatabase } from '#tests/database.ts'
import { cli, job, visitor } from '../people/actor.ts'
import { listMessages, queueMessage, sendAgain } from './messages.ts'
import { sendWaiting, type Render } from './sending.ts'

const { db } = await freshDatabase()
const link = newId()
const start = new Date('2026-03-01T10:00:00Z')
const render: Render = async () => ({
  to: 'part@kvarter.example',
  subject: 'Hej',
  text: 'Hej',
  html: '<p>Hej</p>'
})

let sent: Mail[] = []
const transport = async (mail: Mail) => void sent.push(mail)
const refusing = () =>
  Promise.reject(Object.assign(new Error('550 part@kvarter.example'), { responseCode: 550 }))

beforeEach(() => setClock(start))
afterEach(async () => {
  setClock(null)
  sent = []
  await db.deleteFrom('message').execute()
})

const queue = (key: string) => write(db, job, (tx) => queueMessage(tx, 'answer_link', key, { link_id: link }))
const states = () => db.selectFrom('message').select(['state', 'attempts', 'error']).execute()
const minutesLater = (minutes: number) => setClock(new Date(+start + minutes * 60_000))

describe('a message', () => {
  test('is one, however often the command is run', async () => {
    await queue('a')
    await queue('a')
    expect(await sendWaiting(db, transport, render)).toBe(1)
  })

  test('is not sent when the command fails', async () => {
    const failing = write(db, job, async (tx) => {
      await queueMessage(tx, 'answer_link', 'a', { link_id: link })
      throw new Error('changed our mind')
    })
    await expect(failing).rejects.toThrow()
    expect(await sendWaiting(db, transport, render)).toBe(0)
  })

  test('is sent once by several senders at a time', async () => {
    for (let n = 0; n < 30; n++) await queue(`many ${n}`)
    const counts = await Promise.all(Array.from({ length: 4 }, () => sendWaiting(db, transport, render)))
    expect(counts.reduce((sum, count) => sum + count)).toBe(30)
    expect(new Set(sent.map(({ id }) => id)).size).toBe(30)
  })

  test('that is refused is tried again, later and later, and then left with a code that tells nobody’s address', async () => {
    await queue('a')
    let tries = 0
    for (let minute = 0; minute < 3000; minute += 1) {
      minutesLater(minute)
      const before = await states()
      await sendWaiting(db, refusing, render)
      if (before[0]?.attempts !== (await states())[0]?.attempts) tries += 1
      if (before[0]?.state === 'failed') break
    }
    expect(tries).toBe(8)
    expect(await states()).toEqual([{ state: 'failed', attempts: 8, error: 'SMTP 550' }])
  })

  test('that a sender died with is taken up by another', async () => {
    await queue('a')
    void sendWaiting(db, () => new Promise(() => undefined), render)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await sendWaiting(db, transport, render)).toBe(0)
    minutesLater(6)
    expect(await sendWaiting(db, transport, render)).toBe(1)
  })

  test('to nobody says so', async () => {
    await queue('a')
    await sendWaiting(db, transport, async () => ({ unsendable: 'no_recipient' }))
    expect(await states()).toMatchObject([{ state: 'failed', error: 'no_recipient' }])
  })

  test('has lost its code when it is sent', async () => {
    const parameters = { person_id: newId(), code: 'sealed', language: 'sv' }
    await write(db, job, (tx) => queueMessage(tx, 'sign_in_code', 'a', parameters))
    await sendWaiting(db, transport, render)
    const { parameters: kept } = await db.selectFrom('message').select('parameters').executeTakeFirstOrThrow()
    expect(kept).toEqual({ ...parameters, code: '' })
  })
})

test('the outbox is for administrators', async () => {
  await queue('a')
  await expect(listMessages(db, visitor)).rejects.toThrow(NotAllowed)
  expect(await listMessages(db, cli)).toHaveLength(1)
  await db.updateTable('message').set({ state: 'failed' }).execute()
  const again = (actor: typeof cli) =>
    write(db, actor, async (tx) => sendAgain(tx, actor, (await listMessages(tx, cli))[0]!.id))
  await expect(again(visitor)).rejects.toThrow(NotAllowed)
  await again(cli)
  expect(await sendWaiting(db, transport, render)).toBe(1)
})
