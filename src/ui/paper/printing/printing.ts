import { createRequire } from 'node:module'
import type { Edition } from '../made.ts'
import type { Output } from '../outputs.ts'
import type { From } from '../rendering.ts'
import { inChild, type Child } from './child.ts'
import { heardOn, say } from './frames.ts'

export { NotPrinted } from './child.ts'

/** A report to be printed: `facts` are it as JSON, which whoever only passes it on need not read. */
export type Printed = { facts: string; edition: Edition | null; from: From }

export type Made = { bytes: Buffer<ArrayBuffer>; told: string[] }

/** What a press says: the photo that it needs now, or that the paper comes next. */
export type Said = { photo: string } | { told: string[] }
/** What it is told first; then it is sent the facts. */
export type Asked = { edition: Edition | null; origin: string }

// Not from where this lies: the built pages are elsewhere.
const { resolve } = createRequire(import.meta.url)
const seconds = 120

/** Makes a report in one of its forms in a process of its own. @throws NotPrinted; whatever aborted `signal`. */
export const print = (output: Output, printed: Printed, signal?: AbortSignal): Promise<Made> =>
  inChild([resolve('#ui/paper/printing/press.ts'), output], (child) => talk(child, printed), {
    seconds,
    signal
  })

async function talk({ stdin, stdout }: Child, { facts, edition, from }: Printed): Promise<Made | null> {
  const tell = (content: Uint8Array | string) => say(stdin, content).catch(() => undefined)
  const asked: Asked = { edition, origin: from.origin }
  await tell(JSON.stringify(asked))
  await tell(facts)
  const heard = heardOn(stdout)
  for await (const frame of heard) {
    const said = JSON.parse(frame.toString()) as Said
    if ('told' in said) {
      const { value } = await heard.next()
      return value ? { bytes: value, told: said.told } : null
    }
    const photo = await from.photo(said.photo)
    await tell(photo?.type ?? '')
    await tell(photo?.content ?? '')
  }
  return null
}
