/**
 * Keeps a part of the page as it is now: fetches the page again when the server says that something has changed, or,
 * where it can't say so, now and then. Waits while somebody writes there. Without this script the page is as it was.
 */
const soonMs = 400
/** However much happens, the page is asked for no more often. */
const betweenMs = 3000
const pollMs = 30_000

class Followed {
  /** As it stands in the page now. */
  #region: HTMLElement
  readonly #events: EventSource
  #soon: ReturnType<typeof setTimeout> | undefined
  #polling: ReturnType<typeof setInterval> | undefined
  #fetching = false
  #opened = false
  #last = 0

  constructor(region: HTMLElement, source: string) {
    this.#region = region
    this.#events = new EventSource(source)
    this.#events.addEventListener('message', this.#changed)
    this.#events.addEventListener(
      'error',
      () => this.#events.readyState === EventSource.CLOSED && this.#poll()
    )
    // A connection that came back may have missed something.
    this.#events.addEventListener('open', () => {
      if (this.#opened) this.#changed()
      this.#opened = true
    })
    document.addEventListener('visibilitychange', this.#changed)
  }

  #changed = (): void => {
    clearTimeout(this.#soon)
    const wait = Math.max(soonMs, this.#last + betweenMs - Date.now())
    this.#soon = setTimeout(() => void this.#renew(), wait)
  }

  async #renew(): Promise<void> {
    if (this.#fetching || document.visibilityState === 'hidden') return
    if (isWritingIn(this.#region))
      return this.#region.addEventListener('focusout', this.#changed, { once: true })
    this.#fetching = true
    this.#last = Date.now()
    try {
      const response = await fetch(location.href, { headers: { accept: 'text/html' } })
      // Signed out, or no longer a coordinator: what stands here is not to be kept up.
      if (!response.ok || response.redirected) return this.#stop()
      this.#show(await response.text())
    } catch {
      // The net is away; the next change or the next turn tells.
    } finally {
      this.#fetching = false
    }
  }

  #show(html: string): void {
    const page = new DOMParser().parseFromString(html, 'text/html')
    const found = page.getElementById(this.#region.id)
    if (!found || isWritingIn(this.#region)) return
    const next = document.importNode(found, true)
    if (next.innerHTML === this.#region.innerHTML) return
    keepAsLeft(this.#region, next)
    this.#region = next
  }

  #poll(): void {
    this.#polling ??= setInterval(() => void this.#renew(), pollMs)
  }

  #stop(): void {
    this.#events.close()
    clearInterval(this.#polling)
  }
}

function isWritingIn(region: HTMLElement): boolean {
  const fields = region.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input:not([type=hidden]), textarea'
  )
  return (
    [...fields].some((field) => field === document.activeElement || field.value !== field.defaultValue) ||
    region.querySelector('select:focus') !== null
  )
}

/** Puts `next` in its place, with open what was open and the focus where it was. */
function keepAsLeft(region: HTMLElement, next: HTMLElement): void {
  for (const details of region.querySelectorAll<HTMLDetailsElement>('details[id]'))
    next.querySelector(`details[id="${details.id}"]`)?.toggleAttribute('open', details.open)
  const focused = region.contains(document.activeElement) ? markOf(document.activeElement) : null
  region.replaceWith(next)
  if (focused) next.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true })
}

function markOf(element: Element | null): string | null {
  if (element?.id) return `#${CSS.escape(element.id)}`
  const href = element?.getAttribute('href')
  return href ? `[href="${CSS.escape(href)}"]` : null
}

for (const region of document.querySelectorAll<HTMLElement>('[data-live]'))
  new Followed(region, region.dataset['live'] ?? '')
