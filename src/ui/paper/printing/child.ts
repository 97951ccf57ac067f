import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'

/** The paper could not be made: too slow, or something that no rule foresaw. What happened is the cause. */
export class NotPrinted extends Error {}

// Not from where this lies: the built pages are elsewhere.
const { resolve } = createRequire(import.meta.url)
/** A script begins three times as fast where what it is made of has been read once before. */
const compiled = join(resolve('#ui/paper/printing/press.ts'), '../../../../../node_modules/.kvarter-press')

/** In megabytes: room to work in, and a bound that no paper reaches which anybody would read. */
const memory = ['--max-semi-space-size=32', '--max-old-space-size=2048']

export type Child = Pick<ChildProcessWithoutNullStreams, 'pid' | 'stdin' | 'stdout'>
type Bounds = {
  /** So many seconds it may take, however it goes. */
  seconds: number
  /** Nobody waits for it any more. */
  signal?: AbortSignal | undefined
}

/**
 * Lets a script work in a process of its own, that yields to those who serve pages and ends when it is done: whatever memory
 * it took is given back. `talk` is what is said with it meanwhile.
 */
export async function inChild<T>(
  [script, ...args]: [string, ...string[]],
  talk: (child: Child) => Promise<T | null>,
  { seconds, signal }: Bounds
): Promise<T> {
  const late = AbortSignal.timeout(seconds * 1000)
  const child = spawn(process.execPath, [...memory, script, ...args], {
    stdio: 'pipe',
    // What it needs it is sent: no keys to mail or database, which stand in the surroundings of whoever serves.
    env: { NODE_COMPILE_CACHE: compiled },
    signal: signal ? AbortSignal.any([late, signal]) : late,
    killSignal: 'SIGKILL'
  }) as ChildProcessWithoutNullStreams
  yieldToOthers(child)
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(0, 4000)))
  // It may end before it is told all; then its own words say why.
  child.stdin.on('error', () => undefined)
  try {
    const [[code, killed], made] = await Promise.all([once(child, 'close'), talk(child)])
    if (made !== null && code === 0) return made
    throw new Error(withoutWords(words) || `Ended by ${String(killed ?? code)}`)
  } catch (cause) {
    child.kill('SIGKILL')
    signal?.throwIfAborted()
    const why = late.aborted ? `was not made within ${seconds} seconds` : 'could not be made'
    throw new NotPrinted(`The paper ${why}`, { cause })
  }
}

/** What kind of fault, and where: what it says may quote what somebody wrote, which no log holds. */
const withoutWords = (said: string): string =>
  said
    .split('\n')
    .flatMap((line) => /^\s+at .*|^\w*Error\b/.exec(line)?.[0].trim() ?? [])
    .slice(0, 12)
    .join('\n')

function yieldToOthers({ pid }: ChildProcess): void {
  if (!pid) return
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
    // Where memory is out, Linux ends this one and neither the server nor its database.
    writeFileSync(`/proc/${pid}/oom_score_adj`, '800')
  } catch {
    // It has ended already, or the machine does not let us.
  }
}
