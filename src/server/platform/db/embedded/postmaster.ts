import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What a server says of itself in `postmaster.pid`. */
export type Postmaster = { pid: number; socket: string; status: string }

export function runningServer(data: string): Postmaster | undefined {
  const written = readIfThere(join(data, 'postmaster.pid'))?.split('\n') ?? []
  const [pid, , , , socket, , , status] = written.map((line) => line.trim())
  if (!pid || !isServer(Number(pid), data)) return undefined
  return { pid: Number(pid), socket: socket ?? '', status: status ?? 'starting' }
}

/**
 * What a killed server leaves makes the next one refuse to start for as long as its number is in use, by another process
 * or by its own unburied one. Should any of its children still live, PostgreSQL finds their shared memory by itself.
 */
export function removeStaleFiles(data: string, socket: string): void {
  if (runningServer(data)) return
  rmSync(join(data, 'postmaster.pid'), { force: true })
  rmSync(join(socket, '.s.PGSQL.5432.lock'), { force: true })
}

/** Clients are cut off and everything is written; if that takes too long, the next start recovers from the log. */
export async function stopServer(data: string): Promise<void> {
  const server = runningServer(data)
  if (!server) return
  signal(server.pid, 'SIGINT')
  if (await gone(server.pid, data, 30_000)) return
  signal(server.pid, 'SIGQUIT')
  await gone(server.pid, data, 5_000)
}

async function gone(pid: number, data: string, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience
  while (isServer(pid, data)) {
    if (Date.now() > deadline) return false
    await pause(10)
  }
  return true
}

function isServer(pid: number, data: string): boolean {
  const command = readIfThere(`/proc/${pid}/cmdline`)
  if (command === undefined || command === '') return false
  const [program, ...rest] = command.split('\0')
  return /(^|\/)postgres$/.test(program ?? '') && rest.includes(data)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
