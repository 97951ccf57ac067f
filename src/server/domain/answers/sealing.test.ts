import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { secretsFrom } from '#server/platform/secrets/secrets.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets } from '#tests/round.ts'
import type { LinkActor } from '../links/links.ts'
import { progressOf } from '../rounds/progress.ts'
import { findDraft, listBegun, listDrafts } from './drafts.ts'
import { saveDraft } from './saving.ts'
import { seal, unseal } from './sealing.ts'
import { submitAnswers } from './submitting.ts'

const db = await testDatabase()
const marked = 'Ugglemärket åäö 4711'

const save = (
  actor: LinkActor,
  written: Record<string, string>,
  mark = '',
  item = actor.errand.items[0] ?? ''
) => write(db, actor, (tx) => saveDraft(tx, actor, { item, mark, written }, secrets))

/** Every column of every table that holds text, as text or as bytes: is it anywhere? */
async function placesOf(text: string, among: Db): Promise<string[]> {
  const { rows } = await sql<{ table_name: string; column_name: string; data_type: string }>`
    select c.table_name, c.column_name, c.data_type from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`.execute(among)
  const found: string[] = []
  for (const { table_name, column_name, data_type } of rows) {
    const column = sql.ref(column_name)
    const hit =
      data_type === 'bytea'
        ? sql`position(convert_to(${text}, 'UTF8') in ${column}) > 0`
        : sql`position(${text} in ${column}::text) > 0`
    const there = await sql`select 1 from ${sql.table(table_name)} where ${hit} limit 1`.execute(among)
    if (there.rows.length > 0) found.push(`${table_name}.${column_name}`)
  }
  return found
}

describe('a draft', () => {
  test('is found nowhere in the database, in no column of any table', async () => {
    const { partner } = await askedWorld(db)
    const first = await save(partner, {
      degree: 'partly',
      done: marked,
      'figures.0.value': '1',
      'figures.0.unit': marked
    })
    await save(partner, { degree: 'mostly', done: `${marked} igen`, learnt: marked }, first.mark)
    expect(await placesOf(marked, db)).toEqual([])
    expect(await placesOf('Ugglemärket', db)).toEqual([])
    expect(await placesOf('Områdeschef', db)).toEqual(['party.contact_name', 'responder.name'])
  })

  test('grows no longer than anybody writes', async () => {
    const { partner } = await askedWorld(db)
    const long = Object.fromEntries(
      Array.from({ length: 250 }, (_, n) => [`answers.f${n}`, 'x'.repeat(20_000)])
    )
    await save(partner, { done: marked })
    await expect(save(partner, long)).rejects.toMatchObject({ errors: { form: 'too_long' } })
    expect((await listDrafts(db, partner, secrets))[0]?.written).toEqual({ done: marked })
  })

  test('is read by its space’s links and by nobody else’s', async () => {
    const { partner, officer } = await askedWorld(db)
    await save(partner, { done: marked })
    const item = partner.errand.items[0] ?? ''
    expect((await findDraft(db, partner, item, secrets))?.written).toEqual({ done: marked })
    expect(await listDrafts(db, officer, secrets)).toEqual([])
    const thief = { ...officer, errand: { ...officer.errand, items: partner.errand.items } }
    expect(await listDrafts(db, thief, secrets)).toEqual([])
    await expect(save(officer, { done: 'x' }, '', item)).rejects.toThrow('not found: item')
  })

  test('shows the coordinator that it is begun, and nothing more', async () => {
    const { partner, round } = await askedWorld(db)
    await save(partner, { degree: 'partly', done: marked })
    const progress = await progressOf(db, round)
    expect(JSON.stringify(progress)).not.toContain('Uggle')
    expect(progress.map(({ state }) => state)).toEqual(['waiting', 'begun'])
    expect(progress[1]?.items.map(({ begun, degree }) => [begun, degree])).toEqual([
      [true, null],
      [false, null],
      [false, null]
    ])
  })

  test('that holds nothing is not begun', async () => {
    const { partner } = await askedWorld(db)
    await save(partner, {
      publishable: 'yes',
      'figures.0.qualifier': 'exactly',
      'figures.0.scope': 'this_period'
    })
    expect(await listDrafts(db, partner, secrets)).toEqual([])
  })

  test('of two windows keeps both texts, and is not sent in until somebody has chosen', async () => {
    const { partner } = await askedWorld(db)
    const first = await save(partner, { degree: 'fully', done: 'Från början' })
    const second = await save(partner, { done: 'Fönster ett' }, first.mark)
    expect(await save(partner, { done: 'Fönster ett' }, first.mark)).toMatchObject({ mark: second.mark })
    const both = await save(partner, { done: 'Fönster två', learnt: 'Mycket' }, first.mark)
    expect(both.conflicts['done']?.map(({ text, by }) => [text, by])).toEqual([
      ['Fönster ett', 'Områdeschef'],
      ['Fönster två', 'Områdeschef']
    ])
    const item = partner.errand.items[0] ?? ''
    const draft = await findDraft(db, partner, item, secrets)
    expect(draft?.written).toEqual({ degree: 'fully', done: 'Fönster ett', learnt: 'Mycket' })
    const send = (mark: string) =>
      write(db, partner, (tx) => submitAnswers(tx, partner, [{ item, mark }], secrets))
    await expect(send(both.mark)).rejects.toMatchObject({ errors: { [`${item}.done`]: 'two_texts' } })
    const [one, two] = both.conflicts['done']?.map(({ token }) => token) ?? []
    const chosen = await save(partner, { keep_done: two ?? '', seen_done: `${one} ${two}` }, both.mark)
    expect(chosen.conflicts).toEqual({})
    expect(await send(chosen.mark)).toEqual([item])
  })

  test('from before fields had their writers is read as it was', async () => {
    const { partner } = await askedWorld(db)
    const { mark } = await save(partner, { done: 'Nytt' })
    const [draft = ''] = mark.split('.')
    const old = seal(secrets, { space: partner.errand.space, draft }, JSON.stringify({ done: 'Gammalt' }))
    await db.updateTable('draft').set(old).where('id', '=', draft).execute()
    const found = await findDraft(db, partner, partner.errand.items[0] ?? '', secrets)
    expect([found?.written, found?.by]).toEqual([{ done: 'Gammalt' }, null])
    const saved = await save(partner, { done: 'Gammalt', learnt: 'Nytt' }, found?.mark)
    expect(saved.conflicts).toEqual({})
    const after = await findDraft(db, partner, partner.errand.items[0] ?? '', secrets)
    expect(after).toMatchObject({ written: { done: 'Gammalt', learnt: 'Nytt' }, by: { name: 'Områdeschef' } })
    expect([after?.fields['done']?.by, after?.fields['learnt']?.by?.name]).toEqual([null, 'Områdeschef'])
  })

  test('that another began is open to whoever was let in, and no other colleague', async () => {
    const { partner } = await askedWorld(db)
    await save(partner, { done: marked })
    const newcomer = {
      ...partner,
      errand: {
        ...partner.errand,
        admitted: false,
        responder: { ...partner.errand.responder, id: partner.errand.link, name: 'Ny' }
      }
    }
    expect(await listDrafts(db, newcomer, secrets)).toEqual([])
    expect(await listBegun(db, newcomer, secrets)).toEqual([
      { item: partner.errand.items[0], by: 'Områdeschef' }
    ])
    await expect(save(newcomer, { done: 'x' })).rejects.toMatchObject({ errors: { form: 'not_admitted' } })
  })
})

describe('sealed', () => {
  const place = { space: 'a', draft: 'b' }
  const sealed = seal(secrets, place, marked)
  test('opens where it was sealed', () => expect(unseal(secrets, place, sealed)).toBe(marked))
  test('is never the same twice', () =>
    expect(seal(secrets, place, marked).sealed).not.toEqual(sealed.sealed))
  test.each([
    ['in another space', () => unseal(secrets, { ...place, space: 'c' }, sealed)],
    ['on another row', () => unseal(secrets, { ...place, draft: 'c' }, sealed)],
    ['with another salt', () => unseal(secrets, place, { ...sealed, salt: Buffer.alloc(16) })],
    ['by another secret', () => unseal(secretsFrom(Buffer.alloc(32, 8)), place, sealed)],
    [
      'when it was touched',
      () => unseal(secrets, place, { ...sealed, sealed: Buffer.from(sealed.sealed).fill(1, 30, 31) })
    ]
  ])('does not open %s', (_, open) => expect(open).toThrow())
})
