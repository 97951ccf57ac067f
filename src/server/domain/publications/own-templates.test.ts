import { beforeAll, describe, expect, test } from 'vitest'
import { cli, type Actor } from '#server/domain/people/actor.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { rolesRound } from '#tests/publications/roles.ts'
import { createPublication } from './composing.ts'
import type { NewBlock } from './fields.ts'
import { blocksOfTemplate, listTemplates, removeTemplate, saveTemplate } from './own-templates.ts'
import { listBlocks } from './publications.ts'
import { templateNames, templatesFor } from './templates.ts'

const db = await testDatabase()
let promise: Awaited<ReturnType<typeof makePromise>>
let publication: Id

const create = (template: string, slug: string, blocks?: NewBlock[]) =>
  write(db, cli, (tx) =>
    createPublication(tx, cli, {
      ...{ collaboration: promise.collaboration, template, title: slug, slug },
      ...(blocks && { blocks })
    })
  )
const save = (name: string, actor: Actor = cli, of = publication) =>
  write(db, cli, (tx) => saveTemplate(tx, actor, of, { name }))

beforeAll(async () => {
  promise = await makePromise(db, [{ title: 'Frukost' }])
  const { objective, round } = promise
  publication = await create('brief', 'grunden', [
    { kind: 'prose', part: 'summary', prose: 'Hemligt nog.' },
    { kind: 'totals', round: 'latest', heading: 'Så gick det' },
    { kind: 'prose', part: 'focus_area', objective, prose: 'Skolan.' },
    { kind: 'deeds', objective, round, extent: 'highlights' },
    { kind: 'annexes' }
  ])
})

describe('a template of an own', () => {
  const kept = [
    { kind: 'prose', part: 'summary' },
    { kind: 'totals', heading: 'Så gick det', settings: { round: 'latest' } },
    {
      perFocusArea: [
        { kind: 'prose', part: 'focus_area' },
        { kind: 'deeds', settings: { extent: 'highlights' } }
      ]
    },
    { kind: 'annexes' }
  ]

  test('keeps the set of blocks with what they are set to, and neither prose nor things of the collaboration', async () => {
    const code = await save('Vår mall')
    expect(code).toBe('var-mall')
    expect(await blocksOfTemplate(db, code)).toEqual(kept)
    const made = await listBlocks(db, await create(code, 'av-var-mall'))
    expect(made.map(({ kind, prose, settings }) => [kind, prose, settings])).toEqual([
      ['prose', null, { part: 'summary' }],
      ['totals', null, { round: 'latest' }],
      ['prose', 'Alla ska klara skolan.', { part: 'focus_area', objective: promise.objective }],
      ['deeds', null, { extent: 'highlights', objective: promise.objective }],
      ['annexes', null, {}]
    ])
  })

  test('sent twice is made once, and takes no name that another has', async () => {
    expect(await save('Vår mall')).toBe(await save('Vår mall'))
    const other = await create('brief', 'en-annan', [{ kind: 'quarter' }])
    await expect(save('Vår mall', cli, other)).rejects.toThrow(Invalid)
    await expect(save('Brief')).rejects.toThrow(Invalid)
    await expect(save('…')).rejects.toThrow(Invalid)
  })

  test('is offered first where collaborations are of its kind', async () => {
    await save('Vår mall')
    const { code } = await db
      .selectFrom('kind')
      .select('code')
      .where('id', '=', promise.kind)
      .executeTakeFirstOrThrow()
    const names = (templates: { code: string }[]) => templates.map((one) => one.code)
    expect(names((await listTemplates(db, code)).suiting)).toEqual(['var-mall'])
    const elsewhere = await listTemplates(db, 'citizen_promise')
    expect([names(elsewhere.suiting), names(elsewhere.others)]).toEqual([[], ['var-mall']])
  })

  test('that there is not begins nothing', async () => {
    await expect(create('finns-inte', 'ingen')).rejects.toThrow(Invalid)
  })
})

describe('the usual templates', () => {
  test('come in the order that suits the kind', () => {
    expect(templatesFor('citizen_promise')[0]).toBe('final_follow_up')
    expect(templatesFor('area_programme').slice(0, 2)).toEqual(['half_year', 'annual'])
    expect(templatesFor('equality_programme')).toContain('local_overview')
    expect(templatesFor('own-kind')).toEqual(templateNames)
  })

  test.each(templateNames)('%s begins a publication', async (template) => {
    const blocks = await listBlocks(db, await create(template, `av-${template.replaceAll('_', '-')}`))
    expect(blocks.length).toBeGreaterThan(5)
  })
})

describe('rights', () => {
  const actions: Record<string, (actor: Actor) => Promise<unknown>> = {
    save: (actor) => save('Rätt', actor),
    remove: (actor) => write(db, cli, (tx) => removeTemplate(tx, actor, 'ratt'))
  }
  /** For each role exactly these and no others. */
  const table: Record<keyof ReturnType<typeof rolesRound>, string[]> = {
    visitor: [],
    'signed in without a role': [],
    'representative of a party': [],
    'reader of the collaboration': [],
    'coordinator of the collaboration': ['save'],
    'coordinator of another': [],
    'reader of all': [],
    'coordinator of all': ['save'],
    administrator: ['save', 'remove'],
    'command line': ['save', 'remove']
  }

  test.each(Object.entries(table))('%s: %s', async (role, may) => {
    const actor = rolesRound(promise.collaboration, promise.maker)[role as keyof typeof table]
    for (const [name, action] of Object.entries(actions)) {
      const done = await action(actor).then(
        () => true,
        (refusal: unknown) => {
          if (refusal instanceof NotFound || refusal instanceof NotAllowed) return false
          throw refusal
        }
      )
      expect([name, done]).toEqual([name, may.includes(name)])
    }
  })
})
