const pauseMs = 1500
/** Whoever never pauses is saved all the same. */
const longestMs = 10_000
/** Each saving is a row in the history: no more of them than this, while the device keeps every word. */
const betweenMs = 60_000

type Moments = {
  now: number
  /** When the first of what is not sent was written. */
  since: number
  /** When something was sent last; 0 when nothing has been. */
  sent: number
  /** The device has what is not sent, should the window be closed. */
  isKept: boolean
}

/** How long to wait with what was just written: for a pause, and not at once after the last time. */
export function waitFor({ now, since, sent, isKept }: Moments): number {
  const pause = Math.min(pauseMs, since + longestMs - now)
  const rest = isKept && sent > 0 ? sent + betweenMs - now : 0
  return Math.max(0, pause, rest)
}
