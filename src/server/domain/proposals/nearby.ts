import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { publicNearby, similarNearby, type Similar } from '../commitments/similar.ts'
import { likest } from './likeness.ts'
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
  // A title says what it is about; whole sentences are like any others.
  const words = title.trim() || wording.trim()
  if (words === '') return []
  const named = areas.length > 0 ? areas : await areasNamed(db, collaboration, place)
  const alike = await similarNearby(db, {
    words,
    areas: named.length > 0 ? named : await areasOf(db, collaboration),
    except
  })
  return alike.slice(0, mostShown)
}

/** The same for what is drafted: its words are compared here, so that they reach no question and no log of the database. */
export async function promisesLikeDraft(
  db: Db,
  collaboration: Id,
  { title, wording }: Pick<Words, 'title' | 'wording'>,
  except: Id | null
): Promise<Similar[]> {
  if (`${title} ${wording}`.trim() === '') return []
  const nearby = await publicNearby(db, { areas: await areasOf(db, collaboration), except })
  return likest(`${title} ${wording}`, nearby)
    .slice(0, mostShown)
    .map(({ wording: _wording, ...similar }) => similar)
}
