import { existsSync, mkdirSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'

export type Settings = {
  port: number
  /** The network address listened on: this machine alone unless told otherwise. */
  host: string
  /** Absolute. Holds the secret and, unless `databaseUrl` is given, the database. */
  dataDir: string
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  /** In the workshop the outbox page shows mails whole, personal links and codes too. */
  mailShown: boolean
  /** The public address without a final slash; undefined means: whatever address a request came to. */
  origin: string | undefined
  /** How many proxies in front may be believed about address and protocol. */
  trustProxy: number
  logLevel: LogLevel
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export class SettingsError extends Error {}

export const projectRoot = resolve(import.meta.dirname, '../../../..')

type Environment = Record<string, string | undefined>

export function readSettings(env: Environment = process.env): Settings {
  return {
    port: wholeNumber(env, 'PORT', 3000, 65_535),
    host: text(env, 'HOST') ?? '127.0.0.1',
    dataDir: fromCaller(text(env, 'DATA_DIR') ?? resolve(projectRoot, 'data'), env),
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: text(env, 'MAIL_FROM') ?? 'Kvarter <kvarter@localhost>',
    mailShown: false,
    origin: origin(env),
    trustProxy: wholeNumber(env, 'TRUST_PROXY', 0, 10),
    logLevel: logLevel(env)
  }
}

/** A path as whoever gave it means it: the commands in bin/ go to the checkout first, and say where they were called. */
export const fromCaller = (path: string, env: Environment = process.env): string =>
  resolve(env.INIT_CWD ?? process.cwd(), path)

/** Where people find it, for what is sent away from a request. */
export const publicAddress = ({ origin, port }: Pick<Settings, 'origin' | 'port'>): string =>
  origin ?? `http://localhost:${port}`

/** Makes the folder enterable but not listable when root makes it: the database's own user has to pass through. */
export function makeDataDir(dataDir: string): void {
  if (!isAbsolute(dataDir)) throw new SettingsError(`DATA_DIR must be absolute here: ${dataDir}`)
  if (!existsSync(dataDir))
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
}

function text(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined
}

function wholeNumber(env: Environment, name: string, fallback: number, highest: number): number {
  const given = text(env, name)
  if (given === undefined) return fallback
  const number = Number(given)
  if (!/^\d+$/.test(given) || number > highest) {
    throw new SettingsError(`${name} must be a whole number from 0 to ${highest}, not "${given}"`)
  }
  return number
}

function url(env: Environment, name: string, protocols: string[]): string | undefined {
  const given = text(env, name)
  if (given === undefined) return undefined
  // The value itself is never in the message: it may carry a password.
  if (!URL.canParse(given) || !protocols.includes(new URL(given).protocol)) {
    throw new SettingsError(`${name} must be an address that begins with ${protocols.join('// or ')}//`)
  }
  return given
}

function origin(env: Environment): string | undefined {
  const given = text(env, 'ORIGIN')
  if (given === undefined) return undefined
  const parsed = URL.canParse(given) ? new URL(given) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.pathname !== '/' || parsed.search) {
    throw new SettingsError(`ORIGIN must be like https://kvarter.example.se, not "${given}"`)
  }
  return parsed.origin
}

function logLevel(env: Environment): LogLevel {
  const given = text(env, 'LOG_LEVEL') ?? 'info'
  const known = logLevels.find((level) => level === given)
  if (!known) throw new SettingsError(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${given}"`)
  return known
}
