import type { Reply } from './exchange.ts'

type Word = 'saving' | 'saved' | 'failed' | 'offline' | 'refused' | 'gone' | 'two' | 'showTwo'

/** What the form says of how its saving goes, in the words that it has in its data attributes. */
export class SaveWords {
  readonly #words: DOMStringMap
  readonly #place: Element | null

  constructor(form: HTMLFormElement) {
    this.#words = form.dataset
    this.#place = form.querySelector('[data-save-words]')
  }

  say(word: Word): void {
    this.#write(this.#words[word])
  }

  unreachable(isKeptHere: boolean): void {
    this.say(isKeptHere ? 'offline' : 'failed')
  }

  reply(reply: Reply): void {
    if (reply.kind === 'gone') return this.say('gone')
    if (reply.kind === 'refused') return this.#write(reply.say)
    if (reply.answer.undecided.length > 0) return this.#twoTexts()
    this.#write(reply.say || (reply.clock && this.#words['saved']?.replace('{clock}', reply.clock)))
  }

  #twoTexts(): void {
    this.say('two')
    const both = document.createElement('button')
    both.type = 'button'
    both.className = 'button button-second'
    both.textContent = this.#words['showTwo'] ?? ''
    both.addEventListener('click', () => location.reload())
    this.#place?.append(' ', both)
  }

  #write(text: string | undefined): void {
    if (this.#place && text) this.#place.textContent = text
  }
}
