import type { Store } from './exchange.ts'
import { newReplica, opened, type Page, type Replica } from './replica.ts'

/** All that is kept on a device begins so, and goes on with the path of the page it belongs to. */
export const prefix = 'kvarter:'

const newDevice = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(36)).join('')

/**
 * What the device keeps of the page's answer, over reloads and in every window. Read anew each time, as another window
 * may have written. A browser that keeps nothing has it for as long as the page is open.
 */
export function deviceStore(page: Page): Store & { key: string; lasts: boolean } {
  const key = prefix + location.pathname
  const device = newDevice()
  let held: string | null = null
  const store = {
    key,
    lasts: true,
    read(): Replica {
      const kept = store.lasts ? localStorage.getItem(key) : held
      return opened(kept ? (JSON.parse(kept) as Replica) : newReplica(device), page)
    },
    write(replica: Replica): void {
      const told = Object.entries(replica.known).filter(([, known]) => known.told)
      const isEmpty = told.length === 0 && Object.keys(replica.unsent).length === 0
      held = isEmpty ? null : JSON.stringify({ ...replica, known: Object.fromEntries(told) })
      try {
        if (held) localStorage.setItem(key, held)
        else localStorage.removeItem(key)
      } catch {
        store.lasts = false
      }
    }
  }
  try {
    localStorage.getItem(key)
  } catch {
    store.lasts = false
  }
  return store
}

/** Forgets what the device has of a link: all of it, or what has been heard of. */
export function forget(link: string, all: boolean): void {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${link}/`))
  for (const key of keys) {
    const { unsent } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Replica>
    if (all || Object.keys(unsent ?? {}).length === 0) localStorage.removeItem(key)
  }
}
