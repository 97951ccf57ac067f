import type { Store } from './exchange.ts'
import { hasUnsent, newReplica, opened, type Page, type Replica } from './replica.ts'

/** All that is kept on a device begins so, and goes on with the path of the page it belongs to. */
const prefix = 'kvarter:'
export const keyOf = (path: string): string => prefix + path

const newDevice = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(36)).join('')

export const canKeep = (): boolean => {
  try {
    localStorage.getItem(prefix)
    return true
  } catch {
    return false
  }
}

/**
 * What the device keeps of the answer on that path, over reloads and in every window. Read anew each time, as another
 * window may have written. A browser that keeps nothing has it for as long as the page is open.
 */
export function deviceStore(path: string, page?: Page): Store & { lasts: boolean } {
  const key = keyOf(path)
  const device = newDevice()
  let held: string | null = null
  const store = {
    lasts: canKeep(),
    read(): Replica {
      const kept = store.lasts ? localStorage.getItem(key) : held
      const replica = kept ? (JSON.parse(kept) as Replica) : newReplica(device)
      return page ? opened(replica, page) : replica
    },
    write(replica: Replica): void {
      const told = Object.entries(replica.known).filter(([, known]) => known.told)
      const isEmpty = told.length === 0 && !hasUnsent(replica)
      held = isEmpty ? null : JSON.stringify({ ...replica, known: Object.fromEntries(told) })
      try {
        if (held) localStorage.setItem(key, held)
        else localStorage.removeItem(key)
      } catch {
        store.lasts = false
      }
    }
  }
  return store
}

/** The paths of a link's answers that the device has something of. */
const pathsOf = (link: string): string[] =>
  canKeep()
    ? Object.keys(localStorage).flatMap((key) =>
        key.startsWith(`${prefix}${link}/`) ? [key.slice(prefix.length)] : []
      )
    : []

export const unsentOf = (link: string): string[] =>
  pathsOf(link).filter((path) => hasUnsent(deviceStore(path).read()))

/** Forgets what the device has of a link: all of it, or what has been heard of. */
export function forget(link: string, all: boolean): void {
  const unsent = unsentOf(link)
  for (const path of pathsOf(link)) if (all || !unsent.includes(path)) localStorage.removeItem(keyOf(path))
}
