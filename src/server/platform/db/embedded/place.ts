import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Account, mayEnter } from './account.ts'
import { runningServer } from './postmaster.ts'

/** Where a server keeps its things. All three belong to the account alone (0700). */
export type Place = { folder: string; data: string; socket: string; log: string; copies: string }

const systemFolder = '/var/lib/kvarter'

/** A Unix socket's path may have 107 bytes. */
const longestSocketPath = 107

export function placeFor(dataDir: string, account: Account): Place {
  const folder = serverFolder(realpathSync(dataDir), account)
  own(folder, account)
  const socket = socketFolder(folder, account)
  return { folder, data: join(folder, 'data'), socket, log: join(folder, 'log'), copies: dirname(folder) }
}

/**
 * `DATA_DIR/postgres`. Where root has chosen a DATA_DIR that nobody else may enter, that is a link to a folder of the
 * system's instead, so that it can be found and follows if DATA_DIR is moved.
 */
function serverFolder(dataDir: string, account: Account): string {
  const folder = join(dataDir, 'postgres')
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return readlinkSync(folder)
  if (existsSync(folder) || mayEnter(account, dataDir)) return folder
  const elsewhere = join(systemFolder, digest(dataDir), 'postgres')
  setAside(elsewhere)
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o711 })
  symlinkSync(elsewhere, folder)
  return elsewhere
}

/** A server's folder whose DATA_DIR was thrown away: not this one's, and not ours to throw. */
function setAside(folder: string): void {
  if (!existsSync(folder)) return
  const running = runningServer(join(folder, 'data'))
  if (running) process.kill(running.pid, 'SIGINT')
  renameSync(folder, `${folder}.left-${Date.now()}`)
}

function own(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  if (!found.isDirectory()) throw new Error(`${folder} is in the way: it is not a folder`)
  if (account.uid >= 0 && found.uid !== account.uid) chownSync(folder, account.uid, account.gid)
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700)
}

function socketFolder(folder: string, account: Account): string {
  const inside = join(folder, 'run')
  if (Buffer.byteLength(socketPath(inside)) <= longestSocketPath) {
    own(inside, account)
    return inside
  }
  const short = join(tmpdir(), `kvarter-${digest(folder)}`)
  claim(short, account)
  return short
}

/** In a folder open to all somebody may have been there first, so it is taken only if it is ours already. */
function claim(folder: string, account: Account): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (account.uid >= 0) chownSync(folder, account.uid, account.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const found = lstatSync(folder)
    if (!found.isDirectory() || found.uid !== account.uid || (found.mode & 0o077) !== 0) {
      throw new Error(`${folder} belongs to somebody else; remove it, or choose a shorter DATA_DIR`, {
        cause: error
      })
    }
  }
}

export const socketPath = (folder: string): string => join(folder, '.s.PGSQL.5432')

export function removePlace(dataDir: string): void {
  const folder = join(dataDir, 'postgres')
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found?.isSymbolicLink()) rmSync(readlinkSync(folder), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
