import { beforeAll, describe, expect, test } from 'vitest'
import { cli, type Actor } from '#server/domain/people/actor.ts'
import { findPublicationById } from '#server/domain/publications/publications.ts'
import { readProof } from '#server/domain/publications/editions/proofs.ts'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { rolesRound } from '#tests/publications/roles.ts'
import { askedReader, letter, reportToRead } from '#tests/read-report.ts'
import { secrets } from '#tests/round.ts'
import { approveReport } from './approving.ts'
import { askReaders } from './asking.ts'
import { listAskable } from './choosing.ts'
import { addComment, changeComment, takeBackComment } from './commenting.ts'
import { listReaders } from './following.ts'
import { refuseUnheeded } from './heeding.ts'
import { listComments, listOpenObjections, listOwnComments } from './listing.ts'
import type { ReaderActor } from './readers.ts'
import { remindReaders } from './reminding.ts'
import { markReaderLost, mendReader, sendReadingAgain, withdrawReader } from './sending.ts'
import { settleComment } from './settling.ts'
import { listToSettle } from './waiting.ts'

const db = await testDatabase()
type Role = keyof ReturnType<typeof rolesRound>
let world: Awaited<ReturnType<typeof reportToRead>>
let roles: Record<Role, Actor>
let eva: ReaderActor
let bo: ReaderActor
let comment: string

const said = { kind: 'objection', text: 'Så var det inte.', instead: null } as const
const about = { id: null, block: null, about: null }

beforeAll(async () => {
  world = await reportToRead(db)
  roles = rolesRound(world.collaboration, world.maker)
  const people = Object.values(roles).flatMap(({ person }) => (person ? [person] : []))
  await write(db, cli, (tx) =>
    tx
      .insertInto('person')
      .values(people.map((one) => ({ ...one, mail: `${one.id}@roll.example` })))
      .execute()
  )
  eva = await askedReader(db, world.publication)
  bo = await askedReader(db, world.publication, { name: 'Bo', mail: 'bo@bolaget.example' })
  comment = await write(db, eva, (tx) => addComment(tx, eva, { ...said, ...about }))
})

const act = (work: Parameters<typeof write<unknown>>[2]) => write<unknown>(db, cli, work)
const somebody = { name: 'Ny', mail: 'ny@bolaget.example', organisation: null }

/** What only whoever compiles the report does. */
const actions: Record<string, (actor: Actor) => Promise<unknown>> = {
  'see whom to ask': (actor) => listAskable(db, actor, world.report),
  ask: (actor) =>
    act((tx) => askReaders(tx, actor, world.publication, { ...letter, people: [somebody] }, secrets)),
  'see the readers': (actor) => listReaders(db, actor, world.report),
  'see the comments': (actor) => listComments(db, actor, world.report),
  'see the objections': (actor) => listOpenObjections(db, actor, world.report),
  'go on in spite of them': (actor) => act((tx) => refuseUnheeded(tx, actor, world.report, 1)),
  remind: (actor) => act((tx) => remindReaders(tx, actor, world.report, 1)),
  'send again': (actor) => act((tx) => sendReadingAgain(tx, actor, eva.reading.reader, secrets)),
  withdraw: (actor) => act((tx) => withdrawReader(tx, actor, eva.reading.reader)),
  'mend an address': (actor) => act((tx) => mendReader(tx, actor, eva.reading.reader, somebody, secrets)),
  'say that it did not arrive': (actor) => act((tx) => markReaderLost(tx, actor, eva.reading.reader)),
  settle: (actor) => act((tx) => settleComment(tx, actor, { comment, answer: 'Vi ändrar det.' }))
}
const compiling: Role[] = [
  'coordinator of the collaboration',
  'coordinator of all',
  'administrator',
  'command line'
]

async function mayThey(action: (actor: Actor) => Promise<unknown>, actor: Actor): Promise<boolean> {
  try {
    await action(actor)
    return true
  } catch (refusal) {
    if (refusal instanceof NotFound || refusal instanceof NotAllowed) return false
    throw refusal
  }
}

describe('rights', () => {
  test.each(
    (Object.keys(rolesRound('', '')) as Role[]).flatMap((role) =>
      Object.keys(actions).map((action) => [role, action, compiling.includes(role)] as const)
    )
  )('%s: %s %s', async (role, action, may) => {
    expect(await mayThey(actions[action]!, roles[role])).toBe(may)
  })

  test.each(Object.keys(actions))('whoever holds a link: %s false', async (action) => {
    expect(await mayThey(actions[action]!, eva)).toBe(false)
  })
})

describe('a link to read', () => {
  test('lets its bearer read the draft and say something of it, and is nobody elsewhere', async () => {
    expect((await readProof(db, eva)).content?.title).toBe('Rapporten')
    await expect(findPublicationById(db, eva, world.publication)).rejects.toThrow(NotFound)
  })

  test('shows its bearer what they said themselves, and nothing of what others said', async () => {
    expect((await listOwnComments(db, eva)).map(({ id }) => id)).toEqual([comment])
    expect(await listOwnComments(db, bo)).toEqual([])
  })

  test('does not let its bearer change or take back what others said', async () => {
    const changed = { ...said, comment, version: 1, text: 'Något annat' }
    await expect(write(db, bo, (tx) => changeComment(tx, bo, changed))).rejects.toThrow(NotFound)
    await expect(write(db, bo, (tx) => takeBackComment(tx, bo, comment))).rejects.toThrow(NotFound)
  })

  test('is told of to those who are to answer it', async () => {
    const slugs = async (role: Role) =>
      (await listToSettle(db, roles[role])).map(({ objections }) => objections)
    for (const role of Object.keys(roles) as Role[])
      expect([role, await slugs(role)]).toEqual([role, compiling.includes(role) ? [1] : []])
    expect(await listToSettle(db, eva)).toEqual([])
  })

  test('approves for its bearer only', async () => {
    await write(db, bo, (tx) => approveReport(tx, bo))
    const readers = await listReaders(db, cli, world.report)
    expect(readers.map(({ name, approved_at }) => [name, approved_at !== null])).toEqual([
      ['Bo', true],
      ['Eva Läsare', false]
    ])
  })
})
