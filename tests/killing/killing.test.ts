import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mortal, newHome, storyIn, type Mortal } from './mortal.ts'

const rounds = 20
const dataDir = newHome()
let kvarter: Mortal
let paths: string[] = []

beforeAll(async () => {
  paths = await storyIn(dataDir)
  kvarter = await mortal(dataDir)
  await kvarter.start()
}, 120_000)
afterAll(() => kvarter.bury())

type Standing = { said: number; mark: string }

/** What stands in the form: the number in its text, and which draft it was made from. */
async function standing(path: string): Promise<Standing> {
  const response = await fetch(kvarter.origin + path)
  expect([path, response.status]).toEqual([path, 200])
  const page = await response.text()
  return {
    said: Number(/Det här är sagt (\d+) gånger/.exec(page)?.[1] ?? 0),
    mark: /name="mark" value="([^"]*)"/.exec(page)?.[1] ?? ''
  }
}

async function say(path: string, said: number, mark: string): Promise<number> {
  const body = new URLSearchParams({
    mark,
    degree: 'partly',
    done: `Det här är sagt ${said} gånger.`,
    publishable: 'yes'
  })
  const response = await fetch(`${kvarter.origin}${path}?/save`, {
    method: 'POST',
    redirect: 'manual',
    // As a browser asks: else what a form leads to is told as data, with 200.
    headers: { origin: kvarter.origin, accept: 'text/html' },
    body
  })
  return response.status
}

/** From the moment something is killed, whatever is asked may be refused, or get no answer. */
let dying = false

/** Saves again and again until the server is gone; tells the last number that was acknowledged. */
async function keepSaying(path: string, from: number): Promise<number> {
  let acknowledged = from
  try {
    for (;;) {
      const { mark } = await standing(path)
      const status = await say(path, acknowledged + 1, mark)
      if (status !== 303) throw new Error(`${path} was not saved, but answered with ${status}`)
      acknowledged++
    }
  } catch (error) {
    if (dying) return acknowledged
    throw error
  }
}

test(
  `what was acknowledged is there after kill -9 in the middle of saving, ${rounds} times`,
  { timeout: 240_000 },
  async () => {
    let said = new Map(paths.map((path) => [path, 0]))
    for (let round = 0; round < rounds; round++) {
      const saving = [...said].map(async ([path, from]) => [path, await keepSaying(path, from)] as const)
      await pause(150 + Math.random() * 350)
      dying = true
      // Every other time the database dies with it.
      if (round % 2 === 1) kvarter.killDatabase()
      await kvarter.killApplication()
      const acknowledged = new Map(await Promise.all(saving))
      await kvarter.start()
      dying = false
      const next = new Map<string, number>()
      for (const [path, least] of acknowledged) {
        const found = await standing(path)
        // One more may have been written whose answer never came back.
        expect([path, found.said >= least && found.said <= least + 1, found.said, least]).toEqual([
          path,
          true,
          found.said,
          least
        ])
        next.set(path, found.said)
      }
      said = next
    }
    expect([...said.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(rounds)
    const health = await fetch(`${kvarter.origin}/halsa`)
    expect(await health.json()).toMatchObject({ status: 'ok' })
  }
)
