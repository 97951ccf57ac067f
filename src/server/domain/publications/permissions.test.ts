import { beforeAll, describe, expect, test } from 'vitest'
import { cli, visitor, type Actor } from '#server/domain/people/actor.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { lens } from '#tests/publications/lens.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { rolesRound } from '#tests/publications/roles.ts'
import { addBlock, changeBlock, moveBlock, removeBlock } from './blocks/blocks.ts'
import { changePublication, createPublication } from './composing.ts'
import { findEdition } from './editions/editions.ts'
import { findPublication, listBlocks } from './publications.ts'
import { publish } from './editions/publishing.ts'
import { putBack } from './blocks/putting-back.ts'
import { saveText } from './blocks/text-saving.ts'
import { listWordings, takeBack } from './blocks/versions.ts'

const db = await testDatabase()
type Role = keyof ReturnType<typeof rolesRound>
let roles: Record<Role, Actor>
let collaboration: Id
const ids = { draft: '', public: '', parties: '', own: '' }

beforeAll(async () => {
  const promise = await makePromise(db, [{ title: 'Frukost' }])
  collaboration = promise.collaboration
  roles = rolesRound(collaboration, promise.maker)
  for (const reach of ['draft', 'public', 'parties', 'own'] as const)
    await write(db, cli, async (tx) => {
      const made = { collaboration, template: 'final_follow_up' as const, title: reach, slug: reach }
      ids[reach] = await createPublication(tx, cli, reach === 'draft' ? made : { ...made, reach })
      if (reach !== 'draft') await publish(tx, cli, ids[reach])
    })
})

const act = (work: Parameters<typeof write<unknown>>[2]) => write<unknown>(db, cli, work)
const asWritten = { heading: null, prose: null }
const first = async (tx: Tx, id: Id) => (await listBlocks(tx, id))[0]?.id ?? ''

const actions: Record<string, (actor: Actor) => Promise<unknown>> = {
  create: (actor) =>
    act((tx) =>
      createPublication(tx, actor, { collaboration, template: 'final_follow_up', title: 'x', slug: 'x' })
    ),
  'read draft': (actor) => findPublication(db, actor, 'draft'),
  'read public': (actor) => findEdition(db, actor, 'public'),
  'read for parties': (actor) => findEdition(db, actor, 'parties'),
  'read own': (actor) => findEdition(db, actor, 'own'),
  'change title': (actor) =>
    act((tx) => changePublication(tx, actor, ids.public, { version: 1, title: 'y', reach: 'public' })),
  'change reach of draft': (actor) =>
    act((tx) => changePublication(tx, actor, ids.draft, { version: 1, title: 'draft', reach: 'own' })),
  'change reach of published': (actor) =>
    act((tx) => changePublication(tx, actor, ids.public, { version: 1, title: 'public', reach: 'own' })),
  'add block': (actor) => act((tx) => addBlock(tx, actor, ids.public, { kind: 'prose', prose: 'x' })),
  'change block': (actor) =>
    act(async (tx) =>
      changeBlock(tx, actor, await first(tx, ids.public), { ...asWritten, prose: 'x', version: 1 })
    ),
  'move block': (actor) =>
    act(async (tx) => moveBlock(tx, actor, await first(tx, ids.public), { after: null })),
  'remove block of draft': (actor) =>
    act(async (tx) => removeBlock(tx, actor, ids.draft, await first(tx, ids.draft))),
  'remove block of published': (actor) =>
    act(async (tx) => removeBlock(tx, actor, ids.public, await first(tx, ids.public))),
  'put back a block': (actor) => act((tx) => putBack(tx, actor, ids.draft, newId())),
  'read earlier wordings': async (actor) => {
    const [block] = await listBlocks(db, ids.public)
    return listWordings(db, actor, block?.id ?? '')
  },
  'take back a wording': (actor) =>
    act(async (tx) => {
      const [block] = await listBlocks(tx, ids.public)
      return takeBack(tx, actor, block?.id ?? '', { version: block?.version ?? 0, from: 1 })
    }),
  'write it as one text': (actor) =>
    act((tx) => saveText(tx, actor, ids.draft, { seen: [], text: '', chosen: {} }, lens)),
  publish: (actor) => act((tx) => publish(tx, actor, ids.draft)),
  republish: (actor) => act((tx) => publish(tx, actor, ids.public, { note: 'x' }))
}

const compiling = [
  'create',
  'read draft',
  'read public',
  'read for parties',
  'read own',
  'change title',
  'change reach of draft',
  'add block',
  'change block',
  'move block',
  'remove block of draft',
  'put back a block',
  'read earlier wordings',
  'take back a wording',
  'write it as one text',
  'publish',
  'republish'
]
const reading = ['read draft', 'read public', 'read for parties', 'read own']
/** For each role exactly these and no others. */
const table: Record<Role, string[]> = {
  visitor: ['read public'],
  'signed in without a role': ['read public'],
  'representative of a party': ['read public', 'read for parties'],
  'reader of the collaboration': reading,
  'coordinator of the collaboration': compiling,
  'coordinator of another': ['read public'],
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
    if (refusal instanceof NotFound || refusal instanceof NotAllowed) return false
    throw refusal
  }
}

describe('rights', () => {
  test.each(
    Object.entries(table).flatMap(([role, may]) =>
      Object.keys(actions).map((action) => [role, action, may.includes(action)])
    )
  )('%s: %s %s', async (role, action, may) => {
    expect(await mayThey(actions[action as string]!, roles[role as Role])).toBe(may)
  })

  test('what is not to be seen is not found, what is seen but not theirs is not allowed', async () => {
    await expect(findPublication(db, visitor, 'draft')).rejects.toThrow(NotFound)
    await expect(act((tx) => addBlock(tx, visitor, ids.draft, { kind: 'prose' }))).rejects.toThrow(NotFound)
    await expect(act((tx) => addBlock(tx, visitor, ids.public, { kind: 'prose' }))).rejects.toThrow(
      NotAllowed
    )
  })
})
