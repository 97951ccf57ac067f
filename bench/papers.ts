/**
 * Measures a report's outputs beside the bare engines that write the same rows, in one run on one machine, turn by turn;
 * what the server's memory does meanwhile and for how long it serves nobody, and what becomes of its pages while ten papers
 * are asked for at once. Asserts nothing about time. Needs the built pages. BENCH_DIR keeps the demonstration from run to run.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { availableParallelism, constants, loadavg, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Content } from '#server/domain/publications/content.ts'
import { openDemonstration } from '#server/cli/demo.ts'
import { loadPages } from '#server/platform/serving/pages.ts'
import { createFront } from '#server/platform/serving/server.ts'
import { projectRoot, readSettings } from '#server/platform/settings/settings.ts'
import type { Output } from '#ui/paper/outputs.ts'
import { print } from '#ui/paper/printing/printing.ts'
import { address } from '#ui/words/addresses.ts'
import { draftFile } from '../src/routes/papers.ts'
import { medianOf, type Measured } from './measuring.ts'
import { reportOf } from './paper-rows.ts'

const dataDir = join(process.env.BENCH_DIR ?? join(tmpdir(), 'kvarter-bench'), 'papers')
// Made before anything is measured, so that what it took to make them is not counted.
const sizes = [
  { count: 100, turns: 7, facts: JSON.stringify(reportOf(100)) },
  { count: 5000, turns: 3, facts: JSON.stringify(reportOf(5000)) }
]
const outputs: { output: Output; bare: 'pdf' | 'word' | null }[] = [
  { output: 'html', bare: null },
  { output: 'pdf', bare: 'pdf' },
  { output: 'docx', bare: 'word' }
]
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const from = { origin: 'https://kvarter.example', photo: () => Promise.resolve(null) }
const megabytes = (): number => process.memoryUsage.rss() / 2 ** 20

async function run(script: string, ...args: string[]): Promise<string> {
  const isEngine = script === 'bare-paper.ts'
  const child = spawn(process.execPath, [join(projectRoot, 'bench', script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  // As little before others as ours.
  if (child.pid && isEngine) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${script} ended with ${code}`)
  return told
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const resolution = 10
/** What this process, which is the server, does meanwhile: its memory, and how long nobody else was served at worst. */
async function watched(work: () => Promise<void>): Promise<string> {
  const [before, late] = [megabytes(), monitorEventLoopDelay({ resolution })]
  let most = before
  const watching = setInterval(() => (most = Math.max(most, megabytes())), 20)
  late.enable()
  await work()
  late.disable()
  clearInterval(watching)
  const blocked = Math.max(0, late.max / 1e6 - resolution)
  const memory = `${before.toFixed(0)} → at most ${most.toFixed(0)} → ${megabytes().toFixed(0)} MB`
  return `server ${memory}, blocked at most ${blocked.toFixed(0)} ms`
}

/** As the server has an edition made: its facts are text, and one press after another makes a paper of them. */
async function besideTheBare({ count, turns, facts }: (typeof sizes)[number]): Promise<void> {
  for (const { output, bare } of outputs) {
    const times = { ours: [] as number[], bare: [] as number[] }
    const server = await watched(async () => {
      for (let turn = 0; turn < turns; turn++) {
        times.ours.push(await timed(() => print(output, { facts, edition: null, from })))
        if (bare) times.bare.push(await timed(() => run('bare-paper.ts', bare, String(count))))
      }
    })
    const [ours, engine] = [medianOf(times.ours), medianOf(times.bare)]
    const beside = bare ? `   bare ${engine.toFixed(0)} ms   ratio ${(ours / engine).toFixed(2)}` : ''
    say(`${count} ${output}`.padEnd(10) + `ours ${ours.toFixed(0)} ms${beside}   ${server}`)
  }
}

/** This process serves the pages and lets papers be made, as the server does. */
async function pagesMeanwhile(): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const house = await openDemonstration({ ...readSettings(), dataDir, logLevel: 'error' })
  const server = createFront({ runtime: house, pages: await loadPages() }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { slug } = await house.db
    .selectFrom('collaboration')
    .select('slug')
    .where('audience', '=', 'public')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${address('sv', 'collaborations', slug)}`
  const ask = async () => JSON.parse(await run('asking.ts', url, '6')) as Measured
  await ask()
  for (const output of ['pdf', 'docx'] as const) {
    const alone = await ask()
    const stop = new AbortController()
    const papers = tenAtOnce(output, stop.signal)
    const meanwhile = await ask()
    stop.abort()
    const done = await papers
    const told = ({ rate, median, p99 }: Measured) =>
      `${rate.toFixed(0)}/s, median ${median} ms, p99 ${p99} ms`
    say(`pages alone ${told(alone)}   while ten ${output} are asked for ${told(meanwhile)}`)
    say(`  slowed ${(meanwhile.median / alone.median).toFixed(2)} ×, and ${done} papers of 100 came of it`)
  }
  server.close()
  server.closeAllConnections()
  await house.close()
}

/** Ten at once, and a new one for each that is done, until it is enough. */
async function tenAtOnce(output: Output, signal: AbortSignal): Promise<number> {
  const content = reportOf(100) as Content
  let done = 0
  const asker = async () => {
    for (; !signal.aborted; done++) await draftFile(content, output)
  }
  await Promise.all(Array.from({ length: 10 }, asker))
  return done
}

const load = () => loadavg().map((one) => one.toFixed(1))
say(`load ${load().join(' ')} on ${availableParallelism()} cores`)
say(`at rest   ${await watched(() => new Promise((resolve) => setTimeout(resolve, 5000)))}`)
for (const size of sizes) await besideTheBare(size)
await pagesMeanwhile()
say(`load ${load().join(' ')}`)
