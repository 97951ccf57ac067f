import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import { print, type Press } from './printing.ts'

const folder = await mkdtemp(join(tmpdir(), 'press-'))
afterAll(() => rm(folder, { recursive: true }))

const frames = pathToFileURL(join(import.meta.dirname, 'frames.ts')).href
async function pressThatSends(what: string): Promise<Press> {
  const file = join(folder, 'press.mjs')
  await writeFile(file, `import { send } from '${frames}'\nawait send(process.stdout, ${what})`)
  return file as Press
}
async function* nothing() {}

test('a press knows nothing of the house that it works for', async () => {
  vi.stubEnv('SMTP_URL', 'smtp://kvarter:hemligt@exempel.se')
  expect(await print(await pressThatSends('Object.keys(process.env)'), nothing())).toEqual([])
})
