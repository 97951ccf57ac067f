import { describe, expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { read } from '#server/platform/forms/fields.ts'
import { write } from '#server/platform/db/write.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { cli, job, visitor, type Actor } from '../people/actor.ts'
import { changeKind, createKind } from './changing.ts'
import { newKind, newKindByName } from './fields.ts'
import { findKind, listKinds } from './kinds.ts'
import { can } from './permissions.ts'

const db = await testDatabase()
const promise = {
  one: 'löfte',
  theOne: 'löftet',
  many: 'löften',
  theMany: 'löftena',
  gender: 'neuter' as const
}
const words = { name: { sv: promise }, commitment: { sv: promise }, objective: { sv: promise } }
const create = (actor: Actor, code = 'promise') =>
  write(db, actor, (tx) => createKind(tx, actor, { code, words, set_up: {} }))

const somebody: Actor = { ...visitor, person: { id: '0190a000-0000-7000-8000-000000000001', name: 'Någon' } }
const rights: [role: string, actor: Actor, may: boolean][] = [
  ['a visitor', visitor, false],
  ['a representative', { ...somebody, organisations: ['o'] }, false],
  ['a reader of all', { ...somebody, reads: 'all' }, false],
  ['a coordinator of one collaboration', { ...somebody, coordinates: ['c'] }, false],
  ['a coordinator of all', { ...somebody, coordinates: 'all', reads: 'all' }, false],
  ['an administrator', { ...somebody, administrator: true }, true],
  ['a job', job, false],
  ['whoever runs commands', cli, true]
]
test.each(rights)('%s may do exactly this with kinds', (_role, actor, may) =>
  expect(can(actor)).toEqual({ create: may, change: may })
)

describe('a kind', () => {
  test('keeps its own words in every language it is given', async () => {
    const english = {
      ...promise,
      one: 'promise',
      theOne: 'the promise',
      many: 'promises',
      theMany: 'the promises'
    }
    await create(cli)
    const { id, version } = await findKind(db, 'promise')
    const both = { ...words, name: { sv: promise, en: english } }
    await write(db, cli, (tx) => changeKind(tx, cli, id, { words: both, version }))
    expect((await listKinds(db)).map((kind) => kind.words.name['en']?.many)).toEqual(['promises'])
    const stale = write(db, cli, (tx) => changeKind(tx, cli, id, { words, version }))
    await expect(stale).rejects.toThrow(Conflict)
  })

  test('has a code of its own', async () => {
    await create(cli)
    await expect(create(cli)).rejects.toEqual(new Invalid({ 'words.name.sv.one': 'taken' }))
    await expect(findKind(db, 'other')).rejects.toThrow(NotFound)
  })

  test('is made by administrators', () => expect(create(somebody)).rejects.toThrow(NotAllowed))

  test('has words in the base language at least, and all their forms', () => {
    const without = { code: 'promise', words: { ...words, name: { en: promise } } }
    expect(read(newKind, without)).toEqual({ ok: false, errors: { 'words.name.sv': expect.any(String) } })
    const half = { code: 'promise', words: { ...words, name: { sv: { ...promise, many: '' } } } }
    expect(read(newKind, half)).toEqual({ ok: false, errors: { 'words.name.sv.many': 'required' } })
  })
})

test('a kind made by its name gets its code from what it is called in Swedish', () => {
  const noun = { one: 'ett grannlöfte', theOne: 'b', many: 'c', theMany: 'd', gender: 'neuter' }
  const written = { words: { name: { sv: noun }, commitment: { sv: noun }, objective: { sv: noun } } }
  expect(read(newKindByName, written)).toMatchObject({ ok: true, value: { code: 'ett_grannlofte' } })
  expect(read(newKindByName, { words: { ...written.words, name: { sv: { ...noun, one: ' ' } } } })).toEqual({
    ok: false,
    errors: { 'words.name.sv.one': 'required' }
  })
})
