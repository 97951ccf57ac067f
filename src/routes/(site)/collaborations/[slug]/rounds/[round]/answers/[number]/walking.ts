import { standingOf } from '#server/domain/rounds/standing.ts'
import type { Round } from '#server/domain/rounds/rounds.ts'
import { runtime } from '#server/platform/runtime.ts'

/** The answers before and after this one, and the next that nobody has read; by number, from the start again. */
export async function findWalk(round: Pick<Round, 'id'>, number: number) {
  const standing = await standingOf(runtime().db, round)
  const items = standing.flatMap((party) => party.items).filter((item) => item.state !== null)
  const sorted = items.toSorted((a, b) => a.number - b.number)
  const at = sorted.findIndex((item) => item.number === number)
  const unread = sorted.filter((item) => item.state === 'submitted' && item.number !== number)
  return {
    place: at + 1,
    of: sorted.length,
    previous: sorted[at - 1]?.number ?? null,
    next: sorted[at + 1]?.number ?? null,
    unread: (unread.find((item) => item.number > number) ?? unread[0])?.number ?? null
  }
}
