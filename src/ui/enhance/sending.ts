import { exchange, type Outcome } from './exchange.ts'
import type { FormReplica } from './form-replica.ts'
import { post } from './posting.ts'
import type { SaveWords } from './save-words.ts'

const pauseMs = 1500
const longestWaitMs = 8000
const longestRestMs = 60_000

/** Sends what the device has and the server has not: when its writer pauses, and again for as long as nobody answers. */
export class Sending {
  readonly #replica: FormReplica
  readonly #words: SaveWords
  #timer: ReturnType<typeof setTimeout> | undefined
  #firstUnsavedAt = 0
  #rest = pauseMs
  #saving: Promise<Outcome> | undefined
  #stopped = false

  constructor(replica: FormReplica, words: SaveWords) {
    this.#replica = replica
    this.#words = words
  }

  /** The server takes no more of this answer. */
  get stopped(): boolean {
    return this.#stopped
  }

  soon(): void {
    this.#firstUnsavedAt ||= Date.now()
    const waited = Date.now() - this.#firstUnsavedAt
    this.#wait(Math.max(0, Math.min(pauseMs, longestWaitMs - waited)))
  }

  /** The page may be about to go. */
  hurry(): void {
    if (this.#firstUnsavedAt && !this.#stopped) void this.now()
  }

  async now(): Promise<Outcome> {
    clearTimeout(this.#timer)
    if (this.#saving) return this.#saving
    this.#firstUnsavedAt = 0
    if (navigator.onLine && this.#replica.hasUnsent) this.#words.say('saving')
    this.#saving = exchange(this.#replica.store, (batch) => post(location.pathname, batch))
    const outcome = await this.#saving
    this.#saving = undefined
    this.#hear(outcome)
    return outcome
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.now(), ms)
  }

  #hear(outcome: Outcome): void {
    if (outcome.kind === 'unreachable') return this.#tryLater()
    this.#rest = pauseMs
    if (outcome.kind === 'nothing') return
    this.#stopped ||= outcome.kind !== 'heard'
    if (outcome.kind === 'heard') this.#replica.show()
    this.#words.reply(outcome)
    if (outcome.kind === 'gone') dispatchEvent(new Event('link-gone'))
    if (outcome.kind === 'heard' && this.#replica.hasUnsent) this.#wait(pauseMs)
  }

  #tryLater(): void {
    this.#rest = Math.min(this.#rest * 2, longestRestMs)
    this.#words.unreachable(this.#replica.store.lasts)
    if (!this.#stopped) this.#wait(this.#rest)
  }
}
