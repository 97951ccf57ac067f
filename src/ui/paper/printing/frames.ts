import type { Readable, Writable } from 'node:stream'

/** No paper is so large: whoever says that more is to come is not believed. */
const most = 2 ** 29

/** Says one thing, its length before it, and waits until it is delivered. */
export async function say(stream: Writable, content: Uint8Array | string): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  stream.write(length)
  await new Promise<void>((resolve, reject) =>
    stream.write(bytes, (error) => (error ? reject(error) : resolve()))
  )
}

/** What is said on a stream, one thing at a time, each in the only copy that is made of it. */
export async function* heardOn(stream: Readable): AsyncGenerator<Buffer<ArrayBuffer>, undefined> {
  const length = Buffer.alloc(4)
  let into = length
  let filled = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length;) {
      const taken = chunk.copy(into, filled, at)
      at += taken
      filled += taken
      if (into === length && filled === length.length) {
        into = room(length.readUInt32BE())
        filled = 0
      }
      if (into !== length && filled === into.length) {
        yield into
        into = length
        filled = 0
      }
    }
  }
  if (into !== length || filled > 0) throw new Error('What was said ended too soon')
}

function room(length: number): Buffer<ArrayBuffer> {
  if (length > most) throw new Error('More was to be said than there is room for')
  return Buffer.allocUnsafe(length)
}
