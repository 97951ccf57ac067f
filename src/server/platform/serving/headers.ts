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

/** What holds for every answer; a page may say more of itself, never less. */
export function setSecurityHeaders(response: ServerResponse, path: string, secure: boolean): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  const isPrivate = isPrivatePath(path)
  // Under no-referrer a browser sends its own forms with `Origin: null`, and they are taken for somebody else's.
  response.setHeader('referrer-policy', isPrivate ? 'strict-origin' : 'same-origin')
  response.setHeader('cache-control', isPrivate ? 'no-store' : 'private, no-cache')
  if (isPrivate) response.setHeader('x-robots-tag', 'noindex')
  if (secure) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
}
