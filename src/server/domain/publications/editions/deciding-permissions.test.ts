import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { Gone, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { madeOf, sendNow } from '#tests/publications/made.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { rolesRound } from '#tests/publications/roles.ts'
import { changeDecision, listDecisions, removeDecision } from '../../decisions/decisions.ts'
import { listRegister } from '../../decisions/register.ts'
import { cli, type Actor } from '../../people/actor.ts'
import { readArchive } from './archiving.ts'
import { createPublication } from '../composing.ts'
import { decideEdition, moveInChain } from './deciding.ts'
import { findEdition } from './editions.ts'
import { findFile } from './files.ts'
import { keepUnpublished, publish, publishEdition } from './publishing.ts'
import { sendForDecision, type Made } from './sending.ts'
import { sendBack, withdraw } from './withdrawing.ts'

const db = await testDatabase()
type Role = keyof ReturnType<typeof rolesRound>
let roles: Record<Role, Actor>
let collaboration: Id
const ids = { waiting: '', out: '', parties: '', withdrawn: '' }
const decisions = { waiting: '', out: '' }
let made: Made

beforeAll(async () => {
  const promise = await makePromise(db, [{ title: 'Frukost' }])
  collaboration = promise.collaboration
  roles = rolesRound(collaboration, promise.maker)
  const act = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
  for (const slug of ['waiting', 'out', 'parties', 'withdrawn'] as const) {
    const reach = slug === 'parties' ? 'parties' : 'public'
    ids[slug] = await act((tx) =>
      createPublication(tx, cli, { collaboration, template: 'final_follow_up', title: slug, slug, reach })
    )
    if (slug === 'waiting') await sendNow(db, ids[slug])
    else {
      const ready = await madeOf(db, ids[slug])
      await act((tx) => publish(tx, cli, ids[slug], {}, ready))
    }
  }
  await act((tx) => withdraw(tx, cli, ids.withdrawn, { edition: 1, reason: 'x' }))
  for (const slug of ['waiting', 'out'] as const)
    decisions[slug] = await act((tx) => decideEdition(tx, cli, ids[slug], 1, { body: slug }))
  made = await madeOf(db, ids.waiting, 2)
})

const undone = class extends Error {}
/** Done, and then undone: what one may does not stand in the way of the next. */
const act = (actor: Actor, work: (tx: Tx) => Promise<unknown>) =>
  write(db, actor, async (tx) => {
    await work(tx)
    throw new undone()
  }).catch((error: unknown) => {
    if (!(error instanceof undone)) throw error
  })
const found = async (list: Promise<{ id: string }[]>, id: string) => {
  if (!(await list).some((one) => one.id === id)) throw new NotFound('decision')
}
const there = async (file: Promise<unknown>) => {
  if (!(await file)) throw new NotFound('file')
}
const asWritten = {
  ...{ kind: 'decision' as const, body: 'ny', decided_on: null, section: null, case_number: null },
  ...{ wording: null, adjusted_on: null, posted_on: null, sent_to: null, reach: 'public' as const }
}

const actions: Record<string, (actor: Actor) => Promise<unknown>> = {
  'send for decision': (actor) =>
    act(actor, (tx) => sendForDecision(tx, actor, ids.waiting, { number: 2 }, made)),
  'publish what waits': (actor) =>
    act(actor, (tx) => publishEdition(tx, actor, ids.waiting, { edition: 1, day: null, time: null })),
  'take back the time': (actor) => act(actor, (tx) => keepUnpublished(tx, actor, ids.waiting, 1)),
  'send back': (actor) => act(actor, (tx) => sendBack(tx, actor, ids.waiting, { edition: 1, reason: 'x' })),
  withdraw: (actor) => act(actor, (tx) => withdraw(tx, actor, ids.out, { edition: 1, reason: 'x' })),
  decide: (actor) => act(actor, (tx) => decideEdition(tx, actor, ids.waiting, 1, { body: 'x' })),
  'change a decision': (actor) =>
    act(actor, (tx) => changeDecision(tx, actor, decisions.waiting, { ...asWritten, version: 1 })),
  'move a decision': (actor) =>
    act(actor, (tx) =>
      moveInChain(tx, actor, ids.waiting, 1, {
        ...{ decision: decisions.waiting, direction: 'up', position: 0 }
      })
    ),
  'remove a decision': (actor) => act(actor, (tx) => removeDecision(tx, actor, decisions.out)),
  'take the archive': (actor) => readArchive(db, actor, 'out'),
  'read what waits': (actor) => findEdition(db, actor, 'waiting', 1),
  'file of what waits': (actor) => there(findFile(db, actor, 'waiting', 'pdf', 1)),
  'file of what is out': (actor) => there(findFile(db, actor, 'out', 'pdf')),
  'file for parties': (actor) => there(findFile(db, actor, 'parties', 'docx')),
  'file of what is withdrawn': (actor) => there(findFile(db, actor, 'withdrawn', 'html')),
  'decision on what waits': (actor) => found(listDecisions(db, actor, collaboration), decisions.waiting),
  'register of what waits': (actor) => found(listRegister(db, actor), decisions.waiting),
  'decision on what is out': (actor) => found(listRegister(db, actor), decisions.out)
}

const everyone = ['file of what is out', 'decision on what is out']
const reading = [
  ...everyone,
  ...['read what waits', 'file of what waits', 'file for parties', 'file of what is withdrawn'],
  ...['decision on what waits', 'register of what waits']
]
const compiling = Object.keys(actions)
/** For each role exactly these and no others. */
const table: Record<Role, string[]> = {
  visitor: everyone,
  'signed in without a role': everyone,
  'representative of a party': [...everyone, 'file for parties'],
  'reader of the collaboration': reading,
  'coordinator of the collaboration': compiling,
  'coordinator of another': everyone,
  'reader of all': reading,
  'coordinator of all': compiling,
  administrator: compiling,
  'command line': compiling
}

async function mayThey(action: (actor: Actor) => Promise<unknown>, actor: Actor): Promise<boolean> {
  try {
    await action(actor)
    return true
  } catch (refusal) {
    if (refusal instanceof NotFound || refusal instanceof NotAllowed || refusal instanceof Gone) return false
    throw refusal
  }
}

describe('rights on the way to readers', () => {
  test.each(
    Object.entries(table).flatMap(([role, may]) =>
      Object.keys(actions).map((action) => [role, action, may.includes(action)])
    )
  )('%s: %s %s', async (role, action, may) => {
    expect(await mayThey(actions[action as string]!, roles[role as Role])).toBe(may)
  })

  test('on what is seen but not theirs is refused, on what is not seen not there', async () => {
    const visitor = roles.visitor
    const reader = roles['reader of the collaboration']
    await expect(actions['withdraw']!(visitor)).rejects.toThrow(NotAllowed)
    await expect(actions['send back']!(visitor)).rejects.toThrow(NotFound)
    await expect(actions['decide']!(reader)).rejects.toThrow(NotAllowed)
    await expect(actions['file of what is withdrawn']!(visitor)).rejects.toThrow(Gone)
  })
})
