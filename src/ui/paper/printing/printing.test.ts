import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { reportOf } from '../../../../bench/paper-rows.ts'
import { inChild, NotPrinted, type Child } from './child.ts'
import { heardOn, say } from './frames.ts'
import { print } from './printing.ts'

const folder = await mkdtemp(join(tmpdir(), 'press-'))
afterAll(() => rm(folder, { recursive: true }))

let made = 0
const frames = pathToFileURL(join(import.meta.dirname, 'frames.ts')).href
async function script(does: string): Promise<[string]> {
  const file = join(folder, `${++made}.mjs`)
  await writeFile(file, `import { heardOn, say } from '${frames}'\n${does}`)
  return [file]
}
const hear = async ({ stdout }: Child) => (await heardOn(stdout).next()).value?.toString() ?? null
const seconds = 30
const endless = 'setInterval(() => 0, 1000)'

describe('a process that works for us', () => {
  test('knows nothing of the house but where what it is made of lies', async () => {
    vi.stubEnv('SMTP_URL', 'smtp://kvarter:hemligt@exempel.se')
    const telling = await script('await say(process.stdout, JSON.stringify(Object.keys(process.env)))')
    expect(await inChild(telling, hear, { seconds })).toBe('["NODE_COMPILE_CACHE"]')
  })

  test('gives way to whoever serves: with its time, and with its life where memory is out', async () => {
    const reading = await script(
      `import { readFileSync } from 'node:fs'
      import { getPriority } from 'node:os'
      const adjusted = '/proc/self/oom_score_adj'
      for await (const _ of heardOn(process.stdin)) break
      await say(process.stdout, JSON.stringify([getPriority(), Number(readFileSync(adjusted, 'utf8'))]))
      process.exit()`
    )
    const ask = async (child: Child) => {
      await say(child.stdin, 'now')
      return hear(child)
    }
    if (process.platform === 'linux') expect(await inChild(reading, ask, { seconds })).toBe('[10,800]')
  })

  test('hears what it is told whole, large or empty, and so do we', async () => {
    const echo = await script(
      'for await (const one of heardOn(process.stdin)) await say(process.stdout, one)'
    )
    const told = [Buffer.alloc(3_000_000, 7), Buffer.alloc(0), Buffer.from('åäö')]
    const both = async ({ stdin, stdout }: Child) => {
      const heard = Array.fromAsync(heardOn(stdout))
      for (const one of told) await say(stdin, one)
      stdin.end()
      return heard
    }
    expect(Buffer.concat(await inChild(echo, both, { seconds })).equals(Buffer.concat(told))).toBe(true)
  })

  test('that fails tells what kind of fault and where, and nothing of what was written', async () => {
    const failing = inChild(await script('throw new TypeError("Ett hemligt utkast: {x}")'), hear, { seconds })
    const { cause } = (await failing.catch((error: unknown) => error)) as { cause: Error }
    expect(cause.message).toMatch(/^TypeError\nat /)
    expect(cause.message).not.toContain('hemligt')
  })

  test('is ended when it takes too long, and that is told', async () => {
    const slow = inChild(await script(endless), hear, { seconds: 0.5 })
    await expect(slow).rejects.toThrow(new NotPrinted('The paper was not made within 0.5 seconds'))
  })

  test('is ended also while we look for what it asked for', async () => {
    const waiting = inChild(await script(endless), () => new Promise(() => undefined), { seconds: 0.5 })
    await expect(waiting).rejects.toThrow(NotPrinted)
  })

  test('is ended when nobody waits for it any more', async () => {
    const leaving = new AbortController()
    let pid: number | undefined
    const left = inChild(
      await script(endless),
      async (child) => {
        pid = child.pid
        leaving.abort()
        return hear(child)
      },
      { seconds, signal: leaving.signal }
    )
    await expect(left).rejects.toMatchObject({ name: 'AbortError' })
    await vi.waitFor(() => expect(() => process.kill(pid!, 0)).toThrow('ESRCH'))
  })

  test.each([
    ['throws', "throw new Error('Så gick det inte till')", /^Error\nat /],
    ['says half of a thing', 'process.stdout.write(Buffer.from([0, 0, 0, 9, 1]))', /ended too soon/],
    ['says too much', 'process.stdout.write(Buffer.from([255, 0, 0, 9, 1]))', /room for/],
    ['is killed', "process.kill(process.pid, 'SIGKILL')", /Ended by SIGKILL/]
  ])('that %s has made nothing, and why is the cause', async (_, does, why) => {
    const failed = inChild(await script(does), hear, { seconds })
    await expect(failed).rejects.toMatchObject({ cause: { message: expect.stringMatching(why) as string } })
  })
})

describe('a paper', () => {
  const from = { origin: 'https://kvarter.example', photo: () => Promise.resolve(null) }

  test('is made of the facts alone, in the language of the report', async () => {
    const facts = JSON.stringify({ ...reportOf(3), language: 'en' })
    const { bytes, told } = await print('html', { facts, edition: null, from })
    expect(bytes.toString()).toMatch(/^<!doctype html>\n<html lang="en">[^]*Frukost före skoldagen 3/)
    expect(told).toEqual([])
  })

  test('asks for its photos one by one, and tells which were not there', async () => {
    const report = reportOf(4)
    const [, block] = report.blocks
    if (block?.kind !== 'deeds') throw new Error('no deeds')
    const photos = ['här', 'borta'].map((id) => ({ id, alt: `Foto ${id}`, width: 2, height: 2 }))
    block.facts.groups[0]!.deeds[0]!.photos = photos
    const photo = (id: string) =>
      Promise.resolve(id === 'här' ? { type: 'image/png', content: Buffer.from('en bild') } : null)
    const { bytes, told } = await print('html', {
      facts: JSON.stringify(report),
      edition: null,
      from: { ...from, photo }
    })
    expect(bytes.toString()).toContain(`data:image/png;base64,${Buffer.from('en bild').toString('base64')}`)
    expect(told).toEqual([expect.stringContaining('Foto borta')])
  })

  test('that no fact is found for is not made', async () => {
    await expect(print('html', { facts: '{}', edition: null, from })).rejects.toThrow(NotPrinted)
  })
})
