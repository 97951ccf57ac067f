import { findRound } from '#server/domain/rounds/rounds.ts'
import type { Live } from '#server/platform/live/live.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { RequestHandler } from './$types'

const pingMs = 25_000
/** Then the browser asks anew, and whether it may is looked up again. */
const longestMs = 20 * 60_000

/** That something in the round has changed, while it does; what has is on its page. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { db, live } = runtime()
  const round = await findRound(db, locals.actor, params.slug, params.round)
  if (!live) return new Response(null, { status: 204 })
  return new Response(told(live, round.id), {
    headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }
  })
}

function told(live: Live, round: string): ReadableStream<Uint8Array> {
  const words = new TextEncoder()
  let stop = () => {}
  return new ReadableStream({
    start(stream) {
      const say = (text: string) => stream.enqueue(words.encode(text))
      const ping = setInterval(() => say(':\n\n'), pingMs)
      const longest = setTimeout(end, longestMs)
      const unlisten = live.listen(round, { changed: () => say('data: changed\n\n'), ended: end })
      stop = () => {
        clearInterval(ping)
        clearTimeout(longest)
        unlisten()
      }
      say('retry: 5000\n\n')
      function end() {
        stop()
        stream.close()
      }
    },
    cancel: () => stop()
  })
}
