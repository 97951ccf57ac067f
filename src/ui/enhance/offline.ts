import { forget, deviceStore, unsentOf } from './device.ts'
import { exchange } from './exchange.ts'
import { post } from './posting.ts'
import type { Told } from '../../service-worker.ts'

/** What a page says of the link it belongs to. */
const about = document.querySelector<HTMLElement>('[data-link]')
const isForm = document.querySelector('form[data-autosave]') !== null

/** With slash at the end: `/svara/`, where all links are. */
const scopeOf = (link: string): string => link.slice(0, link.lastIndexOf('/') + 1)

const looks = (): string[] => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => /^\/(_app\/immutable|fonts)\//.test(path))
  )
]

async function keep(link: string, pages: string[], without: string): Promise<void> {
  const registration = await navigator.serviceWorker.register('/service-worker.js', { scope: scopeOf(link) })
  const worker = registration.active ?? (await navigator.serviceWorker.ready).active
  worker?.postMessage({ keep: { link, pages, look: looks(), without } } satisfies Told)
}

/** A link that opens nothing any more leaves nothing; one that is done with leaves what was never sent. */
async function leave(link: string, all: boolean): Promise<void> {
  forget(link, all)
  const registration = await navigator.serviceWorker?.getRegistration(scopeOf(link))
  registration?.active?.postMessage({ forget: link } satisfies Told)
}

let rest = 2_000
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * What was written on other pages of the link while there was no net, as soon as there is one; a list of them then says
 * how they stand now.
 */
async function sendOthers(link: string): Promise<void> {
  clearTimeout(timer)
  let heard = false
  for (const path of unsentOf(link).filter((path) => !isForm || path !== location.pathname)) {
    const { kind } = await exchange(deviceStore(path), (batch) => post(path, batch))
    if (kind === 'gone') return leave(link, true)
    if (kind === 'unreachable') {
      rest = Math.min(rest * 2, 60_000)
      timer = setTimeout(() => void sendOthers(link), rest)
      break
    }
    heard ||= kind === 'heard'
  }
  if (heard && !isForm) location.reload()
}

function begin({ link = '', pages = '[]', without = '', over }: DOMStringMap): void {
  if (over === 'gone') return void leave(link, true)
  addEventListener('link-gone', () => void leave(link, true))
  addEventListener('online', () => void sendOthers(link))
  void sendOthers(link)
  if (over) return void leave(link, false)
  // Where a browser has no such thing, the page works as long as there is a net.
  const kept = JSON.parse(pages) as string[]
  if (navigator.serviceWorker && kept.length > 0) void keep(link, kept, without).catch(() => undefined)
}

if (about) addEventListener('load', () => begin(about.dataset))
