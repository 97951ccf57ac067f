import { hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataDir } from '../settings/settings.ts'

export type Secrets = {
  /** 32 bytes that belong to the purpose alone; the same for the same purpose as long as the file is kept. */
  keyFor(purpose: string): Buffer
}

export class SecretsError extends Error {}

const length = 32

export const secretFile = (dataDir: string): string => join(dataDir, 'secret')

export function openSecrets(dataDir: string): Secrets {
  makeDataDir(dataDir)
  const file = secretFile(dataDir)
  const master = read(file) ?? create(file)
  return secretsFrom(master)
}

export function secretsFrom(master: Buffer): Secrets {
  return {
    keyFor: (purpose) => Buffer.from(hkdfSync('sha256', master, 'kvarter', purpose, length))
  }
}

function read(file: string): Buffer | undefined {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode
  if (mode === undefined) return undefined
  if ((mode & 0o077) !== 0) {
    throw new SecretsError(`Others may read ${file}. Make it yours alone: chmod 600, and consider it known.`)
  }
  const master = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (master.length !== length) throw new SecretsError(`${file} does not hold a secret of ${length} bytes`)
  return master
}

/** Written beside and linked into place, so that two first starts end with the same whole file. */
function create(file: string): Buffer {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const handle = openSync(beside, 'wx', 0o600)
  try {
    writeSync(handle, `${randomBytes(length).toString('base64')}\n`)
    fsyncSync(handle)
    linkSync(beside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(handle)
    rmSync(beside)
  }
  const made = read(file)
  if (!made) throw new SecretsError(`${file} could not be made`)
  return made
}
