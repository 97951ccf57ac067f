import autocannon from 'autocannon'
import { Agent, request } from 'node:http'
import { readdirSync, readFileSync } from 'node:fs'
import type { ChildProcess } from 'node:child_process'

/** Requests a second, and milliseconds. */
export type Measured = { rate: number; median: number; p99: number; failed: number }

/** Reads one address for some seconds over 16 connections. */
export async function hammer(url: string, seconds: number): Promise<Measured> {
  const told = await autocannon({
    url,
    connections: 16,
    duration: seconds,
    headers: { 'accept-encoding': 'gzip' }
  })
  return {
    rate: told.requests.average,
    median: told.latency.p50,
    p99: told.latency.p99,
    failed: told.non2xx + told.errors
  }
}

export type Post = { url: string; body: string }

/** Sends each post once, 16 at a time. */
export async function sendAll(posts: Post[], isDone: (status: number) => boolean): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const times: number[] = []
  let failed = 0
  const waiting = posts.values()
  const began = performance.now()
  const sender = async () => {
    for (const post of waiting) {
      const from = performance.now()
      if (!isDone(await send(agent, post))) failed++
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: 16 }, sender))
  const took = performance.now() - began
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { rate: (posts.length / took) * 1000, median: at(0.5), p99: at(0.99), failed }
}

function send(agent: Agent, { url, body }: Post): Promise<number> {
  const headers = {
    accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    origin: new URL(url).origin
  }
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
      .on('error', reject)
      .end(body)
  })
}

/** Milliseconds until an address answers 200. */
export async function untilAnswered(url: string, from: number): Promise<number> {
  for (;;) {
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false
    )
    if (answered) return performance.now() - from
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Megabytes of a process and all below it; what several share is counted once. */
export function memoryOf(...roots: number[]): number {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }))
  const tree = new Set(roots)
  for (let grown = 0; grown !== tree.size;) {
    grown = tree.size
    for (const { pid, parent } of parents) if (tree.has(parent)) tree.add(pid)
  }
  return [...tree].reduce((sum, pid) => sum + shareOf(pid), 0) / 1024
}

const readOr = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
const parentOf = (pid: string): number => Number(/^PPid:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`))?.[1])
const shareOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)

export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

export const medianOf = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
