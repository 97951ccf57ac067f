import type { Page } from 'playwright-core'

export type Watch = {
  /** What went wrong since last asked. What was to be refused with this status is to have been. */
  faults(refused?: number): string[]
}

/** Listens to what a page says and asks for. */
export function watch(page: Page, origin: string): Watch {
  const faults: string[] = []
  const statuses: { status: number; what: string }[] = []
  page.on('console', (message) => {
    // That something could not be loaded is told by its answer below, with its status.
    const isLoading = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isLoading) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin)
      faults.push(`asked somebody else: ${url.href}`)
  })
  page.on('requestfailed', (request) => {
    // Whatever was under way when the page was left, or when there was to be no net.
    const reason = request.failure()?.errorText ?? ''
    if (!/^net::ERR_(ABORTED|INTERNET_DISCONNECTED)$/.test(reason))
      faults.push(`failed: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    const status = response.status()
    if (status >= 400) statuses.push({ status, what: `${response.request().method()} ${response.url()}` })
  })
  return {
    faults(refused) {
      const told = statuses.splice(0)
      const others = told.filter(({ status }) => status !== refused)
      if (refused && others.length === told.length) faults.push(`nothing was refused with ${refused}`)
      return [...faults.splice(0), ...others.map(({ status, what }) => `${status}: ${what}`)]
    }
  }
}
