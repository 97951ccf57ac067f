/**
 * For whoever answers by a personal link where the net comes and goes: the link's list and its forms, with what they look
 * like, are kept and shown when there is no net. Nothing else is; it is registered for answer pages alone.
 */
type Extended = Event & { waitUntil(doing: Promise<unknown>): void }
type Fetched = Extended & { request: Request; respondWith(response: Promise<Response>): void }
type Keep = { link: string; pages: string[]; look: string[]; without: string }
/** What a page may tell it. */
export type Told = { keep: Keep } | { forget: string }
type Message = Extended & { data: Partial<{ keep: Keep; forget: string }> }
type Worker = {
  registration: { scope: string }
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Extended) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void
  addEventListener(type: 'message', listener: (event: Message) => void): void
}
const worker = globalThis as unknown as Worker

/** A net that is there but does not answer is none. */
const longestWaitMs = 6_000
const cacheOf = (link: string): string => `kvarter ${link}`
/** Where the page that says that there is no net is kept. */
const withoutNet = (link: string): string => `${link}/-`

/** `/svara/<token>/3` → `/svara/<token>`. */
function linkOf(path: string): string | null {
  const scope = new URL(worker.registration.scope).pathname
  const token = path.startsWith(scope) ? path.slice(scope.length).split('/')[0] : ''
  return token ? scope + token : null
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => {
  const { keep: kept, forget } = event.data
  if (kept) event.waitUntil(keep(kept))
  if (forget) event.waitUntil(caches.delete(cacheOf(forget)))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== new URL(worker.registration.scope).origin) return
  if (/^\/(_app\/immutable|fonts)\//.test(pathname))
    return event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
  const link = linkOf(pathname)
  if (link && request.mode === 'navigate') event.respondWith(page(request, link, pathname))
})

/** From the net, and else as it was kept. */
async function page(request: Request, link: string, path: string): Promise<Response> {
  const kept = await caches.match(path)
  try {
    const response = await fetch(request, kept ? { signal: AbortSignal.timeout(longestWaitMs) } : {})
    if (response.status === 410) await caches.delete(cacheOf(link))
    if (response.status === 200 && kept) await (await caches.open(cacheOf(link))).put(path, response.clone())
    return response
  } catch (error) {
    const instead = kept ?? (await caches.match(withoutNet(link)))
    if (!instead) throw error
    return instead
  }
}

/** Nothing that is kept is let go of before there is something in its place: the net may be gone in the middle. */
async function keep({ link, pages, look, without }: Keep): Promise<void> {
  const cache = await caches.open(cacheOf(link))
  const missing: string[] = []
  for (const path of look) if (!(await cache.match(path))) missing.push(path)
  await cache.addAll(missing)
  for (const [path = '', as = ''] of [...pages.map((path) => [path, path]), [without, withoutNet(link)]]) {
    // Pages that look another way than what is kept are of an earlier build.
    if (missing.length === 0 && (await cache.match(as))) continue
    const response = await fetch(path)
    if (response.status === 410) return void (await caches.delete(cacheOf(link)))
    if (response.status === 200 && !response.redirected) await cache.put(as, response)
  }
}
