import type { RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { visitor } from '#server/domain/people/actor.ts'
import { runtime } from '#server/platform/runtime.ts'
import { untraced } from '#server/platform/serving/headers.ts'
import { address, localeOf } from '#ui/words/addresses.ts'
import { inLocale } from '#ui/words/locale.ts'
import { noteReading, startHousekeeping } from './routes/housekeeping.ts'
import { isOpen, isUntraced } from './routes/open.ts'
import {
  answerTo,
  codeOf,
  isBusy,
  newReference,
  refusal,
  refuse,
  SignedOut,
  Unreadable
} from './routes/refusing.ts'
import { whoSent } from './routes/session.ts'
import { readWritten } from './routes/submitting.ts'
import { unmarked } from './routes/unmarked.ts'

export const init: ServerInit = () => startHousekeeping()

type Resolve = Parameters<Handle>[0]['resolve']

/** The front door: language, who it is, whether the route is open to them. */
export const handle: Handle = ({ event, resolve }) => {
  const locale = localeOf(event.url.pathname)
  event.locals.locale = locale
  event.locals.actor = visitor
  event.locals.person = null
  return inLocale(locale, () => enter(event, resolve))
}

async function enter(event: RequestEvent, resolve: Resolve): Promise<Response> {
  if (refusal()) return answer(event, resolve)
  // No script asks for a page's data; whoever does gets none.
  if (event.isDataRequest) return new Response(null, { status: 404 })
  if (/%00/.test(event.url.href)) return refuse(event, new Unreadable())
  try {
    event.locals.actor = await whoSent(event)
    event.locals.person = event.locals.actor.person
  } catch (error) {
    return refuse(event, error)
  }
  if (event.route.id && !event.locals.actor.person && !isOpen(event.route.id, event.request.method))
    return askToSignIn(event)
  return answer(event, resolve)
}

async function answer(event: RequestEvent, resolve: Resolve): Promise<Response> {
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => unmarked(html.replace('%kvarter.language%', event.locals.locale)),
    preload: ({ type, path }) =>
      type === 'css' || (type === 'font' && /latin-wght-normal/.test(path) && !/ext/.test(path))
  })
  if (isUntraced(event.route.id))
    for (const [name, value] of Object.entries(untraced)) response.headers.set(name, value)
  const { person } = event.locals
  if (!person) return response
  response.headers.set('cache-control', 'private, no-store')
  if (response.ok && isInternal(event)) noteReading(person.id, event.url.pathname)
  return response
}

/** Pages that a visitor could not have read. */
const isInternal = ({ route, request, locals }: RequestEvent): boolean =>
  request.method === 'GET' && route.id !== null && (!isOpen(route.id, 'GET') || locals.internal === true)

async function askToSignIn(event: RequestEvent): Promise<Response> {
  const { method } = event.request
  if (method !== 'GET' && method !== 'HEAD') return refuse(event, new SignedOut(await writtenIn(event)))
  const till = encodeURIComponent(event.url.pathname + event.url.search)
  return new Response(null, {
    status: 303,
    headers: { location: `${address(event.locals.locale, 'sign-in')}?till=${till}` }
  })
}

async function writtenIn(event: RequestEvent): Promise<[string, string][]> {
  const written = await readWritten(event).catch(() => ({}))
  return Object.entries(written).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one])
  )
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') {
    const status = kind === 'validation' ? 400 : error.status
    return { code: (kind === 'app' && error.code) || codeOf(status) }
  }
  const { status, code } = answerTo(error)
  if (error instanceof SignedOut) return { status, code, message: code, written: error.written }
  if (status < 500 || isBusy(error)) return { status, code, message: code }
  const reference = newReference()
  runtime().log.error({ error, reference, route: event.route.id }, code)
  return { status, code, message: code, reference }
}
