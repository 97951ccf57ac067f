import type { Readable, Writable } from 'node:stream'
import { once } from 'node:events'
import { deserialize, serialize } from 'node:v8'

/** Writes a value to a stream that others follow in, and waits until there is room for the next. */
export async function send(stream: Writable, value: unknown): Promise<void> {
  const content = serialize(value)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  stream.write(length)
  if (!stream.write(content)) await once(stream, 'drain')
}

/** All that was sent, when the stream has ended. */
export async function receive(stream: Readable): Promise<unknown[]> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const values: unknown[] = []
  for (let at = 0; at < bytes.length;) {
    const from = at + 4
    at = from + bytes.readUInt32BE(at)
    if (at > bytes.length) throw new Error('What was sent ended too soon')
    values.push(deserialize(bytes.subarray(from, at)))
  }
  return values
}
