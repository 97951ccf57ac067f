import type { Actor } from '#server/domain/people/actor.ts'
import { listWriters } from '#server/domain/publications/blocks/writers.ts'
import type { Publication } from '#server/domain/publications/publications.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import type { Db } from '#server/platform/db/write.ts'
import { formatClock } from '#ui/formats/days.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'

/** "Anna Ek skrev här kl. 10.42." by block. */
export async function writtenNow(
  db: Db,
  actor: Actor,
  publication: Publication
): Promise<Record<string, string>> {
  const [writers, timeZone] = [await listWriters(db, actor, publication), await timeZoneOf(db)]
  const said = Object.entries(Object.groupBy(writers, ({ block }) => block)).map(([block, some = []]) => [
    block,
    some
      .map(({ who, at, isProse }) => {
        const words = { who, clock: formatClock(at, getLocale(), timeZone) }
        return isProse ? m.editing_wrote_here(words) : m.editing_set_here(words)
      })
      .join(' ')
  ])
  return Object.fromEntries(said) as Record<string, string>
}
