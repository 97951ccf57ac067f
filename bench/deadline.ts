/**
 * The evening of the last day: parties answer ten promises each through their pages without a script, saving once on the way,
 * while others read. Tells how long each
 * kind of request took and whether all that was acknowledged is there, once. BENCH_DIR as in run.ts; BENCH_MINUTES is its length.
 */
import { spawn } from 'node:child_process'
import { Agent, request, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { sql } from 'kysely'
import { openHouse, type House } from '#server/cli/house.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import { cli } from '#server/domain/people/actor.ts'
import { openRound } from '#server/domain/rounds/opening.ts'
import { serverAccount } from '#server/platform/db/embedded/account.ts'
import { placeFor } from '#server/platform/db/embedded/place.ts'
import { runningServer } from '#server/platform/db/embedded/postmaster.ts'
import { write } from '#server/platform/db/write.ts'
import { projectRoot, readSettings } from '#server/platform/settings/settings.ts'
import { address } from '#ui/words/addresses.ts'
import { formOf } from './form.ts'
import { ended, memoryOf, untilAnswered } from './measuring.ts'
import { seedWorld } from './seed.ts'

const minutes = Number(process.env.BENCH_MINUTES ?? 5)
const [parties, readers, perCollaboration] = [300, 200, 10]
const port = 4393
const settings = {
  ...readSettings(),
  dataDir: process.env.BENCH_DIR ?? join(tmpdir(), 'kvarter-bench'),
  logLevel: 'error' as const
}
const name = `Kvällen ${Date.now()}`
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

/** Opens rounds enough and gives the personal links' tokens. */
async function openRounds({ db, secrets }: House): Promise<string[]> {
  const asked = { name, from_day: '2026-01-01', to_day: '2026-12-31', due_on: '2027-01-31' }
  const { rows: chosen } = await sql<{ id: string }>`
    select id from collaboration order by slug limit ${parties / perCollaboration}`.execute(db)
  for (const { id } of chosen) await write(db, cli, (tx) => openRound(tx, cli, id, asked, secrets))
  const { rows } = await sql<{ id: string; generation: number }>`
    select link.id, link.generation from link join responder on responder.id = link.responder_id
    join space on space.id = responder.space_id join round on round.id = space.round_id where round.name = ${name}`.execute(
    db
  )
  return rows.map((link) => tokenOf(secrets, link))
}

type Answered = { status: number; location: string; text: string }
const agent = new Agent({ keepAlive: true, maxSockets: 600 })
const origin = `http://127.0.0.1:${port}`
const times: Record<string, number[]> = {}
const failed: string[] = []

/** One request, timed under the name of its kind. */
async function ask(kind: string, path: string, body?: URLSearchParams): Promise<Answered> {
  const from = performance.now()
  const told = await send(path, body?.toString()).catch((error: Error) => ({
    status: 0,
    location: '',
    text: error.message
  }))
  ;(times[kind] ??= []).push(performance.now() - from)
  if (![200, 303].includes(told.status)) failed.push(`${kind} ${told.status}`)
  return told
}

function send(path: string, body: string | undefined): Promise<Answered> {
  const headers = {
    'accept-encoding': 'identity',
    accept: 'text/html',
    ...(body !== undefined && {
      origin,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body)
    })
  }
  return new Promise((resolve, reject) => {
    const sent = request(origin + path, { agent, headers, method: body === undefined ? 'GET' : 'POST' })
    sent.on('error', reject).on('response', (response: IncomingMessage) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? '',
          text: Buffer.concat(parts).toString()
        })
      )
    })
    sent.end(body)
  })
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const length = minutes * 60_000
const until = performance.now() + length

/** A party comes at some moment, answers all it is asked about, and sends it in. Gives what it was told is received. */
async function answerAll(token: string, at: number): Promise<string[]> {
  await pause((at / parties) * length * 0.7)
  const home = address('sv', 'answer', token)
  const { text } = await ask('open the link', home)
  const numbers = new Set([...text.matchAll(new RegExp(`${token}/(\\d+)"`, 'g'))].map(([, number]) => number))
  const think = (length * 0.2) / (numbers.size * 2)
  const written: string[] = []
  for (const number of numbers) {
    const path = `${home}/${number}`
    const done = `${token.slice(0, 12)} om ${number}: värdarna har gått två kvällar i veckan.`
    const form = formOf((await ask('open a promise', path)).text, 'name="done"')
    if (!form) continue
    form.fields.set('degree', 'mostly')
    form.fields.set('done', done.slice(0, 40))
    await pause(think * Math.random() * 2)
    await ask('save', `${path}?/save`, form.fields)
    const again = formOf((await ask('open a promise', path)).text, 'name="done"')
    if (!again) continue
    again.fields.set('done', done)
    await pause(think * Math.random() * 2)
    await ask('save and go on', `${path}?/next`, again.fields)
    written.push(done)
  }
  const sending = address('sv', 'answer', token, 'sending')
  const form = formOf((await ask('look before sending', sending)).text, 'name="answer"')
  if (!form) return []
  const { status, location } = await ask('send in', sending, form.fields)
  return status === 303 && location !== '' ? written : []
}

async function read(at: number): Promise<void> {
  await pause(Math.random() * 5000)
  while (performance.now() < until) {
    const slug = `samverkan-${1 + (at % 50)}`
    const pages = [
      address('sv', 'collaborations', slug),
      address('sv', 'collaborations', slug, 'commitments', 1 + (at % 100)),
      address('sv', 'areas', `omrade-${1 + (at % 50)}`)
    ]
    await ask('read a page', pages[at % 3] ?? '/')
    await pause(3000 + Math.random() * 4000)
  }
}

function tell(kind: string, all: number[]): void {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  say(
    `${kind.padEnd(20)} ${String(sorted.length).padStart(6)}   median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`
  )
}

let house = await openHouse({ settings })
await seedWorld(house.db, say)
const tokens = (await openRounds(house)).slice(0, parties)
await house.db.destroy()
const postmaster = runningServer(placeFor(settings.dataDir, serverAccount()).data)?.pid ?? 0
const ours = spawn(process.execPath, [join(projectRoot, 'src/server/cli/kvarter.ts'), 'serve'], {
  env: { ...process.env, DATA_DIR: settings.dataDir, PORT: String(port), LOG_LEVEL: 'error' },
  stdio: ['ignore', 'ignore', 'inherit']
})
await untilAnswered(`${origin}/`, 0)
let peak = 0
const watching = setInterval(() => (peak = Math.max(peak, memoryOf(ours.pid ?? 0, postmaster))), 500)
const told = await Promise.all([
  Promise.all(tokens.map(answerAll)),
  Promise.all(Array.from({ length: readers }, (_, at) => read(at)))
])
clearInterval(watching)
const acknowledged = told[0].flat()
await ended(ours)
await house.running.stop()

house = await openHouse({ settings })
const { rows } = await sql<{ done: string }>`
  select v.done from report_version v join report r on r.id = v.report_id join round on round.id = r.round_id
  where round.name = ${name}`.execute(house.db)
const stored = new Map<string, number>()
for (const { done } of rows) stored.set(done, (stored.get(done) ?? 0) + 1)
const lost = acknowledged.filter((done) => !stored.has(done)).length
const doubled = [...stored.values()].filter((count) => count > 1).length
for (const [kind, all] of Object.entries(times)) tell(kind, all)
say(
  `${tokens.length} parties, ${readers} readers, ${minutes} min: ${acknowledged.length} answers acknowledged, ${rows.length} stored, ${lost} lost, ${doubled} doubled`
)
say(
  `requests that failed: ${failed.length}${failed.length > 0 ? ` (${[...new Set(failed)].join(', ')})` : ''}`
)
say(`memory with the database: peak ${Math.round(peak)} MB`)
await house.close()
