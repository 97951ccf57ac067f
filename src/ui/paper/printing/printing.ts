import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { availableParallelism, constants, setPriority } from 'node:os'
import { receive, send } from './frames.ts'
import { turns } from './turns.ts'

/** The paper could not be set: too slow, or something that no rule foresaw. What happened is the cause. */
export class NotPrinted extends Error {}

/** A script that receives what it is to print and sends what came of it, by the project's own name of it. */
export type Press = '#ui/paper/pdf/press.ts' | '#ui/paper/word/press.ts'

// Not from where this lies: the built pages are elsewhere.
const { resolve } = createRequire(import.meta.url)
const inTurn = turns(Math.max(1, Math.min(2, availableParallelism() - 1)))
const longest = 120_000

/**
 * Lets a press work in a process of its own, that yields to those who serve pages and ends when it is done: whatever
 * memory it took is given back. `asked` is sent part by part, for it may be more than there is room for at once.
 */
export const print = (press: Press, asked: AsyncIterable<unknown>): Promise<unknown> =>
  inTurn(async () => {
    const options = ['--max-semi-space-size=32', resolve(press)]
    // What it needs it is sent: no keys to mail or database, which stand in the surroundings of whoever serves.
    const child = spawn(process.execPath, options, { stdio: 'pipe', env: {}, timeout: longest })
    yieldToOthers(child)
    const ended = once(child, 'close')
    // Where it can't even begin, that is told before anybody waits for its end.
    ended.catch(() => undefined)
    const [answer, said] = await Promise.all([
      receive(child.stdout),
      textOf(child),
      deliver(child, asked)
    ]).catch((error: unknown) => {
      child.kill('SIGKILL')
      throw new NotPrinted('The paper could not be set', { cause: error })
    })
    const [code, signal] = (await ended) as [number | null, string | null]
    if (code === 0 && answer.length === 1) return answer[0]
    throw new NotPrinted(signal ? `Ended by ${signal}` : 'The paper could not be set', { cause: said })
  })

async function deliver({ stdin }: ChildProcess, asked: AsyncIterable<unknown>): Promise<void> {
  if (!stdin) return
  // It may have ended before it was told all; then its own words say why.
  stdin.on('error', () => undefined)
  for await (const part of asked) await send(stdin, part)
  stdin.end()
}

async function textOf({ stderr }: ChildProcess): Promise<string> {
  let text = ''
  for await (const chunk of stderr ?? []) text = (text + String(chunk)).slice(0, 4000)
  return text
}

function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already, or the machine does not let us.
  }
}
