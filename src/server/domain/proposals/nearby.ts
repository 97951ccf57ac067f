import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { similarNearby, type Similar } from '../commitments/similar.ts'
import { areasNamed, areasOf } from './places.ts'

/** Beside a form: the likest only. */
const mostShown = 3

type Words = { title: string; wording: string; place?: string | null; areas?: Id[] }

/**
 * Public commitments much like what is being worded: where it says it is to be, else anywhere the collaboration covers.
 * `except` is the one it mends.
 */
export async function promisesLike(
  db: Db,
  collaboration: Id,
  { title, wording, place = null, areas = [] }: Words,
  except: Id | null = null
): Promise<Similar[]> {
  const words = `${title} ${wording}`.trim()
  if (words === '') return []
  const named = areas.length > 0 ? areas : await areasNamed(db, collaboration, place)
  const alike = await similarNearby(db, {
    words,
    areas: named.length > 0 ? named : await areasOf(db, collaboration),
    except
  })
  return alike.slice(0, mostShown)
}
