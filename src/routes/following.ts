import type { Live } from '#server/platform/live/live.ts'
import type { Actor } from '#server/domain/people/actor.ts'

const pingMs = 25_000
/** Then the browser asks anew, and whether it may is looked up again. */
const longestMs = 20 * 60_000

/** Pages that one person has open; on the rest the page asks now and then. */
const mostEach = 8
const held = new Map<string, number>()

/** That what has this id has changed, told while it does; what has is on its page. */
export function followed(live: Live | undefined, id: string, actor: Actor): Response {
  const who = actor.person?.id ?? ''
  if (!live || (held.get(who) ?? 0) >= mostEach) return new Response(null, { status: 204 })
  return new Response(told(live, id, who), {
    // The connection is of no use to anybody else afterwards, and would be waited for when the house closes.
    headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no', connection: 'close' }
  })
}

function hold(who: string, more: 1 | -1): void {
  const count = (held.get(who) ?? 0) + more
  if (count > 0) held.set(who, count)
  else held.delete(who)
}

function told(live: Live, id: string, who: string): ReadableStream<Uint8Array> {
  const words = new TextEncoder()
  const timers: NodeJS.Timeout[] = []
  let unlisten = () => {}
  let over = false
  hold(who, 1)
  const stop = () => {
    timers.forEach(clearTimeout)
    unlisten()
    if (!over) hold(who, -1)
    over = true
  }
  return new ReadableStream({
    start(stream) {
      let open = true
      const say = (text: string) => open && stream.enqueue(words.encode(text))
      const end = () => {
        if (!open) return
        open = false
        stop()
        stream.close()
      }
      say('retry: 5000\n\n')
      timers.push(
        setInterval(() => say(':\n\n'), pingMs),
        setTimeout(end, longestMs)
      )
      unlisten = live.listen(id, { changed: () => say('data: changed\n\n'), ended: end })
      if (!open) stop()
    },
    cancel: stop
  })
}
