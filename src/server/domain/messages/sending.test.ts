import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { MailNotTaken, type Mail } from '#server/platform/mail/transport.ts'
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
const gone = () => Promise.reject(new MailNotTaken('ECONNECTION', false))
const refusing = () => Promise.reject(new MailNotTaken('SMTP 550', true))

beforeEach(() => setClock(start))
afterEach(async () => {
  setClock(null)
  sent = []
  await db.deleteFrom('message').execute()
})

const queue = (key: string) => write(db, job, (tx) => queueMessage(tx, 'answer_link', key, { link_id: link }))
const states = () => db.selectFrom('message').select(['state', 'attempts', 'error']).execute()
const waiting = async () =>
  (await db.selectFrom('message').select('next_at').where('state', '=', 'waiting').executeTakeFirst())
    ?.next_at
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

  test('that can’t be handed over is tried again for more than a day, each hour at least, and then left with a code', async () => {
    await queue('a')
    const tries: number[] = []
    for (let next = await waiting(); next; next = await waiting()) {
      setClock(next)
      tries.push((+next - +start) / 60_000)
      await sendWaiting(db, gone, render)
    }
    expect(tries.slice(0, 5)).toEqual([0, 1, 6, 21, 51])
    expect(Math.max(...tries.slice(1).map((minute, n) => minute - (tries[n] ?? 0)))).toBe(60)
    expect(tries.at(-1)).toBeGreaterThan(30 * 60)
    expect(await states()).toEqual([{ state: 'failed', attempts: 35, error: 'ECONNECTION' }])
  })

  test('that is refused for good is left at once, with a code that tells nobody’s address', async () => {
    await queue('a')
    await sendWaiting(db, refusing, render)
    expect(await states()).toEqual([{ state: 'failed', attempts: 1, error: 'SMTP 550' }])
  })

  test('with nothing to say any more is unneeded, and no failure', async () => {
    await queue('a')
    expect(await sendWaiting(db, transport, async () => ({ unneeded: true }))).toBe(0)
    expect(await states()).toMatchObject([{ state: 'unneeded', error: null }])
  })

  test('that can’t be put in words is tried again, and does not stop the others', async () => {
    await queue('a')
    await queue('b')
    let first = true
    const failing: Render = async (message) => {
      if (first) {
        first = false
        throw new TypeError('words')
      }
      return render(message)
    }
    expect(await sendWaiting(db, transport, failing)).toBe(1)
    expect((await states()).map(({ error }) => error).toSorted()).toEqual(['TypeError', null])
  })

  test('with a code goes before what waits', async () => {
    for (let n = 0; n < 8; n++) await queue(`many ${n}`)
    minutesLater(1)
    const parameters = { person_id: newId(), code: 'sealed', language: 'sv' }
    await write(db, job, (tx) => queueMessage(tx, 'sign_in_code', 'code', parameters))
    const kinds: string[] = []
    const noting: Render = async (message) => {
      kinds.push(message.kind)
      return render(message)
    }
    await sendWaiting(db, transport, noting)
    expect(kinds.slice(0, 4)).toContain('sign_in_code')
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
