import { keyOf } from './device.ts'
import type { Refuses } from './form-replica.ts'
import { waitFor } from './pace.ts'

const placeOf = (block: string): string => keyOf(`block/${block}`)

/** What the device kept of a block is of no use once it has been chosen what stands. */
export function forgetWhenSent(form: HTMLFormElement): void {
  const block = form.elements.namedItem('block')
  if (block instanceof HTMLInputElement)
    form.addEventListener('submit', () => {
      forget(placeOf(block.value))
    })
}

function forget(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Nothing was kept.
  }
}

/** What the device keeps of a text that the server has not heard of: which version it was written on, and the fields. */
type Kept = { version: string; fields: Record<string, string> }
/** What is said of what was sent: the version that stands now, or why it was not taken. */
type Heard = { version?: number; clock?: string; say?: string }
type Word = 'saves' | 'saving' | 'failed' | 'offline' | 'refused' | 'two' | 'gone'

/**
 * Saves a block as it is written: each word on the device, and at the server now and then (`pace.ts`) and when it is left.
 * Another's words are never written over: where somebody else has changed the block, both texts are shown when the form is
 * sent. Without this script the form's button saves.
 */
export class BlockWriting {
  readonly #form: HTMLFormElement
  readonly #refuses: Refuses
  readonly #key: string
  #heard: string
  #saving: Promise<void> | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  #since = 0
  #sent = 0
  /** What was said of the last saving; that of it which has a clock. */
  #saved = ''
  /** Somebody else was first, or the block is gone: nothing more is sent until the form itself is. */
  #stopped = false

  constructor(form: HTMLFormElement, refuses: Refuses) {
    this.#form = form
    this.#refuses = refuses
    this.#key = placeOf(form.dataset['writing'] ?? '')
    this.#heard = this.#written()
    this.#say('saves')
    form.addEventListener('input', () => this.#noticed())
    form.addEventListener('submit', (event) => this.#pass(event))
    form.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) void this.save()
    })
    addEventListener('online', () => void this.save())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.save()
    })
    this.#takeUp()
  }

  /** What was written before the window was closed, or the net went away. */
  #takeUp(): void {
    const kept = this.#read()
    // A form that came back refused has what was written last.
    if (!kept || this.#form.querySelector('[aria-invalid]')) return
    for (const [name, text] of Object.entries(kept.fields)) this.#field(name).value = text
    if (this.#written() === this.#heard) return forget(this.#key)
    this.#field('version').value = kept.version
    void this.save()
  }

  #noticed(): void {
    if (this.#stopped) return void this.#keep()
    this.#since ||= Date.now()
    clearTimeout(this.#pause)
    if (this.#isRefused()) return this.#say('refused')
    const [now, isKept] = [Date.now(), this.#keep()]
    const wait = waitFor({ now, since: this.#since, sent: this.#sent, isKept })
    if (this.#saved && isKept && !this.#saving)
      this.#tell(`${this.#saved} ${this.#form.dataset['kept'] ?? ''}`)
    this.#pause = setTimeout(() => void this.save(), wait)
  }

  async save(): Promise<void> {
    await this.#saving
    clearTimeout(this.#pause)
    if (this.#stopped || this.#written() === this.#heard || this.#isRefused()) return
    this.#saving = this.#send()
    await this.#saving
    this.#saving = undefined
  }

  async #send(): Promise<void> {
    const written = this.#written()
    this.#since = 0
    this.#sent = Date.now()
    this.#say('saving')
    try {
      const response = await fetch(this.#form.dataset['save'] ?? '', {
        method: 'POST',
        keepalive: document.visibilityState === 'hidden',
        headers: { accept: 'application/json' },
        body: new URLSearchParams(this.#fields())
      })
      const isTold = [200, 409, 422].includes(response.status) && !response.redirected
      this.#hear(written, response.status, isTold ? ((await response.json()) as Heard) : null)
    } catch {
      this.#sent = 0
      this.#say('offline')
    }
  }

  #hear(written: string, status: number, heard: Heard | null): void {
    if (heard?.version !== undefined) {
      this.#field('version').value = String(heard.version)
      this.#heard = written
      if (this.#written() === written) forget(this.#key)
      this.#saved = (this.#form.dataset['saved'] ?? '').replace('{clock}', heard.clock ?? '')
      return this.#tell(this.#saved)
    }
    this.#sent = 0
    if (heard?.say) return this.#tell(heard.say)
    this.#stopped = true
    this.#say(status === 409 ? 'two' : 'gone')
    if (status === 409) this.#showTwo()
  }

  /** The form goes on when what was written has been heard; without a net it stays, and so does the text. */
  #pass(event: SubmitEvent): void {
    if (this.#stopped || this.#written() === this.#heard) return
    event.preventDefault()
    void this.save().then(() => {
      // Refused as it stands, it is the form that says where and why.
      if (this.#written() === this.#heard || this.#stopped || navigator.onLine) this.#goOn(event.submitter)
    })
  }

  #goOn(submitter: HTMLElement | null): void {
    this.#heard = this.#written()
    setTimeout(() => this.#form.requestSubmit(submitter))
  }

  #showTwo(): void {
    const both = document.createElement('button')
    both.type = 'submit'
    both.className = 'as-link'
    both.textContent = this.#form.dataset['showTwo'] ?? ''
    this.#words?.append(' ', both)
  }

  get #words(): Element | null {
    return this.#form.querySelector('[data-save-words]')
  }
  #say(word: Word): void {
    this.#tell(this.#form.dataset[word] ?? '')
  }
  #tell(text: string): void {
    if (this.#words && text && this.#words.textContent !== text) this.#words.textContent = text
  }

  #field(name: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement
  }
  #fields(): Record<string, string> {
    const entries = [...new FormData(this.#form)].filter(([, value]) => typeof value === 'string')
    return Object.fromEntries(entries) as Record<string, string>
  }
  /** All but what the server changes itself. */
  #texts(): Record<string, string> {
    const { version: _, block: __, ...texts } = this.#fields()
    return texts
  }
  #written(): string {
    return JSON.stringify(this.#texts())
  }
  #isRefused(): boolean {
    const { heading = '', prose = '' } = this.#texts()
    return this.#refuses(heading) || this.#refuses(prose)
  }

  #read(): Kept | null {
    try {
      const kept = localStorage.getItem(this.#key)
      return kept ? (JSON.parse(kept) as Kept) : null
    } catch {
      return null
    }
  }
  /** Whether it could. */
  #keep(): boolean {
    if (this.#isRefused()) return false
    const kept: Kept = { version: this.#field('version').value, fields: this.#texts() }
    try {
      localStorage.setItem(this.#key, JSON.stringify(kept))
      return true
    } catch {
      // Where nothing may be kept, the page keeps it as long as it is open.
      return false
    }
  }
}
