/**
 * Keeps a part of the page as it is now: fetches the page again when the server says that something has changed, or,
 * where it can't say so, now and then. Waits while somebody writes there. Without this script the page is as it was.
 */
const soonMs = 400
/** However much happens, the page is asked for no more often. */
const betweenMs = 3000
const pollMs = 30_000

function follow(region: HTMLElement, source: string): void {
  let here = region
  let soon: ReturnType<typeof setTimeout> | undefined
  let polling: ReturnType<typeof setInterval> | undefined
  let fetching = false
  let last = 0
  let opened = false

  const isWriting = () =>
    [
      ...here.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea')
    ].some((field) => field === document.activeElement || field.value !== field.defaultValue) ||
    here.querySelector('select:focus') !== null

  function changed(): void {
    clearTimeout(soon)
    soon = setTimeout(() => void renew(), Math.max(soonMs, last + betweenMs - Date.now()))
  }

  async function renew(): Promise<void> {
    if (fetching || document.visibilityState === 'hidden') return
    if (isWriting()) return void here.addEventListener('focusout', changed, { once: true })
    fetching = true
    last = Date.now()
    try {
      const response = await fetch(location.href, { headers: { accept: 'text/html' } })
      // Signed out, or no longer a coordinator: what stands here is not to be kept up.
      if (!response.ok || response.redirected) return stop()
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      const next = page.getElementById(here.id)
      if (next && !isWriting()) replace(document.importNode(next, true))
    } catch {
      // The net is away; the next change or the next turn tells.
    } finally {
      fetching = false
    }
  }

  function replace(next: HTMLElement): void {
    if (next.innerHTML === here.innerHTML) return
    for (const details of here.querySelectorAll<HTMLDetailsElement>('details[id]'))
      next.querySelector(`details[id="${details.id}"]`)?.toggleAttribute('open', details.open)
    const focused = here.contains(document.activeElement) ? markOf(document.activeElement) : null
    here.replaceWith(next)
    here = next
    if (focused) next.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true })
  }

  function poll(): void {
    polling ??= setInterval(() => void renew(), pollMs)
  }

  function stop(): void {
    events.close()
    clearInterval(polling)
  }

  const events = new EventSource(source)
  events.addEventListener('message', changed)
  events.addEventListener('error', () => events.readyState === EventSource.CLOSED && poll())
  // A connection that came back may have missed something.
  events.addEventListener('open', () => {
    if (opened) changed()
    opened = true
  })
  document.addEventListener('visibilitychange', changed)
}

function markOf(element: Element | null): string | null {
  if (element?.id) return `#${CSS.escape(element.id)}`
  const href = element?.getAttribute('href')
  return href ? `[href="${CSS.escape(href)}"]` : null
}

for (const region of document.querySelectorAll<HTMLElement>('[data-live]'))
  follow(region, region.dataset['live'] ?? '')
