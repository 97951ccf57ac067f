import { AsyncLocalStorage } from 'node:async_hooks'
import { randomInt } from 'node:crypto'
import type { RequestEvent } from '@sveltejs/kit'
import { Conflict, Gone, Invalid, NotAllowed, NotFound, TooMany } from '#server/platform/refusals.ts'
import { NotPrinted } from '#ui/paper/printing/printing.ts'
import type { PageError } from '#ui/words/errors.ts'
import { baseLocale } from '#ui/words/locale.ts'

/** Nobody is signed in, or no longer: what was written goes back, to be sent again after signing in. */
export class SignedOut extends Error {
  readonly written: [name: string, value: string][]
  constructor(written: [name: string, value: string][]) {
    super('signed out')
    this.written = written
  }
}

/** 400: an address or a form that cannot be meant. A NUL is not text to PostgreSQL. */
export class Unreadable extends Error {}

const refused = new AsyncLocalStorage<{ reason: unknown; at: URL }>()

/** What the page that says no is to say, and at which address; undefined unless `refuse` asks for it. */
export const refusal = () => refused.getStore()

/** A refusal at the door as a whole page. SvelteKit only makes error pages of what a page's own load throws. */
export async function refuse(event: RequestEvent, reason: unknown): Promise<Response> {
  const { locale } = event.locals
  const path = locale === baseLocale ? '/refused' : `/${locale}/refused`
  const page = await refused.run({ reason, at: event.url }, () => event.fetch(path, { credentials: 'omit' }))
  const headers = new Headers(page.headers)
  headers.set('cache-control', 'private, no-store')
  return new Response(page.body, { status: page.status, headers })
}

type Answer = { status: number; code: PageError }

const unavailable = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[1-5]|53300|08...)$/
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|the database system is)/

/** Whether the database could not be reached, as told from whatever its client threw. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return unavailable.test(code) || lostConnection.test(error.message)
}

/** The one place where a broken promise becomes a status. */
export function answerTo(error: unknown): Answer {
  if (error instanceof SignedOut) return { status: 401, code: 'signed_out' }
  if (error instanceof NotFound) return { status: 404, code: 'not_found' }
  if (error instanceof Gone) return { status: 410, code: 'gone' }
  if (error instanceof NotAllowed) return { status: 403, code: 'not_allowed' }
  if (error instanceof Conflict) return { status: 409, code: 'conflict' }
  if (error instanceof Invalid) return { status: 422, code: 'invalid' }
  if (error instanceof TooMany) return { status: 429, code: 'too_many' }
  if (error instanceof NotPrinted) return { status: 503, code: 'not_printed' }
  if (isUnreadable(error)) return { status: 400, code: 'unreadable' }
  if (isDatabaseDown(error)) return { status: 503, code: 'unavailable' }
  return { status: 500, code: 'unexpected' }
}

/** Too many wait for the same thing just now: nothing has gone wrong. */
export const isBusy = (error: unknown): boolean =>
  error instanceof NotPrinted && error.cause instanceof TooMany

/** A body that is not what it says it is, or ends in the middle: the reader of forms throws these, in words of its own. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof Unreadable ||
  (error instanceof Error && error.message === 'aborted') ||
  (error instanceof TypeError && /FormData|form-?data|Content-Type|boundary|body/i.test(error.message))

/** For SvelteKit's own errors, which come with a status. */
export function codeOf(status: number): PageError {
  if (status === 404) return 'not_found'
  if (status === 403) return 'not_allowed'
  if (status === 413) return 'too_large'
  if (status === 429) return 'too_many'
  return status >= 500 ? 'unexpected' : 'unreadable'
}

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/** Short enough to read aloud on the telephone. */
export const newReference = (): string =>
  Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
