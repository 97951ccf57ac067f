import { forget } from './device.ts'

/** What a page says of the link it belongs to. */
const about = document.querySelector<HTMLElement>('[data-link]')

/** With slash at the end: `/svara/`, where all links are. */
const scopeOf = (link: string): string => link.slice(0, link.lastIndexOf('/') + 1)

const looks = (): string[] => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/_app/immutable/'))
  )
]

async function keep(link: string, pages: string[], without: string): Promise<void> {
  const registration = await navigator.serviceWorker.register('/service-worker.js', { scope: scopeOf(link) })
  const worker = registration.active ?? (await navigator.serviceWorker.ready).active
  worker?.postMessage({ keep: { link, pages, look: looks(), without } })
}

/** A link that opens nothing any more leaves nothing; one that is done with leaves what was never sent. */
async function leave(link: string, all: boolean): Promise<void> {
  try {
    forget(link, all)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  const registration = await navigator.serviceWorker?.getRegistration(scopeOf(link))
  registration?.active?.postMessage({ forget: link })
}

function begin({ link = '', pages = '[]', without = '', over }: DOMStringMap): void {
  if (over) return void leave(link, over === 'gone')
  addEventListener('link-gone', () => void leave(link, true))
  // Where a browser has no such thing, the page works as long as there is a net.
  if (navigator.serviceWorker) void keep(link, JSON.parse(pages) as string[], without).catch(() => undefined)
}

if (about) addEventListener('load', () => begin(about.dataset))
