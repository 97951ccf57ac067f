import type { ServerResponse } from 'node:http'
import { isPrivatePath } from '../log/masking.ts'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'"
].join('; ')

const always = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin'
}

const usual = { 'referrer-policy': 'same-origin', 'cache-control': 'private, no-cache' }

/** What an address that lets its bearer in leaves nowhere. */
export const untraced = {
  // Under no-referrer a browser sends its own forms with `Origin: null`, and they are taken for somebody else's.
  'referrer-policy': 'strict-origin',
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex'
}

/**
 * What holds for every answer; a page may say more of itself, never less. `path` is a plain one: pages are judged by their
 * route as well, by the front door, but not all that is asked for becomes a page.
 */
export function setSecurityHeaders(response: ServerResponse, path: string, secure: boolean): void {
  const headers = { ...always, ...(isPrivatePath(path) ? untraced : usual) }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (secure) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
}
