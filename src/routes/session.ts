import type { RequestEvent } from '@sveltejs/kit'
import { actorFor, visitor, type Actor } from '#server/domain/people/actor.ts'
import { cookieName } from '#server/domain/sign-in/cookie.ts'
import type { SetCookie, SignIn } from '#server/domain/sign-in/sessions.ts'
import { runtime } from '#server/platform/runtime.ts'

const isSecure = (event: RequestEvent): boolean => event.url.protocol === 'https:'
const opened = new Map<boolean, Promise<SignIn>>()

/** Opened when first needed: the library behind it is large, and visitors never need it. */
export function signInFor(event: RequestEvent): Promise<SignIn> {
  const secure = isSecure(event)
  const found = opened.get(secure) ?? open(secure)
  opened.set(secure, found)
  return found
}

async function open(secure: boolean): Promise<SignIn> {
  const { openSignIn } = await import('#server/domain/sign-in/sessions.ts')
  const { db, secrets } = runtime()
  return openSignIn(db, secrets, secure)
}

/** The request's cookies and nothing else that a browser tells about its owner. */
export const cookiesOf = (event: RequestEvent): Headers =>
  new Headers({ cookie: event.request.headers.get('cookie') ?? '' })

export function setCookies(event: RequestEvent, cookies: SetCookie[]): void {
  for (const { name, value, maxAge } of cookies) {
    event.cookies.set(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(event),
      maxAge
    })
  }
}

/** Who sent the request. A visitor without a session cookie costs no question to the database. */
export async function whoSent(event: RequestEvent): Promise<Actor> {
  if (!event.cookies.get(cookieName(isSecure(event)))) return visitor
  const session = await (await signInFor(event)).find(cookiesOf(event))
  setCookies(event, session.cookies)
  if (!session.person) return visitor
  return (await actorFor(runtime().db, session.person, { via: 'session', person: session.person })) ?? visitor
}
