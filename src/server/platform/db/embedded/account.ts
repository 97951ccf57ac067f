import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Who the server runs as. `ids` is empty when that is whoever runs this. */
export type Account = { uid: number; gid: number; ids: { uid: number; gid: number } | Record<string, never> }

/** PostgreSQL refuses root, so root lends it an account of its own: `kvarter`, or `nobody` where none can be made. */
export function serverAccount(): Account {
  const uid = process.getuid?.()
  const gid = process.getgid?.()
  if (uid === undefined || gid === undefined) return { uid: -1, gid: -1, ids: {} }
  if (uid !== 0) return { uid, gid, ids: {} }
  const found = findAccount('kvarter') ?? createAccount('kvarter') ?? findAccount('nobody')
  if (!found) {
    throw new Error('PostgreSQL does not run as root, and there is no other user: create one named kvarter.')
  }
  return { ...found, ids: found }
}

export function mayEnter(account: Account, folder: string): boolean {
  return asAccount(account, 'cd -- "$1"', folder)
}

export function mayRun(account: Account, program: string): boolean {
  return asAccount(account, '[ -x "$1" ]', program)
}

function asAccount(account: Account, script: string, path: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', script, 'sh', path], { cwd: '/', stdio: 'ignore', ...account.ids }).status ===
    0
  )
}

function findAccount(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function createAccount(name: string): { uid: number; gid: number } | undefined {
  spawnSync(
    'useradd',
    ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name],
    {
      stdio: 'ignore'
    }
  )
  return findAccount(name)
}
