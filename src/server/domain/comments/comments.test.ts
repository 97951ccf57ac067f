import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cli, visitor, type Actor } from '#server/domain/people/actor.ts'
import { endPerson } from '#server/domain/people/changing.ts'
import { publish } from '#server/domain/publications/editions/publishing.ts'
import { setClock } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { Conflict, Invalid, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { askedReader, letter, reportToRead, tokenOfReader } from '#tests/read-report.ts'
import { secrets } from '#tests/round.ts'
import { approveReport } from './approving.ts'
import { askReaders } from './asking.ts'
import { addComment, changeComment, takeBackComment } from './commenting.ts'
import { findReadingErrand } from './errands.ts'
import { listAskable } from './choosing.ts'
import { asking, type NewComment } from './fields.ts'
import { listReaders } from './following.ts'
import { refuseUnheeded } from './heeding.ts'
import { listComments, listOpenObjections, listOwnComments } from './listing.ts'
import { findReader, type ReaderActor } from './readers.ts'
import { remindableReaders, remindReaders } from './reminding.ts'
import { mendReader, sendReadingAgain, withdrawReader } from './sending.ts'
import { listOwnReadings } from './waiting.ts'
import { settleComment } from './settling.ts'
import { readingOf } from './workbench.ts'
import { read } from '#server/platform/forms/fields.ts'

const db = await testDatabase()
const mail = 'eva@bolaget.example'
let world: Awaited<ReturnType<typeof reportToRead>>
let eva: ReaderActor

beforeAll(async () => {
  setClock(new Date('2027-01-10T09:00:00Z'))
  world = await reportToRead(db)
  eva = await askedReader(db, world.publication, { organisation: world.maker })
})
beforeEach(() => setClock(new Date('2027-01-10T10:00:00Z')))
afterEach(() => setClock(null))

const said = (more: Partial<NewComment> = {}): NewComment => ({
  ...{ id: newId(), block: newId(), about: 'Skola', kind: 'comment', text: 'Stämmer.', instead: null },
  ...more
})
const say = (more: Partial<NewComment> = {}) => write(db, eva, (tx) => addComment(tx, eva, said(more)))
const settle = (comment: Id, answer = 'Vi har ändrat.') =>
  write(db, cli, (tx) => settleComment(tx, cli, { comment, answer }))
const freeze = () => write(db, cli, (tx) => publish(tx, cli, world.publication))
const mails = (kind: string) =>
  db.selectFrom('message').selectAll().where('kind', '=', kind).orderBy('id').execute()
const code = async (refused: Promise<unknown>) =>
  refused.then(
    () => null,
    (refusal) => (refusal instanceof Invalid ? refusal.errors : Promise.reject(refusal))
  )
const token = () => tokenOfReader(db, world.publication, mail)

describe('asking', () => {
  const bo = { name: 'Bo', mail: 'bo@bolaget.example', organisation: null }
  const ask = (people: (typeof bo)[], more = {}) =>
    write(db, cli, (tx) => askReaders(tx, cli, world.publication, { ...letter, ...more, people }, secrets))

  test('makes a link each and a mail that carries it, once', async () => {
    expect([await ask([bo]), await ask([bo])]).toEqual([1, 0])
    expect(await mails('reading_asked')).toHaveLength(2)
  })

  test('names nobody as a reader for an organisation that is no party, nor a day that has been', async () => {
    expect(await code(ask([{ ...bo, organisation: newId() as never }]))).toEqual({ people: 'not_a_choice' })
    expect(await code(ask([bo], { due_on: '2027-01-09' }))).toEqual({ due_on: 'past' })
  })

  test('asks somebody whose link was withdrawn by a new one', async () => {
    const old = await token()
    await write(db, cli, (tx) => withdrawReader(tx, cli, eva.reading.reader))
    expect((await findReader(db, old)).state).toBe('withdrawn')
    expect(await ask([{ ...bo, mail }])).toBe(1)
    await expect(findReader(db, old)).rejects.toThrow(NotFound)
    expect((await findReader(db, await token())).state).toBe('open')
  })

  test('takes rows that are ticked, and those without a tick that are begun', () => {
    const row = (n: number, more: object) =>
      Object.fromEntries(
        Object.entries({ ...bo, organisation: '', ...more }).map(([k, v]) => [`${k}.${n}`, v])
      )
    const form = {
      ...letter,
      ...row(0, { chosen: 'yes' }),
      ...row(1, {}),
      ...row(2, { free: 'yes', name: '', mail: '' }),
      ...row(3, { free: 'yes', mail: 'C@d.example' })
    }
    const reading = read(asking, form)
    expect(reading.ok && reading.value.people.map(({ mail }) => mail)).toEqual([bo.mail, 'c@d.example'])
    expect(read(asking, { ...form, 'mail.3': 'c' })).toEqual({
      ok: false,
      errors: { 'mail.3': 'not_a_mail' }
    })
    expect(read(asking, { ...letter })).toEqual({ ok: false, errors: { people: 'nobody_asked' } })
  })
})

describe('a link', () => {
  test('is known by its hash only, and by nothing that was not made', async () => {
    const row = await db.selectFrom('publication_reader').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(await token())
    for (const guess of ['', 'x', 'A'.repeat(43), eva.reading.reader])
      await expect(findReader(db, guess)).rejects.toThrow(NotFound)
  })

  test('expires a good while after its day', async () => {
    setClock(new Date('2099-03-31T12:00:00Z'))
    expect((await findReader(db, await token())).state).toBe('open')
    setClock(new Date('2099-04-02T12:00:00Z'))
    expect((await findReader(db, await token())).state).toBe('expired')
  })

  test('is the same one when it is mailed again, and another at another address', async () => {
    const before = await token()
    await write(db, cli, (tx) => sendReadingAgain(tx, cli, eva.reading.reader, secrets))
    await write(db, cli, (tx) => sendReadingAgain(tx, cli, eva.reading.reader, secrets))
    expect(await token()).toBe(before)
    expect(await mails('reading_asked')).toHaveLength(2)
    const moved = { name: 'Eva', mail: 'ny@bolaget.example' }
    await write(db, cli, (tx) => mendReader(tx, cli, eva.reading.reader, moved, secrets))
    await expect(findReader(db, before)).rejects.toThrow(NotFound)
    expect(await mails('reading_asked')).toHaveLength(3)
  })
})

describe('whoever asks', () => {
  test('is told which of the parties’ addresses is their own', async () => {
    const id = newId()
    await write(db, cli, (tx) => tx.insertInto('person').values({ id, name: 'Eva', mail }).execute())
    const self: Actor = { ...cli, record: { via: 'session' }, person: { id, name: 'Eva' } }
    const own = async (actor: Actor) =>
      (await listAskable(db, actor, world.report)).flatMap(({ contacts }) =>
        contacts.map((contact) => [contact.mail, contact.own])
      )
    expect([await own(self), await own(cli)]).toEqual([[[mail, true]], [[mail, false]]])
  })
})

describe('somebody with an account', () => {
  test('is told what they are asked to read at their own address, until they have said something', async () => {
    const id = newId()
    await write(db, cli, (tx) => tx.insertInto('person').values({ id, name: 'Eva', mail }).execute())
    const self: Actor = { ...visitor, record: { via: 'session' }, person: { id, name: 'Eva' } }
    const other: Actor = { ...self, person: { id: newId(), name: 'Bo' } }
    const read = async (actor: Actor) => (await listOwnReadings(db, actor, secrets)).map(({ token }) => token)
    expect([await read(self), await read(other), await read(visitor)]).toEqual([[await token()], [], []])
    await say()
    expect(await read(self)).toEqual([])
  })
})

describe('a person who ends', () => {
  test('reads nothing more by the links to their mail, and is not proposed again', async () => {
    const id = newId()
    const person = { id, name: 'Eva', mail }
    await write(db, cli, (tx) => tx.insertInto('person').values(person).execute())
    await write(db, cli, (tx) => endPerson(tx, cli, id))
    expect((await findReader(db, await token())).state).toBe('withdrawn')
    expect(await listAskable(db, cli, world.report)).toMatchObject([{ contacts: [] }])
  })
})

describe('a comment', () => {
  test('sent twice is one; with other words it is another', async () => {
    const comment = said()
    const send = (text: string) => write(db, eva, (tx) => addComment(tx, eva, { ...comment, text }))
    expect(await send('Ett')).toBe(await send('Ett'))
    expect(await send('Två')).not.toBe(comment.id)
    expect(await listOwnComments(db, eva)).toHaveLength(2)
  })

  test('is changed and taken back until it is settled', async () => {
    const id = await say()
    const change = (version: number, text: string) =>
      write(db, eva, (tx) =>
        changeComment(tx, eva, { comment: id, version, kind: 'objection', text, instead: 'Så här' })
      )
    await change(1, 'Stämmer inte.')
    await expect(change(1, 'Nej.')).rejects.toThrow(Conflict)
    expect(await listOpenObjections(db, cli, world.report)).toMatchObject([
      {
        text: 'Stämmer inte.',
        instead: 'Så här',
        about: 'Skola',
        name: 'Eva Läsare',
        organisation: 'Ett bolag'
      }
    ])
    await settle(id)
    expect(await code(change(2, 'Nej.'))).toEqual({ form: 'settled' })
    expect(await code(write(db, eva, (tx) => takeBackComment(tx, eva, id)))).toEqual({ form: 'settled' })
  })

  test('that is taken back is gone for all, and nobody answers it', async () => {
    const id = await say({ kind: 'objection' })
    await write(db, eva, (tx) => takeBackComment(tx, eva, id))
    expect([await listOwnComments(db, eva), await listComments(db, cli, world.report)]).toEqual([[], []])
    expect(await code(settle(id))).toEqual({ form: 'taken_back' })
  })

  test('says what should stand instead only where it objects', async () => {
    await say({ instead: 'Något' })
    expect(await listOwnComments(db, eva)).toMatchObject([{ kind: 'comment', instead: null }])
  })
})

describe('approving', () => {
  const approve = () => write(db, eva, (tx) => approveReport(tx, eva))
  const approved = async () => (await findReadingErrand(db, eva)).approved_at !== null

  test('waits for an objection of their own, and an objection takes it back', async () => {
    await approve()
    expect(await approved()).toBe(true)
    const id = await say({ kind: 'objection' })
    expect(await approved()).toBe(false)
    expect(await code(approve())).toEqual({ form: 'own_objection' })
    await settle(id)
    await approve()
    expect(await approved()).toBe(true)
  })
})

describe('settling', () => {
  test('is mailed once, together with what is settled soon after', async () => {
    const [one, two, three] = [await say(), await say(), await say()]
    await settle(one)
    await settle(one)
    await settle(two)
    setClock(new Date('2027-01-10T10:06:00Z'))
    await settle(three)
    const told = (await mails('comments_settled')).map(
      ({ parameters }) => (parameters as { comments: Id[] }).comments
    )
    expect(told).toEqual([[one, two], [three]])
  })

  test('is done once', async () => {
    const id = await say()
    await settle(id, 'Ja.')
    expect(await code(settle(id, 'Nej.'))).toEqual({ form: 'settled' })
  })

  test('puts objections that wait first, and what is settled last', async () => {
    const [one, two, three] = [await say(), await say({ kind: 'objection' }), await say()]
    await settle(one)
    expect((await listComments(db, cli, world.report)).map(({ id }) => id)).toEqual([two, three, one])
  })
})

describe('whoever freezes a draft', () => {
  const goOn = (heeded: number | null) =>
    code(write(db, cli, (tx) => refuseUnheeded(tx, cli, world.report, heeded)))

  test('says first how many objections they know of', async () => {
    expect(await goOn(null)).toBeNull()
    await say()
    const id = await say({ kind: 'objection' })
    expect(await goOn(null)).toEqual({ heeded: 'open_objections' })
    expect(await goOn(1)).toBeNull()
    await say({ kind: 'objection' })
    expect(await goOn(1)).toEqual({ heeded: 'open_objections' })
    await settle(id)
    expect(await goOn(1)).toBeNull()
  })
})

describe('a draft that is frozen', () => {
  test('takes no more words, is settled all the same, and leaves the next one open', async () => {
    const id = await say()
    await freeze()
    expect((await findReadingErrand(db, eva)).frozen).toBe(true)
    expect(await code(say())).toEqual({ form: 'draft_frozen' })
    expect(await code(write(db, eva, (tx) => approveReport(tx, eva)))).toEqual({ form: 'draft_frozen' })
    expect(await code(write(db, eva, (tx) => takeBackComment(tx, eva, id)))).toEqual({ form: 'draft_frozen' })
    await settle(id)
    const again = await askedReader(db, world.publication)
    expect(again.reading.edition).toBe(2)
    await write(db, again, (tx) => addComment(tx, again, said()))
  })
})

describe('reminding', () => {
  const remind = () => write(db, cli, (tx) => remindReaders(tx, cli, world.report, 1))

  test('goes to those who have said nothing, once a day, and not on the day they were asked', async () => {
    expect(await remind()).toBe(0)
    setClock(new Date('2027-01-12T10:00:00Z'))
    expect([await remind(), await remind()]).toEqual([1, 0])
    setClock(new Date('2027-01-13T10:00:00Z'))
    await say()
    expect(await remindableReaders(db, cli, world.report)).toEqual([])
  })

  test('is not for a draft that has been frozen meanwhile', async () => {
    await freeze()
    expect(await code(remind())).toEqual({ form: 'draft_frozen' })
  })
})

test('whoever follows sees what each has said, and how the mail went', async () => {
  await say({ kind: 'objection' })
  await db.updateTable('message').set({ state: 'sent', sent_at: new Date() }).execute()
  expect(await listReaders(db, cli, world.report)).toMatchObject([
    { name: 'Eva Läsare', organisation: 'Ett bolag', comments: 1, objections: 1, mailing: 'sent' }
  ])
})

test('whoever is to freeze it sees how many of those asked have not answered, and their last day', async () => {
  const unanswered = async () => (await readingOf(db, cli, world.report)).unanswered
  expect(await unanswered()).toEqual({ count: 1, until: letter.due_on, over: false })
  const bo = await askedReader(db, world.publication, { name: 'Bo', mail: 'bo@bolaget.example' })
  const cia = await askedReader(db, world.publication, { name: 'Cia', mail: 'cia@bolaget.example' })
  setClock(new Date('2099-02-01T10:00:00Z'))
  expect(await unanswered()).toMatchObject({ count: 3, over: true })
  setClock(new Date('2027-01-10T10:00:00Z'))
  await say()
  await write(db, bo, (tx) => approveReport(tx, bo))
  expect((await unanswered()).count).toBe(1)
  await write(db, cli, (tx) => withdrawReader(tx, cli, cia.reading.reader))
  expect(await unanswered()).toEqual({ count: 0, until: null, over: false })
})
