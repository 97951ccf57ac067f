import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { openTransport, type Transport } from '#server/platform/mail/transport.ts'
import { freshDatabase } from '#tests/database.ts'
import { openPostOffice, type PostOffice } from '#tests/post-office.ts'
import { job } from '../people/actor.ts'
import { queueMessage, type Message } from './messages.ts'
import { sendWaiting, type Render } from './sending.ts'

const { db } = await freshDatabase()
const start = Date.parse('2026-03-01T10:00:00Z')
const many = 12
const minute = 60_000
/** Ample for all but the one that never gets its answer, on a machine with much else to do. */
const limits = { connection: 4000, silence: 4000, whole: 8000 }

let office: PostOffice
let transport: Transport
/** Each message to an address of its own, by which its deliveries are told apart. */
let addresses: string[]

const render: Render = async ({ parameters }: Message) => ({
  to: `${(parameters as { link_id: string }).link_id}@kvarter.example`,
  subject: 'Hej',
  text: 'Hej',
  html: '<p>Hej</p>'
})

beforeEach(async () => {
  setClock(new Date(start))
  office = await openPostOffice()
  transport = open(office.url)
  const links = Array.from({ length: many }, () => newId())
  addresses = links.map((link) => `${link}@kvarter.example`)
  await write(db, job, async (tx) => {
    for (const link_id of links) await queueMessage(tx, 'answer_link', link_id, { link_id })
  })
})
afterEach(async () => {
  setClock(null)
  await office.close()
  await db.deleteFrom('message').execute()
})

const open = (smtpUrl: string): Transport =>
  openTransport({ smtpUrl, mailFrom: 'Kvarter <kvarter@kvarter.example>' }, limits) ??
  (() => Promise.reject())

const states = async () =>
  Map.groupBy(await db.selectFrom('message').select(['state', 'error']).execute(), ({ state }) => state)

/** Keeps the house through simulated time, waking when something is due, and says how long it was at it. */
async function keep(hours: number): Promise<number> {
  const begun = performance.now()
  for (let at = start; at <= start + hours * 60 * minute;) {
    setClock(new Date(at))
    await sendWaiting(db, transport, render)
    const next = await db
      .selectFrom('message')
      .select(({ fn }) => fn.min('next_at').as('at'))
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (!next?.at) break
    at = Math.max(+next.at, at + 1000)
  }
  return performance.now() - begun
}

/** Each address has one mail, by the Message-ID that a reader's mailbox tells them apart by. */
function expectOnce(to = addresses) {
  for (const address of to) {
    const ids = office.delivered.filter((mail) => mail.to === address).map(({ messageId }) => messageId)
    expect(new Set(ids).size, address).toBe(1)
  }
  expect(new Set(office.delivered.map(({ messageId }) => messageId)).size).toBe(to.length)
}

describe('each message arrives once', () => {
  test('when the server is gone for a day', async () => {
    const port = Number(new URL(office.url).port)
    await office.close()
    await keep(24)
    const waiting = (await states()).get('waiting')
    expect(waiting).toHaveLength(many)
    expect(waiting?.every(({ error }) => error === 'ESOCKET' || error === 'ECONNECTION')).toBe(true)
    office = await openPostOffice(port)
    await keep(25)
    expect((await states()).get('sent')).toHaveLength(many)
    expectOnce()
    expect(office.delivered).toHaveLength(many)
  })

  test('when it refuses one of the recipients, who is shown with the code at once', async () => {
    const [refused = '', ...others] = addresses
    office.handle = (to) => (to === refused ? { refuse: 550 } : 'take')
    await keep(0)
    expect((await states()).get('failed')).toEqual([{ state: 'failed', error: 'SMTP 550' }])
    expectOnce(others)
  })

  test('when it refuses the text for good', async () => {
    office.handle = (to) => (to === addresses[0] ? { refuse: 554, at: 'text' } : 'take')
    await keep(0)
    expect((await states()).get('failed')).toEqual([{ state: 'failed', error: 'SMTP 554' }])
  })

  test('when it asks us to come back later', async () => {
    const asked = new Map<string, number>()
    office.handle = (to) => {
      asked.set(to, (asked.get(to) ?? 0) + 1)
      return (asked.get(to) ?? 0) > 2 ? 'take' : { refuse: 451 }
    }
    await keep(1)
    expect((await states()).get('sent')).toHaveLength(many)
    expectOnce()
  })

  test('when it is slow, a few at a time', async () => {
    office.handle = () => ({ after: 150 })
    const took = await keep(0)
    expectOnce()
    expect(office.most()).toBeLessThanOrEqual(4)
    expect(took).toBeLessThan(many * 150)
  })

  test('when one never gets its answer, which holds up no other', async () => {
    const [stuck = '', ...others] = addresses
    office.handle = (to) => (to === stuck ? { after: 60_000 } : 'take')
    const sending = sendWaiting(db, transport, render)
    const inTime = { timeout: limits.silence / 2 }
    await expect.poll(async () => (await states()).get('sent')?.length, inTime).toBe(many - 1)
    expect(office.delivered).toHaveLength(many)
    await sending
    expect((await states()).get('waiting')).toEqual([{ state: 'waiting', error: 'ETIMEDOUT' }])
    office.handle = () => 'take'
    await keep(1)
    expectOnce([stuck, ...others])
  })

  test('when it takes them and is gone before it says so, so that it takes them twice', async () => {
    office.handle = (to) => (office.delivered.some((mail) => mail.to === to) ? 'take' : 'lose')
    await keep(1)
    expect((await states()).get('sent')).toHaveLength(many)
    expect(office.delivered).toHaveLength(2 * many)
    expectOnce()
  })
})
