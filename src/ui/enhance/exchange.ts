import { heard, toSend, type Answer, type Batch, type Replica } from './replica.ts'

/** Where the replica is kept: read and written at once, for another window may have done the same. */
export type Store = { read(): Replica; write(replica: Replica): void }
export type Reply =
  | { kind: 'heard'; answer: Answer; clock: string; say: string }
  /** Refused as a whole: sent in already, the round is closed. */
  | { kind: 'refused'; say: string }
  | { kind: 'gone' }
export type Outcome = Reply | { kind: 'nothing' } | { kind: 'unreachable' }
/** @throws when no answer came. */
export type Post = (batch: Batch) => Promise<Reply>

/** Sends what is unsent, once, and hears what the server says of it. */
export async function exchange(store: Store, post: Post): Promise<Outcome> {
  const sending = toSend(store.read())
  if (!sending) return { kind: 'nothing' }
  const [replica, batch] = sending
  store.write(replica)
  try {
    const reply = await post(batch)
    if (reply.kind === 'heard') store.write(heard(store.read(), batch, reply.answer))
    return reply
  } catch {
    return { kind: 'unreachable' }
  }
}
