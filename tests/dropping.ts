import type { DeviceDraft, MergedDraft } from '#server/domain/answers/saving.ts'
import { exchange, type Reply, type Store } from '#ui/enhance/exchange.ts'
import { newReplica, opened, shown, wrote, type Batch, type Page, type Replica } from '#ui/enhance/replica.ts'

/** Numbers that look drawn, and are the same each time. */
export function dice(seed: number) {
  let state = seed
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    chance: (of: number): boolean => roll() < of,
    one: <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)] as T
  }
}
export type Dice = ReturnType<typeof dice>

/** What the house does with a batch, and a page as it would send it. */
export type House = {
  merge(sent: Omit<DeviceDraft, 'item'>): Promise<MergedDraft>
  page(): Promise<Page>
  clock(): number
}

/** A browser on a bad line: what it sends is lost on the way, or its answer is, or it arrives twice, or late. */
export class Device {
  replica: Replica
  #page: Page | undefined
  readonly #house: House
  readonly #dice: Dice
  #late: Batch[] = []
  line: 'bad' | 'good' = 'bad'

  constructor(name: string, house: House, dice: Dice) {
    this.replica = newReplica(name)
    this.#house = house
    this.#dice = dice
  }

  readonly #store: Store = { read: () => this.replica, write: (replica) => void (this.replica = replica) }

  /** Online it gets a new page; offline the one that was kept. */
  async open(): Promise<void> {
    if (!this.#page || this.line === 'good' || this.#dice.chance(0.5)) this.#page = await this.#house.page()
    this.replica = opened(this.replica, this.#page)
  }

  shows = (name: string): string => shown(this.replica)[name] ?? ''

  writes(name: string, text: string): void {
    this.replica = wrote(this.replica, name, text)
  }

  sends = () => exchange(this.#store, (batch) => this.#post(structuredClone(batch)))

  async #post(batch: Batch): Promise<Reply> {
    const bad = (of: number) => this.line === 'bad' && this.#dice.chance(of)
    const late = this.#late.splice(0)
    if (bad(0.1)) {
      this.#late.push(batch)
      throw new Error('on its way for long')
    }
    if (bad(0.25)) throw new Error('lost on the way')
    const reply = await this.#arrives(batch)
    if (bad(0.15)) await this.#arrives(structuredClone(batch))
    for (const one of late) await this.#arrives(one)
    if (bad(0.25)) throw new Error('the answer was lost')
    return reply
  }

  async #arrives({ device, since, edits }: Batch): Promise<Reply> {
    const { version, tokens, changes, refused, conflicts } = await this.#house.merge({ device, since, edits })
    const undecided = Object.keys(conflicts)
    const answer = {
      version,
      at: this.#house.clock(),
      tokens,
      fields: changes,
      refused: Object.keys(refused),
      undecided
    }
    return { kind: 'heard', answer, clock: '', say: '' }
  }
}
