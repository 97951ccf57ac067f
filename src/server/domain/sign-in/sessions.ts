import { createHmac } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { parseSetCookieHeader } from 'better-auth/cookies'
import { emailOTP } from 'better-auth/plugins/email-otp'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { cookieName } from './cookie.ts'
import { codeMinutes, sessionHours, triesPerCode } from './limits.ts'

// This file loads the sign-in library: import it only when somebody signs in or is signed in.

/** Cookies to set, as name and value with their attributes; an empty value takes one away. */
export type SetCookie = { name: string; value: string; maxAge: number }
export type Session = { person: Id; cookies: SetCookie[] }
/** Nobody, when the session has ended; the cookie is then to be taken away. */
export type FoundSession = { person: Id | null; cookies: SetCookie[] }

export type SignIn = ReturnType<typeof openSignIn>

/** Sign-in by a mailed code. `secure` when the pages are served by https. */
export function openSignIn(db: Db, secrets: Secrets, secure: boolean) {
  const auth = setUp(db, secrets, secure)
  const cookiesOf = (headers: Headers) => cookiesIn(headers, cookieName(secure))
  return {
    /** A new code for the account with this mail; an earlier one stops working. */
    async makeCode(mail: string): Promise<string> {
      return auth.api.createVerificationOTP({ body: { email: mail, type: 'sign-in' } })
    },
    /** Undefined when the code is wrong, used, too old, or was tried too often. */
    async open(mail: string, code: string, headers: Headers): Promise<Session | undefined> {
      try {
        const body = { email: mail, otp: code }
        const { response, headers: answer } = await auth.api.signInEmailOTP({
          body,
          headers,
          returnHeaders: true
        })
        return { person: response.user.id, cookies: cookiesOf(answer) }
      } catch (error) {
        if (isRefused(error)) return undefined
        throw reasonOf(error)
      }
    },
    /** Whose session the cookie is; it lives on as long as it is used. */
    async find(headers: Headers): Promise<FoundSession> {
      try {
        const { response, headers: answer } = await auth.api.getSession({ headers, returnHeaders: true })
        return { person: response?.user.id ?? null, cookies: cookiesOf(answer) }
      } catch (error) {
        if (isRefused(error)) return { person: null, cookies: [] }
        throw reasonOf(error)
      }
    },
    async end(headers: Headers): Promise<SetCookie[]> {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true })
      return cookiesOf(answer)
    }
  }
}

/** What the library calls its rows, as they are called here. */
const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
const tables = {
  user: { modelName: 'sign_in_account', fields: { emailVerified: 'email_verified', ...times } },
  session: {
    modelName: 'sign_in_session',
    expiresIn: sessionHours * 3600,
    updateAge: 1800,
    fields: {
      ...{ userId: 'user_id', expiresAt: 'expires_at', ...times },
      ...{ ipAddress: 'ip_address', userAgent: 'user_agent' }
    }
  },
  account: {
    modelName: 'sign_in_provider',
    fields: {
      ...{ userId: 'user_id', accountId: 'account_id', providerId: 'provider_id', ...times },
      ...{ accessToken: 'access_token', accessTokenExpiresAt: 'access_token_expires_at' },
      ...{ refreshToken: 'refresh_token', refreshTokenExpiresAt: 'refresh_token_expires_at' },
      idToken: 'id_token'
    }
  },
  verification: { modelName: 'sign_in_code', fields: { expiresAt: 'expires_at', ...times } }
}

function setUp(db: Db, secrets: Secrets, secure: boolean) {
  const codeKey = secrets.keyFor('sign-in codes')
  const attributes = { secure, sameSite: 'lax', path: '/', httpOnly: true } as const
  return betterAuth({
    // Only used for addresses of the library's own pages, which are not served.
    baseURL: secure ? 'https://localhost' : 'http://localhost',
    secret: secrets.keyFor('sign-in').toString('base64'),
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name: cookieName(secure), attributes } },
      database: { generateId: newId },
      ipAddress: { disableIpTracking: true }
    },
    ...tables,
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: triesPerCode,
        disableSignUp: true,
        // Six digits are soon guessed from a plain digest, so it takes the key too.
        storeOTP: { hash: async (code) => createHmac('sha256', codeKey).update(code).digest('base64url') },
        sendVerificationOTP: async () => undefined
      })
    ]
  })
}

/** The session's own; the library also clears some that it never sets here. */
function cookiesIn(headers: Headers, name: string): SetCookie[] {
  return headers.getSetCookie().flatMap((line) => {
    const cookie = parseSetCookieHeader(line).get(name)
    return cookie ? [{ name, value: cookie.value, maxAge: Number(cookie['max-age'] ?? 0) }] : []
  })
}

const statusOf = (error: unknown): number =>
  error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0
const isRefused = (error: unknown): boolean => statusOf(error) >= 400 && statusOf(error) < 500
/** The library wraps what the database throws. */
const reasonOf = (error: unknown): unknown => (error instanceof Error && error.cause) || error
