import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { saveDraft } from '#server/domain/answers/saving.ts'
import { submitAnswers } from '#server/domain/answers/submitting.ts'
import { withdrawLink } from '#server/domain/links/sending.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import { messageFrom, type Message } from '#server/domain/messages/messages.ts'
import type { Rendered } from '#server/domain/messages/sending.ts'
import { cli } from '#server/domain/people/actor.ts'
import { inviteToWord } from '#server/domain/proposals/inviting.ts'
import { closeRound } from '#server/domain/rounds/closing.ts'
import { remindable, remindParties } from '#server/domain/rounds/reminding.ts'
import { setClock } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { openLog } from '#server/platform/log/log.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { setRuntime } from '#server/platform/runtime.ts'
import { readSettings } from '#server/platform/settings/settings.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, holderOf, secrets, smallWorld } from '#tests/round.ts'
import { previewMail } from './answer-mailing.ts'
import { renderMessage } from './mailing.ts'

const db = await testDatabase()
const settings = readSettings({ ORIGIN: 'https://kvarter.example' })
const house = { db, secrets, settings }

beforeEach(() => {
  setRuntime({ ...house, log: openLog('silent') })
  setClock(new Date('2027-01-10T09:00:00Z'))
})
afterEach(() => setClock(null))

async function opened() {
  const world = await askedWorld(db)
  setClock(new Date('2027-01-11T09:00:00Z'))
  return { ...world, coordinator: world.roles.coordinator }
}
type World = Awaited<ReturnType<typeof opened>>

async function latest(kind: Message['kind'], link: Id): Promise<Message> {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .execute()
  return rows
    .map(messageFrom)
    .find(({ parameters }) => 'link_id' in parameters && parameters.link_id === link)!
}
const whole = (rendered: Rendered) =>
  'subject' in rendered ? rendered : expect.fail(JSON.stringify(rendered))

async function answer(partner: LinkActor, items: Id[], done = 'Gröt varje dag') {
  for (const item of items) {
    const { mark } = await write(db, partner, (tx) =>
      saveDraft(tx, partner, { item, mark: '', written: { degree: 'partly', done } }, secrets)
    )
    await write(db, partner, (tx) => submitAnswers(tx, partner, [{ item, mark }], secrets))
  }
}
async function reminder({ coordinator, round, partner }: World): Promise<Message> {
  await write(db, coordinator, (tx) => remindParties(tx, coordinator, round.id))
  return latest('answer_reminder', partner.errand.link)
}
const change = (table: 'space' | 'round', where: Id, values: object) =>
  write(db, cli, (tx) => tx.updateTable(table).set(values).where('id', '=', where).execute())

describe('a reminder', () => {
  test('carries the same link as the first mail, and what is left when it is sent', async () => {
    const world = await opened()
    const { partner } = world
    const message = await reminder(world)
    await answer(partner, partner.errand.items.slice(0, 1))
    const { text, to } = whole(await renderMessage(house, message))
    expect(to).toBe('chef@bostader.example')
    expect(text).toContain('Tack för det Bostäder redan har svarat')
    expect(text).toContain('2 svar är kvar:\n\n- Löfte 2\n- Löfte 3')
    const href = `https://kvarter.example/svara/${tokenOf(secrets, { id: partner.errand.link, generation: 1 })}`
    expect(text).toContain(href)
    const first = await latest('answer_link', partner.errand.link)
    expect(whole(await renderMessage(house, first)).text).toContain(href)
  })

  const happenings: Record<string, (world: World) => Promise<unknown>> = {
    'all is answered': ({ partner }) => answer(partner, partner.errand.items),
    'the link is withdrawn': ({ coordinator, partner }) =>
      write(db, coordinator, (tx) => withdrawLink(tx, coordinator, partner.errand.link)),
    'the round is closed': ({ coordinator, round }) =>
      write(db, coordinator, (tx) => closeRound(tx, coordinator, round.id)),
    'the party is exempt': ({ partner }) =>
      change('space', partner.errand.space, { exempted_at: new Date() }),
    'the party will not answer': ({ partner }) =>
      change('space', partner.errand.space, { declined_at: new Date(), declined_reason: 'Nej' })
  }
  test.each(Object.entries(happenings))('is not sent when meanwhile %s', async (_, happen) => {
    const world = await opened()
    const message = await reminder(world)
    await happen(world)
    expect(await renderMessage(house, message)).toEqual({ unneeded: true })
    // Whoever looks into the outbox sees what it was about, without its link.
    const { text } = whole(await renderMessage(house, message, 'masked'))
    expect(text).toContain('/svara/••••••')
  })
})

describe('the coordinator’s own words', () => {
  test('open the mail, with each party’s own last day; replies go to whoever holds the round', async () => {
    const { partner, coordinator, round } = await opened()
    const first = await latest('answer_link', partner.errand.link)
    await change('round', round.id, { held_by: null })
    expect(whole(await renderMessage(house, first)).replyTo).toBe('samordnare@har.example')
    await change('round', round.id, { invitation: 'Snart stämma.', held_by: coordinator.person?.id })
    await change('space', partner.errand.space, { due_on: '2027-02-01' })
    const mail = whole(await renderMessage(house, first))
    expect(mail.text).toContain('Snart stämma.\n\nVi frågar om 3 löften:')
    expect(mail.text).toContain('Svara senast 1 februari 2027.')
    expect(mail.text).toContain('så kommer det till Samordnare.')
    expect(mail.replyTo).toBe(`${coordinator.person?.id}@roll.example`)
  })

  test('are seen beforehand as a party gets them, without a link', async () => {
    const { coordinator, round, officer, roles } = await opened()
    const { space } = officer.errand
    const seen = await previewMail(house, coordinator, round.id, {
      kind: 'answer_link',
      space,
      words: 'Utkast.'
    })
    expect(seen).toMatchObject({ to: 'kommunpolis@polisen.example' })
    expect(seen?.text).toContain('Utkast.\n\nVi frågar om ett löfte:\n\n- Löfte 4')
    expect(seen?.text).toContain('/svara/••••••')
    const other = await previewMail(house, coordinator, round.id, { kind: 'answer_reminder' })
    expect(other?.subject).toContain('Påminnelse')
    await expect(previewMail(house, roles.reader, round.id, { kind: 'answer_link' })).rejects.toThrow(
      NotFound
    )
  })
})

test('a receipt has what its sender sent, and nothing of what came after', async () => {
  const { partner } = await opened()
  const [first = '', second = ''] = partner.errand.items
  await answer(partner, [first], 'Gröt varje dag')
  const message = await latest('answer_receipt', partner.errand.link)
  await answer(partner, [second], 'Fotboll på torsdagar')
  const { text } = whole(await renderMessage(house, message))
  expect(text).toContain('Hur har det gått?\n  Delvis\nVad har ni gjort?\n  Gröt varje dag')
  expect(text).not.toContain('Fotboll')
})

test('an answer that is sent in again is not asked about', async () => {
  const { partner } = await opened()
  await answer(partner, partner.errand.items.slice(0, 1))
  const { id } = await db.selectFrom('report').select('id').executeTakeFirstOrThrow()
  const parameters = { link_id: partner.errand.link, report_id: id }
  const message: Message = { id: newId(), kind: 'answer_returned', parameters, created_at: new Date() }
  expect(await renderMessage(house, message)).toEqual({ unneeded: true })
})

test('what is asked about somebody’s room or round says who', async () => {
  const { partner, officer, coordinator, round } = await opened()
  const rest = { id: newId(), created_at: new Date() }
  const asked = { link_id: partner.errand.link, responder_id: officer.errand.responder.id }
  const admission = await renderMessage(house, { ...rest, kind: 'admission_asked', parameters: asked })
  expect(whole(admission).text).toContain('Kommunpolis (kommunpolis@polisen.example) har fått en egen länk')
  const person_id = coordinator.person?.id ?? ''
  const over = { ...rest, kind: 'round_handed_over', parameters: { round_id: round.id, person_id } } as const
  const mail = whole(await renderMessage(house, over))
  expect(mail.text).toContain('https://kvarter.example/samverkan/tillsammans/omgangar/uppfoljning-2026')
  await write(db, cli, (tx) =>
    tx.updateTable('person').set({ ended_at: new Date() }).where('id', '=', person_id).execute()
  )
  expect(await renderMessage(house, over)).toEqual({ unsendable: 'no_recipient' })
})

test('a party that words its promises is asked for them, and reminded until something has come', async () => {
  const world = await smallWorld(db)
  const { coordinator } = world.roles
  await write(db, cli, (tx) =>
    tx.updateTable('commitment').set({ stage: 'proposed' }).where('number', '=', 1).execute()
  )
  const invitation = { name: 'Löften 2027', from_day: '2027-01-10', due_on: '2027-02-10', invitation: null }
  const organisation_ids = [world.housing, world.police]
  const round = await write(db, coordinator, (tx) =>
    inviteToWord(tx, coordinator, world.collaboration, { ...invitation, organisation_ids }, secrets)
  )
  const [partner, officer] = [await holderOf(db, world.housing), await holderOf(db, world.police)]
  const textOf = async (kind: Message['kind'], { errand }: LinkActor) =>
    whole(await renderMessage(house, await latest(kind, errand.link))).text
  expect(await textOf('answer_link', partner)).toContain('Det här är redan föreslaget. Ändra det som behövs')
  expect(await textOf('answer_link', officer)).toContain(
    'vill lova, med egna ord.\n\nSkriv senast 10 februari 2027.'
  )

  setClock(new Date('2027-01-11T09:00:00Z'))
  await write(db, coordinator, (tx) => remindParties(tx, coordinator, round.id))
  expect(await textOf('answer_reminder', partner)).toContain(
    'Det här är påbörjat eller föreslaget, men inte inskickat:\n\n- Löfte 1\n\nSkriv senast'
  )
  expect(await textOf('answer_reminder', officer)).toContain(
    'Vi väntar på det Polisen vill lova i Tillsammans.\n\nSkriv'
  )

  const [item = ''] = officer.errand.items
  const written = {
    'answers.title': 'Cykeldag',
    'answers.wording': 'Vi märker cyklar.',
    'answers.who': 'Kommunpolisen'
  }
  const { mark } = await write(db, officer, (tx) =>
    saveDraft(tx, officer, { item, mark: '', written }, secrets)
  )
  await write(db, officer, (tx) => submitAnswers(tx, officer, [{ item, mark }], secrets))
  expect(await textOf('answer_receipt', officer)).toContain(
    'Cykeldag\n--------\nVad lovar ni?\n  Cykeldag\nSå ska det stå\n  Vi märker cyklar.\nVem gör det?'
  )
  setClock(new Date('2027-01-12T09:00:00Z'))
  expect(await remindable(db, coordinator, round.id)).toMatchObject([{ link_id: partner.errand.link }])
})
