import { afterEach, beforeEach, expect, test } from 'vitest'
import { approveReport } from '#server/domain/comments/approving.ts'
import { addComment } from '#server/domain/comments/commenting.ts'
import type { ReaderActor } from '#server/domain/comments/readers.ts'
import { remindReaders } from '#server/domain/comments/reminding.ts'
import { withdrawReader } from '#server/domain/comments/sending.ts'
import { settleComment } from '#server/domain/comments/settling.ts'
import { receiveBounce } from '#server/domain/links/bouncing.ts'
import { listMessages, messageFrom, type MessageKind } from '#server/domain/messages/messages.ts'
import { sendWaiting, type Rendered } from '#server/domain/messages/sending.ts'
import { cli } from '#server/domain/people/actor.ts'
import { publish } from '#server/domain/publications/editions/publishing.ts'
import { setClock } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { openLog } from '#server/platform/log/log.ts'
import { maskLinks } from '#server/platform/log/masking.ts'
import { readNotification } from '#server/platform/mail/notification.ts'
import { setRuntime } from '#server/platform/runtime.ts'
import { readSettings } from '#server/platform/settings/settings.ts'
import { bounceOf } from '#tests/bounces.ts'
import { testDatabase } from '#tests/database.ts'
import { askedReader, letter, reportToRead, tokenOfReader } from '#tests/read-report.ts'
import { secrets } from '#tests/round.ts'
import { renderMessage } from './mailing.ts'

const db = await testDatabase()
const house = { db, secrets, settings: readSettings({ ORIGIN: 'https://kvarter.example' }) }
const mail = 'eva@bolaget.example'
let world: Awaited<ReturnType<typeof reportToRead>>
let eva: ReaderActor

beforeEach(async () => {
  setRuntime({ ...house, log: openLog('silent') })
  setClock(new Date('2027-01-10T09:00:00Z'))
  world = await reportToRead(db)
  const contact = { contact_function: 'Samordnaren', contact_mail: 'samordnare@kommunen.example' }
  await write(db, cli, (tx) => tx.updateTable('collaboration').set(contact).execute())
  eva = await askedReader(db, world.publication, { organisation: world.maker })
})
afterEach(() => setClock(null))

async function latest(kind: MessageKind) {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return messageFrom(rows)
}
const whole = (rendered: Rendered) =>
  'subject' in rendered ? rendered : expect.fail(JSON.stringify(rendered))
const comment = (text: string) =>
  write(db, eva, (tx) =>
    addComment(tx, eva, { id: null, block: null, about: 'Skola', kind: 'comment', text, instead: null })
  )
const settle = (id: string, answer: string) =>
  write(db, cli, (tx) => settleComment(tx, cli, { comment: id, answer }))

test('who is asked gets the coordinator’s words, the day and a link of their own; replies go to the contact', async () => {
  const sent = whole(await renderMessage(house, await latest('reading_asked')))
  expect(sent.subject).toBe('Läs rapporten innan den beslutas: Rapporten')
  expect(sent.text).toContain(`${letter.words}\n\nÖverst i rapporten ser du hur Ett bolag beskrivs.`)
  expect(sent.text).toContain('Läs senast 31 januari 2099.')
  expect(sent.text).toContain(
    `https://kvarter.example/las-rapport/${await tokenOfReader(db, world.publication, mail)}`
  )
  expect(sent).toMatchObject({ to: mail, replyTo: 'samordnare@kommunen.example' })
})

test('whoever looks into the outbox can’t use the link, and the log knows it for one', async () => {
  const token = await tokenOfReader(db, world.publication, mail)
  const masked = whole(await renderMessage(house, await latest('reading_asked'), 'masked'))
  expect(masked.text + masked.html).not.toContain(token)
  expect(masked.text).toContain('/las-rapport/••••••')
  for (const path of [`/las-rapport/${token}/rapport`, `/en/read-report/${token}`])
    expect(maskLinks(path)).not.toContain(token)
})

test('the outbox says whose and about which collaboration a mail is', async () => {
  expect(await listMessages(db, cli)).toMatchObject([
    { kind: 'reading_asked', organisation: 'Ett bolag', collaboration: 'Löftet' }
  ])
})

test('what was answered comes in one mail, each below what was said', async () => {
  const [one, two] = [await comment('Det var fler.'), await comment('Fel namn.')]
  await settle(one, 'Vi har ändrat.')
  await settle(two, 'Rättat.')
  const { text } = whole(await renderMessage(house, await latest('comments_settled')))
  expect(text).toContain('Det var fler.\n  Vi har ändrat.')
  expect(text).toContain('Fel namn.\n  Rättat.')
})

test('is sent once, by the same Message-ID however often it is tried', async () => {
  await settle(await comment('Fel.'), 'Rättat.')
  const sent: string[] = []
  const send = () =>
    sendWaiting(
      db,
      async ({ id }) => void sent.push(id),
      (message) => renderMessage(house, message)
    )
  await send()
  expect(sent).toHaveLength(1)
  setClock(new Date('2027-01-10T09:30:00Z'))
  await send()
  await send()
  expect(new Set(sent).size).toBe(2)
  expect(sent).toHaveLength(2)
})

test('nobody is asked who has no link any more, or whose draft is frozen', async () => {
  const asked = await latest('reading_asked')
  await write(db, cli, (tx) => withdrawReader(tx, cli, eva.reading.reader))
  expect(await renderMessage(house, asked)).toEqual({ unneeded: true })
  expect(whole(await renderMessage(house, asked, 'masked')).to).toBe(mail)
})

test('nobody is reminded who has been heard from meanwhile, or whose draft is frozen', async () => {
  setClock(new Date('2027-01-12T09:00:00Z'))
  await write(db, cli, (tx) => remindReaders(tx, cli, world.report, 1))
  const reminder = await latest('reading_reminder')
  expect(whole(await renderMessage(house, reminder)).subject).toBe('Påminnelse: läs rapporten Rapporten')
  await write(db, eva, (tx) => approveReport(tx, eva))
  expect(await renderMessage(house, reminder)).toEqual({ unneeded: true })
  await write(db, cli, (tx) => tx.updateTable('publication_reader').set({ approved_at: null }).execute())
  await write(db, cli, (tx) => publish(tx, cli, world.publication))
  expect(await renderMessage(house, reminder)).toEqual({ unneeded: true })
})

test('a mail that comes back is known at the reader, and no reminder goes there', async () => {
  const { id } = await latest('reading_asked')
  const notification = readNotification(bounceOf(`${id}@kvarter.example`))
  expect(await write(db, cli, (tx) => receiveBounce(tx, notification!))).toBe('ours')
  const reader = await db.selectFrom('publication_reader').selectAll().executeTakeFirstOrThrow()
  expect(reader).toMatchObject({ bounce_reason: '5.1.1' })
  setClock(new Date('2027-01-12T09:00:00Z'))
  expect(await write(db, cli, (tx) => remindReaders(tx, cli, world.report, 1))).toBe(0)
})
