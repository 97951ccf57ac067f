import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { inject, vi } from 'vitest'
import { databaseOn, openPool } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/write.ts'
import { openLog } from '#server/platform/log/log.ts'
import { setRuntime } from '#server/platform/runtime.ts'
import { openSecrets, type Secrets } from '#server/platform/secrets/secrets.ts'
import { createFront } from '#server/platform/serving/server.ts'
import { loadPages } from '#server/platform/serving/pages.ts'
import { readSettings } from '#server/platform/settings/settings.ts'
import { openSignIn } from '#server/domain/sign-in/sessions.ts'
import { signInAsDemonstration } from '#server/domain/sign-in/demonstration.ts'
import { onServer, within } from '../database/server.ts'
import { undoablePool } from '../database/undoable.ts'
import { learn, type Known } from '../entrances/known.ts'
import { mails, type Role } from '../entrances/roles.ts'
import type { Case } from '../entrances/table/case.ts'

/** The built pages with somebody of each role at the front door. */
export type FrontDoor = {
  db: Db
  secrets: Secrets
  known: Known
  ask(path: string, init?: RequestInit, role?: Role): Promise<Response>
  /** Goes in that way; what it did is undone when its answer has been read. */
  knock<T>(method: string, way: Case, role: Role, read: (response: Response) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The built pages on one connection, so that what each role did is undone before the next one comes. */
export async function openFrontDoor(): Promise<FrontDoor> {
  const { server, prefix } = inject('database')
  const { story, dataDir, build } = inject('house')
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  await onServer(server, (client) => client.query(`create database ${name} template ${story}`))
  const pool = openPool(within(server, name), { connections: 1 })
  const client = await pool.connect()
  const undoable = undoablePool(client)
  const db = databaseOn(undoable.pool)
  await undoable.begin()
  const secrets = openSecrets(dataDir)
  const settings = { ...readSettings({ DATA_DIR: dataDir }), port: 0 }
  const house = { db, settings, secrets, log: openLog('silent') }
  setRuntime(house)
  const known = await learn(db, secrets)
  const cookies = await signedIn(db, secrets)
  // What is done beside the pages would come in between on the one connection.
  vi.useFakeTimers({ toFake: ['setInterval'] })
  process.env['BUILD_DIR'] = build
  const front = createFront({ runtime: house, pages: await loadPages() })
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
  const ask: FrontDoor['ask'] = (path, init = {}, role = 'visitor') => {
    const cookie = cookies.get(role)
    const headers = { accept: 'text/html', origin, ...(cookie ? { cookie } : {}), ...init.headers }
    return fetch(origin + path, { redirect: 'manual', ...init, headers })
  }
  return {
    db,
    secrets,
    known,
    ask,
    async knock(method, { path, body }, role, read) {
      await undoable.mark()
      const init = body ? { method, body: formOf(body(known)) } : { method }
      const told = await read(await ask(typeof path === 'string' ? path : path(known), init, role))
      await undoable.undo()
      return told
    },
    async close() {
      await new Promise((resolve) => front.close(resolve).closeAllConnections())
      client.release(true)
      await pool.end()
      await onServer(server, (other) => other.query(`drop database ${name} with (force)`))
      vi.useRealTimers()
    }
  }
}

async function signedIn(db: Db, secrets: Secrets): Promise<Map<Role, string>> {
  const signIn = openSignIn(db, secrets, false)
  const cookies = new Map<Role, string>()
  for (const [role, mail] of Object.entries(mails)) {
    const { cookies: given } = await signInAsDemonstration(db, signIn, mail, new Headers())
    const [cookie] = given
    if (cookie) cookies.set(role as Role, `${cookie.name}=${encodeURIComponent(cookie.value)}`)
  }
  return cookies
}

const formOf = (fields: Record<string, string | string[]>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  )
