import { expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { freshDatabase } from '#tests/database.ts'
import { neighbourhood } from '#tests/neighbourhood.ts'
import { addParty } from '../parties/parties.ts'
import { createCommitment } from './creating.ts'
import { reword } from './wording.ts'

const { db } = await freshDatabase()
const { collaboration, organisations, people } = await neighbourhood(db)
const { coordinator } = people
const at = collaboration.id

test('two at once never get the same number', async () => {
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      write(db, coordinator, (tx) => createCommitment(tx, coordinator, at, { title: `Löfte ${n}` }))
    )
  )
  expect(new Set(all.map(({ number }) => number)).size).toBe(8)
})

test('the same form sent twice at once makes one', async () => {
  const id = newId()
  const send = () =>
    write(db, coordinator, (tx) => createCommitment(tx, coordinator, at, { id, title: 'En gång' }))
  const [one, other] = await Promise.all([send(), send()])
  expect(one).toMatchObject({ id, number: other.number })
})

test('one organisation added twice at once has the role once', async () => {
  const send = () =>
    write(db, coordinator, (tx) =>
      addParty(tx, coordinator, at, { organisation_id: organisations.outsider, role: 'party' })
    )
  const sent = await Promise.allSettled([send(), send()])
  expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('two new wordings at once: one stands, the other is a conflict', async () => {
  const { id } = await write(db, coordinator, (tx) =>
    createCommitment(tx, coordinator, at, { title: 'T', wording: 'Ett.' })
  )
  const send = (wording: string) =>
    write(db, coordinator, (tx) => reword(tx, coordinator, id, { wording, wording_number: 1 }))
  const sent = await Promise.allSettled([send('Två.'), send('Tre.')])
  expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})
