import { afterEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { secretsFrom } from '#server/platform/secrets/secrets.ts'
import { testDatabase } from '#tests/database.ts'
import { askedWorld, secrets, tokenFor } from '#tests/round.ts'
import { findLink } from './links.ts'
import { sendLinkAgain, withdrawLink } from './sending.ts'
import { hashOf, tokenOf } from './tokens.ts'

const db = await testDatabase()
afterEach(() => setClock(null))

describe('a personal link', () => {
  test('opens its own items, for its own responder', async () => {
    const { partner, housing } = await askedWorld(db)
    const found = await findLink(db, await tokenFor(db, housing))
    expect(found.state).toBe('open')
    expect(found.actor.errand.responder.name).toBe('Områdeschef')
    expect(found.actor.errand.items).toHaveLength(3)
    expect(found.actor.record).toEqual({
      via: 'link',
      link: partner.errand.link,
      responder: partner.errand.responder.id
    })
  })

  test('has a token of 256 bits that only the secret can make, and the database does not know', async () => {
    const { partner } = await askedWorld(db)
    const link = { id: partner.errand.link, generation: 1 }
    const token = tokenOf(secrets, link)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(tokenOf(secretsFrom(Buffer.alloc(32, 9)), link)).not.toBe(token)
    const row = await db.selectFrom('link').selectAll().where('id', '=', link.id).executeTakeFirstOrThrow()
    expect(row.token_hash).toEqual(hashOf(token))
    const messages = await db.selectFrom('message').select(['parameters', 'dedupe_key']).execute()
    expect(JSON.stringify(messages)).not.toContain(token)
  })

  test.each(['', 'x', '\u0000', 'å'.repeat(5000), "' or 1=1 --"])('is not guessed by %j', async (token) => {
    await askedWorld(db)
    await expect(findLink(db, token)).rejects.toThrow('not found: link')
  })

  test('withdrawn says so; mailed anew it is another, and the old one is dead', async () => {
    const { roles, housing, partner } = await askedWorld(db)
    const old = await tokenFor(db, housing)
    await write(db, roles.coordinator, (tx) => withdrawLink(tx, roles.coordinator, partner.errand.link))
    expect((await findLink(db, old)).state).toBe('withdrawn')
    await write(db, roles.coordinator, (tx) =>
      sendLinkAgain(tx, roles.coordinator, partner.errand.link, secrets)
    )
    await expect(findLink(db, old)).rejects.toThrow('not found')
    expect((await findLink(db, await tokenFor(db, housing))).state).toBe('open')
  })

  test('mailed again is the same link, and one mail however often it is pressed', async () => {
    setClock(new Date('2026-12-01T09:00:00Z'))
    const { roles, housing, partner } = await askedWorld(db)
    const before = await tokenFor(db, housing)
    for (let press = 0; press < 3; press += 1)
      await write(db, roles.coordinator, (tx) =>
        sendLinkAgain(tx, roles.coordinator, partner.errand.link, secrets)
      )
    expect(await tokenFor(db, housing)).toBe(before)
    const mails = await db.selectFrom('message').select('id').where('kind', '=', 'answer_link').execute()
    expect(mails).toHaveLength(3)
  })

  test('lasts half a year after the last day', async () => {
    const { housing } = await askedWorld(db)
    const token = await tokenFor(db, housing)
    setClock(new Date('2027-07-13T12:00:00Z'))
    expect((await findLink(db, token)).state).toBe('open')
    setClock(new Date('2027-07-15T12:00:00Z'))
    expect((await findLink(db, token)).state).toBe('expired')
  })
})
