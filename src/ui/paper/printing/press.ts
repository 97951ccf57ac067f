/** The process that makes one paper and ends. It reads nothing but what it is sent and what lies beside it. */
import { render, type Output } from '../outputs.ts'
import type { Report } from '../report.ts'
import { heardOn, say } from './frames.ts'
import type { Asked, Said } from './printing.ts'

const heard = heardOn(process.stdin)
const next = async (): Promise<Buffer> => {
  const { value } = await heard.next()
  if (!value) throw new Error('There was nothing more to hear')
  return value
}
const tell = (said: Said) => say(process.stdout, JSON.stringify(said))

async function photo(id: string) {
  await tell({ photo: id })
  const type = (await next()).toString()
  const content = await next()
  return type ? { type, content } : null
}

const { edition, origin } = JSON.parse((await next()).toString()) as Asked
const report = JSON.parse((await next()).toString()) as Report
const { bytes, told } = await render(process.argv[2] as Output, { report, edition, from: { origin, photo } })
await tell({ told })
await say(process.stdout, bytes)
process.exit()
