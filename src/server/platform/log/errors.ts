import { maskLinks } from './masking.ts'

type Described = {
  type: string
  message?: string
  code?: string
  constraint?: string
  table?: string
  at: string[]
  cause?: Described
}

type DatabaseError = Error & { code: string; severity: string; constraint?: string; table?: string }

/** An error for the log. What the database says often quotes what somebody wrote, so only its codes are kept. */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
  const cause = error.cause instanceof Error ? { cause: describeError(error.cause) } : {}
  if (!isFromDatabase(error))
    return { type: error.constructor.name, message: maskLinks(error.message), at, ...cause }
  const { code, constraint, table } = error
  return {
    type: 'DatabaseError',
    code,
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
    // A mistake in our own question quotes the question only.
    ...(code.startsWith('42') ? { message: error.message } : {}),
    at,
    ...cause
  }
}

function isFromDatabase(error: Error): error is DatabaseError {
  return 'severity' in error && 'code' in error && typeof error.code === 'string'
}
