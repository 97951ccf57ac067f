import { cutOff, DumpError, endOfRows } from './format.ts'

const newline = 0x0a
const longestLine = 4_000_000

export class DumpReader {
  #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  async line(): Promise<string> {
    for (;;) {
      const end = this.#held.indexOf(newline)
      if (end >= 0) return this.#take(end + 1).toString('utf8', 0, end)
      if (this.#held.length > longestLine || !(await this.#more())) throw new DumpError(cutOff)
    }
  }

  /** Everything up to the line that ends a table's rows, without it. */
  async *rows(): AsyncGenerator<Buffer> {
    let last: number = newline
    const mark = `\n${endOfRows}\n`
    for (;;) {
      // With the newline before, the mark is found at the beginning of a table too.
      const seen = Buffer.concat([Buffer.of(last), this.#held])
      const end = seen.indexOf(mark)
      if (end >= 0) {
        if (end > 0) yield this.#take(end)
        this.#take(mark.length - 1)
        return
      }
      const settled = Math.max(0, this.#held.length - mark.length)
      if (settled > 0) {
        last = this.#held[settled - 1] ?? newline
        yield this.#take(settled)
      }
      if (!(await this.#more())) throw new DumpError(cutOff)
    }
  }

  async atEnd(): Promise<boolean> {
    return this.#held.length === 0 && !(await this.#more())
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next()
    if (done) return false
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value])
    return true
  }
}
