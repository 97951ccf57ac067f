import { MigrationError } from '../platform/db/migrate.ts'
import { SecretsError } from '../platform/secrets/secrets.ts'
import { SettingsError } from '../platform/settings/settings.ts'
import { CommandError } from './speaking.ts'

const expected = [CommandError, SettingsError, SecretsError, MigrationError]

/** What went wrong, for the person at the keyboard; with its stack only when nobody foresaw it. */
export function reasonFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (expected.some((kind) => error instanceof kind)) return error.message
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOSPC') return error.message
  if (code === 'EACCES' || code === 'EPERM') {
    return `${error.message}\nIs DATA_DIR somebody else's, as when it was first used by root? Use that user, or another DATA_DIR.`
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
    return `The database does not answer (${code}). Look at DATABASE_URL.`
  }
  if (code === '28P01' || code === '28000')
    return 'The database refuses the user or password in DATABASE_URL.'
  if (code === '3D000') return 'The database in DATABASE_URL does not exist. Create it first.'
  return error.stack ?? error.message
}
