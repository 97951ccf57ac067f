/**
 * Says at each part of a report which colleague wrote there just now, and goes on saying it: asks again when the server tells
 * that something has changed, and now and then, so that what is no longer so is not said. Without this script it stands as
 * it was when the page came.
 */
const soonMs = 400
/** However much is written, it is asked for no more often. */
const betweenMs = 3000
const againMs = 60_000

export function writers(workbench: HTMLElement): void {
  const { following = '', writers: source = '' } = workbench.dataset
  const events = new EventSource(following)
  let soon: ReturnType<typeof setTimeout> | undefined
  let last = 0

  async function renew(): Promise<void> {
    if (document.visibilityState === 'hidden') return
    last = Date.now()
    const response = await fetch(source, { headers: { accept: 'application/json' } }).catch(() => null)
    // Signed out, or no longer one who compiles it.
    if (response && (!response.ok || response.redirected)) return stop()
    if (response) show((await response.json()) as Record<string, string>)
  }
  const changed = (): void => {
    clearTimeout(soon)
    soon = setTimeout(() => void renew(), Math.max(soonMs, last + betweenMs - Date.now()))
  }
  const again = setInterval(changed, againMs)
  const stop = (): void => {
    events.close()
    clearInterval(again)
  }
  events.addEventListener('message', changed)
  document.addEventListener('visibilitychange', changed)
}

function show(said: Record<string, string>): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-writers-of]')) {
    const words = said[place.dataset['writersOf'] ?? ''] ?? ''
    if (place.textContent !== words) place.textContent = words
  }
}
