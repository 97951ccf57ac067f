import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { availableParallelism, constants, setPriority } from 'node:os'
import { receive, send } from './frames.ts'
import type { Asked, SentPhoto } from './press.ts'
import { turns } from './turns.ts'
import type { Typeset } from './typesetting.ts'

/** The paper could not be set: too slow, or something that no rule foresaw. What happened is the cause. */
export class NotPrinted extends Error {}

// By the project's own names and not from where this lies: the built pages are elsewhere.
const press = createRequire(import.meta.url).resolve('#ui/paper/pdf/press.ts')
const inTurn = turns(Math.max(1, Math.min(2, availableParallelism() - 1)))
const longest = 120_000

/** Sets a paper in a process of its own, that yields to those who serve pages and ends when it is done. */
export const print = (asked: Asked, photos: AsyncIterable<SentPhoto>): Promise<Typeset> =>
  inTurn(async () => {
    const child = spawn(process.execPath, [press], { stdio: ['pipe', 'pipe', 'pipe'], timeout: longest })
    yieldToOthers(child)
    const ended = once(child, 'close')
    const [answer, said] = await Promise.all([
      receive(child.stdout),
      textOf(child),
      deliver(child, asked, photos)
    ]).catch((error: unknown) => {
      child.kill('SIGKILL')
      throw new NotPrinted('The paper could not be set', { cause: error })
    })
    const [code, signal] = (await ended) as [number | null, string | null]
    const [typeset] = answer as Typeset[]
    if (code === 0 && typeset) return typeset
    throw new NotPrinted(signal ? `Ended by ${signal}` : 'The paper could not be set', { cause: said })
  })

async function deliver(child: ChildProcess, asked: Asked, photos: AsyncIterable<SentPhoto>): Promise<void> {
  const { stdin } = child
  if (!stdin) return
  // It may have ended before it was told all; then its own words say why.
  stdin.on('error', () => undefined)
  await send(stdin, asked)
  for await (const photo of photos) await send(stdin, photo)
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
