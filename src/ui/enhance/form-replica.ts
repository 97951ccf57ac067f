import { deviceStore } from './device.ts'
import type { Store } from './exchange.ts'
import { setText, textsAtFirst, textsIn } from './form-texts.ts'
import { hasUnsent, markOf, shown, wrote } from './replica.ts'

/** Whether the server would refuse the text: then it lies nowhere else either. */
export type Refuses = (text: string) => boolean

/** A form and what the device has of it: each is told what the other has got since. */
export class FormReplica {
  readonly store: Store & { lasts: boolean }
  readonly #form: HTMLFormElement
  readonly #refuses: Refuses
  /** What the fields said when they were last looked at. */
  #before: Record<string, string>

  constructor(form: HTMLFormElement, refuses: Refuses) {
    this.#form = form
    this.#refuses = refuses
    this.#before = textsAtFirst(form)
    const kept = Object.entries(this.#before).map(([name, text]) => [name, refuses(text) ? '' : text])
    this.store = deviceStore(location.pathname, {
      mark: this.#mark.value,
      at: Number(form.dataset['made']),
      texts: Object.fromEntries(kept) as Record<string, string>
    })
  }

  get #mark(): HTMLInputElement {
    return this.#form.elements.namedItem('mark') as HTMLInputElement
  }

  get hasUnsent(): boolean {
    return hasUnsent(this.store.read())
  }

  /** Puts what the device has into the page: from before it was closed, from another window, from a colleague. */
  show(): void {
    const before = this.#before
    const after = shown(this.store.read())
    for (const [name, text] of Object.entries(after))
      if (before[name] !== text && !this.#refuses(before[name] ?? '')) setText(this.#form, name, text)
    this.#before = after
    this.mark()
  }

  /** The form says what its writer has seen. */
  mark(): void {
    this.#mark.value = markOf(this.store.read())
  }

  /** @returns whether something was written that is not to be kept anywhere. */
  keep(): boolean {
    let replica = this.store.read()
    let refused = false
    for (const [name, text] of Object.entries(textsIn(this.#form))) {
      if (this.#refuses(text)) refused = true
      else if (text !== this.#before[name]) replica = wrote(replica, name, text)
    }
    this.store.write(replica)
    this.#before = { ...this.#before, ...shown(replica) }
    return refused
  }
}
