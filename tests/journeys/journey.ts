import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { projectRoot } from '#server/platform/settings/settings.ts'
import { accessibilityFaults, sidewaysFaults } from './checks.ts'
import type { Kvarter } from './kvarter.ts'
import { takePicture, takesPictures } from './pictures.ts'
import { watch, type Watch } from './watching.ts'
import { wide, type Way } from './ways.ts'

type Expected = {
  /** The step is to be refused so: 422, 409, 404 … */
  refused?: number
}

/** Where pictures of steps that failed are left. */
const failures = join(projectRoot, 'node_modules/.kvarter-journeys')

/** Somebody with a browser. After every step the page is looked over: that is where faults are found that no step asks about. */
export class Journey {
  readonly page: Page
  readonly kvarter: Kvarter
  readonly way: Way
  readonly #context: BrowserContext
  readonly #cdp: CDPSession
  readonly #watch: Watch

  private constructor(kvarter: Kvarter, way: Way, context: BrowserContext, page: Page, cdp: CDPSession) {
    this.kvarter = kvarter
    this.way = way
    this.page = page
    this.#context = context
    this.#cdp = cdp
    this.#watch = watch(page, kvarter.origin)
  }

  static async begin(browser: Browser, kvarter: Kvarter, way: Way): Promise<Journey> {
    const { width, colours } = way
    const context = await browser.newContext({
      baseURL: kvarter.origin,
      viewport: { width, height: width < 600 ? 844 : 900 },
      colorScheme: colours,
      reducedMotion: 'reduce',
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm'
    })
    // Ample: it is only waited for where something is wrong, or much else goes on at the machine.
    context.setDefaultTimeout(30_000)
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    const journey = new Journey(kvarter, way, context, page, cdp)
    await journey.#scripts(way.scripts)
    return journey
  }

  /** Something the person does, and then what must hold of any page they are on. */
  async step(title: string, act: (page: Page) => Promise<unknown>, expected: Expected = {}): Promise<void> {
    try {
      await act(this.page)
      await this.page.waitForLoadState()
      await this.#lookOver(expected)
    } catch (error) {
      this.#watch.faults()
      const picture = await this.#keepPicture(title)
      if (error instanceof Error)
        error.message = `${title} (${this.way.name}, ${this.page.url()}, ${picture}): ${error.message}`
      throw error
    }
  }

  /** Another window of the same person. */
  async anotherWindow(): Promise<Page> {
    const page = await this.#context.newPage()
    if (!this.way.scripts) {
      const cdp = await this.#context.newCDPSession(page)
      await cdp.send('Emulation.setScriptExecutionDisabled', { value: true })
    }
    return page
  }

  /** The net goes, or comes back. A page that comes from the device is let out for a moment, so what it sends is stopped too. */
  async net(there: boolean): Promise<void> {
    const sent = /\?\/\w+$/
    if (there) await this.#context.unroute(sent)
    else await this.#context.route(sent, (route) => route.abort('internetdisconnected'))
    await this.#context.setOffline(!there)
  }

  /** A picture for the handbook, when they are to be taken; once, by whoever goes this way. */
  async picture(file: string, of: Way = wide): Promise<void> {
    if (takesPictures && of === this.way) await takePicture(this.page, file, of.colours)
  }

  /** What a page weighs over the wire the first time somebody comes, in bytes per kind of resource. */
  async weigh(path: string): Promise<Partial<Record<'document' | 'stylesheet' | 'font' | 'script', number>>> {
    const kinds = new Map<string, string>()
    const weights: Record<string, number> = {}
    await this.#cdp.send('Network.enable')
    this.#cdp.on('Network.responseReceived', ({ requestId, type }) =>
      kinds.set(requestId, type.toLowerCase())
    )
    this.#cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'other'
      weights[kind] = (weights[kind] ?? 0) + encodedDataLength
    })
    await this.page.goto(path, { waitUntil: 'networkidle' })
    return weights
  }

  async end(): Promise<void> {
    await this.#context.close()
  }

  async #lookOver({ refused }: Expected): Promise<void> {
    const { page, way } = this
    const faults = [...this.#watch.faults(refused), ...this.kvarter.complaints()]
    // What looks the page over is a script itself.
    await this.#scripts(true)
    faults.push(...(await accessibilityFaults(page)), ...(await sidewaysFaults(page, way.width)))
    await this.#scripts(way.scripts)
    if (faults.length > 0) throw new Error(`faults of the page:\n- ${faults.join('\n- ')}`)
  }

  async #scripts(run: boolean): Promise<void> {
    await this.#cdp.send('Emulation.setScriptExecutionDisabled', { value: !run })
  }

  async #keepPicture(title: string): Promise<string> {
    mkdirSync(failures, { recursive: true })
    const name = `${title} ${this.way.name}`.toLowerCase().replace(/[^a-zåäö0-9]+/g, '-')
    const path = join(failures, `${name}.png`)
    await this.page.screenshot({ path, fullPage: true }).catch(() => undefined)
    return path
  }
}
