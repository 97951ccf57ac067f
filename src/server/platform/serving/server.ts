import compression from 'compression'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { constants } from 'node:zlib'
import { maskLinks, plainPath } from '../log/masking.ts'
import type { Runtime } from '../runtime.ts'
import { setSecurityHeaders } from './headers.ts'
import { health } from './health.ts'
import { arrivalOf, tellPages } from './origin.ts'

export type Pages = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown

type Believed = { runtime: Runtime; pages: Pages }

/** What is told while it happens is not held back until there is enough of it to compress. */
const isTold = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type')).startsWith('text/event-stream')

const compress = compression({
  filter: (request, response) => !isTold(response) && compression.filter(request, response),
  threshold: 512,
  level: 6,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
}) as unknown as Pages

/** The front of the house: what holds for every request, before the pages see it. */
export function createFront({ runtime, pages }: Believed): Server {
  const server = createServer((request, response) => {
    const path = plainPath(request.url ?? '/')
    logWhenDone(runtime, request, response, path)
    const arrival = arrivalOf(request, runtime.settings)
    if (!arrival) return answer(response, 400)
    setSecurityHeaders(response, path, arrival.protocol === 'https')
    if (path === '/halsa') return void answerHealth(runtime, response)
    tellPages(request, arrival)
    compress(request, response, () => void servePage(pages, runtime, request, response))
  })
  server.headersTimeout = 15_000
  // A photo as the camera made it, over a poor line.
  server.requestTimeout = 180_000
  server.keepAliveTimeout = 65_000
  return server
}

async function servePage(pages: Pages, runtime: Runtime, request: IncomingMessage, response: ServerResponse) {
  try {
    await pages(request, response, () => answer(response, 404))
  } catch (error) {
    runtime.log.error({ error }, 'a page failed')
    answer(response, 500)
  }
}

async function answerHealth(runtime: Runtime, response: ServerResponse): Promise<void> {
  const found = await health(runtime.db)
  response.setHeader('content-type', 'application/json')
  response.setHeader('cache-control', 'no-store')
  response.writeHead(found.status === 'ok' ? 200 : 503).end(`${JSON.stringify(found)}\n`)
}

function answer(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status).end()
}

/** The query is left out: people search for people. */
function logWhenDone(
  { log }: Runtime,
  request: IncomingMessage,
  response: ServerResponse,
  path: string
): void {
  if (!log.isLevelEnabled('info')) return
  const began = performance.now()
  response.once('close', () => {
    const { statusCode: status, writableFinished } = response
    const ms = Math.round((performance.now() - began) * 10) / 10
    log.info({
      method: request.method,
      path: maskLinks(path),
      status,
      ms,
      ...(writableFinished ? {} : { broken: true })
    })
  })
}

/** Lets what has begun come to its end, for a while. */
export function closeFront(server: Server, patience = 10_000): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
}
