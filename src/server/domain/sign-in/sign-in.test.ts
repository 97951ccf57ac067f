import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { NotFound, TooMany } from '#server/platform/refusals.ts'
import { secretsFrom } from '#server/platform/secrets/secrets.ts'
import { testDatabase } from '#tests/database.ts'
import { cli } from '../people/actor.ts'
import { openCode } from './codes.ts'
import { signInAsDemonstration } from './demonstration.ts'
import { openSignIn, type Session } from './sessions.ts'
import { askForCode, signInByCode } from './signing-in.ts'

const db = await testDatabase()
const secrets = secretsFrom(randomBytes(32))
const house = { db, secrets, signIn: openSignIn(db, secrets, false) }
const mail = 'samordnare@kvarter.example'
const person = newId()
const from = { ip: '192.0.2.1', headers: new Headers() }

beforeEach(() =>
  write(db, cli, async (tx) => {
    await tx.insertInto('installation').values({ name: 'Prov', demonstration: true }).execute()
    await tx.insertInto('person').values({ id: person, name: 'Samordnare', mail }).execute()
    await tx
      .insertInto('role_grant')
      .values({ id: newId(), person_id: person, role: 'coordinator', scope_kind: 'installation' })
      .execute()
  })
)

async function mailedCode(): Promise<string> {
  const rows = await db.selectFrom('message').select('parameters').orderBy('created_at', 'desc').execute()
  const { person_id, code } = rows[0]?.parameters as { person_id: string; code: string }
  return openCode(secrets, person_id, code)
}

const withCookies = (session: Session | undefined): Headers =>
  new Headers({
    cookie: (session?.cookies ?? [])
      .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
      .join('; ')
  })

describe('a mailed code', () => {
  test('lets the person in, once', async () => {
    await askForCode(house, mail, from.ip, 'sv')
    const code = await mailedCode()
    expect(code).toMatch(/^\d{6}$/)
    const session = await signInByCode(house, { mail, code, ...from })
    expect(session?.person).toBe(person)
    expect(await house.signIn.find(withCookies(session))).toMatchObject({ person })
    expect(await signInByCode(house, { mail, code, ...from })).toBeUndefined()
  })

  test('that is wrong tells nobody whether there is somebody by that mail', async () => {
    await askForCode(house, mail, from.ip, 'sv')
    for (const tried of [mail, 'ingen@kvarter.example']) {
      const began = performance.now()
      expect(await signInByCode(house, { mail: tried, code: '000000', ...from })).toBeUndefined()
      expect(performance.now() - began).toBeGreaterThan(240)
    }
  })

  test('is sealed while it waits', async () => {
    await askForCode(house, mail, from.ip, 'sv')
    const code = await mailedCode()
    const kept = [
      await db.selectFrom('message').selectAll().execute(),
      await db.selectFrom('sign_in_code').selectAll().execute()
    ]
    expect(JSON.stringify(kept)).not.toContain(code)
  })

  test('stops working after five wrong tries', async () => {
    await askForCode(house, mail, from.ip, 'sv')
    const code = await mailedCode()
    const wrong = code === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n++)
      expect(await signInByCode(house, { mail, code: wrong, ...from })).toBeUndefined()
    expect(await signInByCode(house, { mail, code, ...from })).toBeUndefined()
  })

  test('stops working when another is asked for', async () => {
    await askForCode(house, mail, from.ip, 'sv')
    const first = await mailedCode()
    await askForCode(house, mail, from.ip, 'sv')
    if (first !== (await mailedCode()))
      expect(await signInByCode(house, { mail, code: first, ...from })).toBeUndefined()
  })

  test('is not sent to whoever is unknown or has ended', async () => {
    await askForCode(house, 'okand@kvarter.example', from.ip, 'sv')
    await write(db, cli, (tx) => tx.updateTable('person').set({ ended_at: new Date() }).execute())
    await askForCode(house, mail, from.ip, 'sv')
    expect(await db.selectFrom('message').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('sign_in_code').selectAll().execute()).toEqual([])
  })

  test('can be asked for five times in a quarter of an hour, whether known or not', async () => {
    setClock(new Date('2026-01-01T10:00:00Z'))
    for (const who of [mail, 'okand@kvarter.example']) {
      for (let n = 0; n < 5; n++) await askForCode(house, who, from.ip, 'sv')
      await expect(askForCode(house, who, from.ip, 'sv')).rejects.toThrow(TooMany)
    }
    setClock(new Date('2026-01-01T10:15:00Z'))
    await askForCode(house, mail, from.ip, 'sv')
    setClock(null)
    const kept = await db.selectFrom('attempt').select('key').execute()
    expect(JSON.stringify(kept)).not.toMatch(/kvarter\.example|192\.0\.2/)
  })
})

describe('a session', () => {
  test('ends when it is signed out', async () => {
    const session = await signInAsDemonstration(db, house.signIn, 'coordinator', new Headers())
    const headers = withCookies(session)
    const [cookie] = await house.signIn.end(headers)
    expect(cookie).toMatchObject({ name: 'kvarter', value: '', maxAge: 0 })
    expect(await house.signIn.find(headers)).toMatchObject({ person: null, cookies: [{ maxAge: 0 }] })
  })

  test('is nobody when its cookie is forged', async () => {
    const session = await signInAsDemonstration(db, house.signIn, 'coordinator', new Headers())
    const [token] = session.cookies[0]!.value.split('.')
    for (const forged of [`${token}.AAAA`, '%00%ff', ''])
      expect(await house.signIn.find(new Headers({ cookie: `kvarter=${forged}` }))).toMatchObject({
        person: null
      })
  })

  test('is bound to the host over https', async () => {
    const secure = openSignIn(db, secrets, true)
    const session = await signInAsDemonstration(db, secure, 'coordinator', new Headers())
    expect(session.cookies).toMatchObject([{ name: '__Host-kvarter', maxAge: 12 * 3600 }])
  })
})

test('demonstration sign-in exists only in a demonstration', async () => {
  await write(db, cli, (tx) => tx.updateTable('installation').set({ demonstration: false }).execute())
  const signingIn = signInAsDemonstration(db, house.signIn, 'coordinator', new Headers())
  await expect(signingIn).rejects.toThrow(NotFound)
})
