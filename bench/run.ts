/**
 * Measures the pages beside a bare server that asks the database the same, in one run on one machine, turn by turn.
 * Asserts nothing about time. BENCH_DIR keeps the seeded database from run to run; BENCH_SECONDS is the length of a turn.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse, type House } from '#server/cli/house.ts'
import { serverAccount } from '#server/platform/db/embedded/account.ts'
import { placeFor } from '#server/platform/db/embedded/place.ts'
import { runningServer } from '#server/platform/db/embedded/postmaster.ts'
import { projectRoot, readSettings } from '#server/platform/settings/settings.ts'
import { address } from '#ui/words/addresses.ts'
import { prepareAnswers, type Ready } from './answering.ts'
import type { Bare } from './bare.ts'
import { ended, hammer, medianOf, memoryOf, sendAll, untilAnswered, type Measured } from './measuring.ts'
import { record } from './recording.ts'
import { seedWorld } from './seed.ts'

const dataDir = process.env.BENCH_DIR ?? join(tmpdir(), 'kvarter-bench')
const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const turns = 3
const ports = { ours: 4391, bare: 4392 }
const pages = {
  collaboration: address('sv', 'collaborations', 'samverkan-77'),
  commitment: address('sv', 'collaborations', 'samverkan-77', 'commitments', 42),
  area: address('sv', 'areas', 'omrade-7'),
  'area at the top': address('sv', 'areas', 'kommun')
}
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const round = (number: number): string => number.toFixed(number < 10 ? 2 : 0)

const settings = { ...readSettings(), dataDir, logLevel: 'error' as const }

function start(file: string, args: string[], port: number): ChildProcess {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' }
  return spawn(process.execPath, [join(projectRoot, file), ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit']
  })
}

const startOurs = () => start('src/server/cli/kvarter.ts', ['serve'], ports.ours)
const local = (port: number, path: string): string => `http://127.0.0.1:${port}${path}`

/** From the command to the first page answered, with the database stopped before. */
async function coldStarts(): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    const from = performance.now()
    const child = startOurs()
    times.push(await untilAnswered(local(ports.ours, '/'), from))
    await ended(child)
  }
  return times
}

async function inTurns(measure: (who: 'ours' | 'bare') => Promise<Measured>) {
  const told = { ours: [] as Measured[], bare: [] as Measured[] }
  for (let turn = 0; turn < turns; turn++)
    for (const who of ['ours', 'bare'] as const) {
      asked = who
      told[who].push(await measure(who))
    }
  return told
}

function tellRow(name: string, { ours, bare }: Awaited<ReturnType<typeof inTurns>>): void {
  const of = (all: Measured[], what: keyof Measured) => medianOf(all.map((one) => one[what]))
  const ratio = medianOf(ours.map((one, turn) => one.rate / (bare[turn]?.rate ?? Number.NaN)))
  const side = (all: Measured[]) =>
    `${round(of(all, 'rate'))}/s, median ${round(of(all, 'median'))} ms, p99 ${round(of(all, 'p99'))} ms`
  const failed = [...ours, ...bare].reduce((sum, one) => sum + one.failed, 0)
  say(
    `${name.padEnd(16)} ratio ${ratio.toFixed(2)}   ours ${side(ours)}   bare ${side(bare)}${failed ? `   FAILED ${failed}` : ''}`
  )
}

function bareFile(house: House, reads: Bare['reads'], write: Bare['write']): string {
  const file = join(dataDir, 'bare.json')
  writeFileSync(file, JSON.stringify({ connection: house.running.connection, reads, write } satisfies Bare), {
    mode: 0o600
  })
  return file
}

mkdirSync(dataDir, { recursive: true, mode: 0o711 })
let house = await openHouse({ settings })
await seedWorld(house.db, say)
await house.close()
const starts = await coldStarts()
say(`start, database with it: median ${round(medianOf(starts))} ms (${starts.map(round).join(', ')})`)

house = await openHouse({ settings })
const postmaster = runningServer(placeFor(dataDir, serverAccount()).data)?.pid ?? 0
const answers = await prepareAnswers(house, Number(process.env.BENCH_ROUNDS ?? 20))
const [first, ...others] = answers as [Ready, ...Ready[]]
const post = { method: 'POST', redirect: 'manual' as const }
const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }
const told = await record(house, {
  ...Object.fromEntries(
    Object.entries(pages).map(([, path]) => [path, (origin: string) => fetch(origin + path)])
  ),
  submit: (origin) => fetch(origin + first.path, { ...post, headers: { ...form, origin }, body: first.body })
})
const { submit = [], ...reads } = told
for (const [name, path] of Object.entries(pages)) say(`${name}: ${reads[path]?.length} questions`)
say(`submit: ${submit.length} questions`)

const share = Math.floor(others.length / (turns * 2))
const parts = Array.from({ length: turns * 2 }, (_, at) => others.slice(at * share, (at + 1) * share))
const known = parts
  .filter((_, at) => at % 2 === 1)
  .flat()
  .map(({ ids }) => Object.fromEntries(first.ids.map((id, at) => [id, ids[at] ?? id])))
// Its connections are needed by those who are measured.
await house.db.destroy()
const ours = startOurs()
const bare = start(
  'bench/bare.ts',
  [bareFile(house, reads, { asked: submit, known }), String(ports.bare)],
  ports.bare
)
await untilAnswered(local(ports.ours, '/'), 0)
await untilAnswered(local(ports.bare, '/'), 0)
await fetch(local(ports.ours, pages.collaboration))
const memory = { idle: memoryOf(ours.pid ?? 0, postmaster), peak: 0 }
// Only while we are asked: the bare one's connections are the database's too, and it lets go of them between its turns.
let asked: 'ours' | 'bare' = 'ours'
const watching = setInterval(() => {
  if (asked === 'ours') memory.peak = Math.max(memory.peak, memoryOf(ours.pid ?? 0, postmaster))
}, 500)

for (const [name, path] of Object.entries(pages))
  tellRow(name, await inTurns((who) => hammer(local(ports[who], path), seconds)))
let part = 0
tellRow(
  'submit an answer',
  await inTurns((who) =>
    sendAll(
      (parts[part++] ?? []).map(({ path, body }) => ({ url: local(ports[who], path), body })),
      (status) => status === (who === 'ours' ? 303 : 200)
    )
  )
)
clearInterval(watching)
say(`memory with the database: idle ${round(memory.idle)} MB, peak ${round(memory.peak)} MB`)
await Promise.all([ended(ours), ended(bare)])
await house.running.stop()
