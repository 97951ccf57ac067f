import type { IncomingMessage } from 'node:http'
import type { Settings } from '../settings/settings.ts'

/** Where a request came from and where to, as far as it can be believed. */
export type Arrival = { protocol: 'http' | 'https'; host: string; client: string }

type Trust = Pick<Settings, 'origin' | 'trustProxy'>

const hostPattern = /^([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?$/i

/** Undefined when the request names no host that could be one. */
export function arrivalOf(request: IncomingMessage, { origin, trustProxy }: Trust): Arrival | undefined {
  const client = forwarded(request, 'x-forwarded-for', trustProxy) ?? request.socket.remoteAddress ?? ''
  if (origin) {
    const { protocol, host } = new URL(origin)
    return { protocol: protocol === 'https:' ? 'https' : 'http', host, client }
  }
  const host = forwarded(request, 'x-forwarded-host', trustProxy && 1) ?? request.headers.host ?? ''
  if (!hostPattern.test(host)) return undefined
  const secure = forwarded(request, 'x-forwarded-proto', trustProxy && 1) === 'https'
  return { protocol: secure ? 'https' : 'http', host, client }
}

/** Each proxy adds what it saw at the end, so with two of our own the second from the end is the first we believe. */
function forwarded(request: IncomingMessage, header: string, believed: number): string | undefined {
  if (believed === 0) return undefined
  const given = request.headers[header]
  const all = String(given ?? '')
    .split(',')
    .map((part) => part.trim())
  return all.at(-believed) || undefined
}

export const internalHeaders = {
  protocol: 'x-kvarter-protocol',
  host: 'x-kvarter-host',
  client: 'x-kvarter-client'
} as const

/** The only place the pages read these from; what a visitor sent by the same names is overwritten. */
export function tellPages(request: IncomingMessage, arrival: Arrival): void {
  request.headers[internalHeaders.protocol] = arrival.protocol
  request.headers[internalHeaders.host] = arrival.host
  request.headers[internalHeaders.client] = arrival.client
}
