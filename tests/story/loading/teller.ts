import { setClock } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write, type Db, type Tx } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { cli, type Actor } from '#server/domain/people/actor.ts'

/** What telling the story needs: where to, and what has been named so far. */
export type Teller = {
  db: Db
  secrets: Secrets
  kinds: Map<string, Id>
  areas: Map<string, Id>
  organisations: Map<string, Id>
  collaborations: Map<string, Id>
  publications: Map<string, Id>
}

export const newTeller = (db: Db, secrets: Secrets): Teller => ({
  db,
  secrets,
  kinds: new Map(),
  areas: new Map(),
  organisations: new Map(),
  collaborations: new Map(),
  publications: new Map()
})

/** Tells a part as `actor`, in a transaction of its own. */
export const tell = <T>({ db }: Teller, work: (tx: Tx) => Promise<T>, actor: Actor = cli): Promise<T> =>
  write(db, actor, work)

/** The id of what was named; a name nobody told of is a fault in the story. */
export function named(names: Map<string, Id>, name: string): Id {
  const id = names.get(name)
  if (!id) throw new Error(`the story speaks of "${name}" before it is told`)
  return id
}

export const namedAll = (names: Map<string, Id>, all: string[] = []): Id[] =>
  all.map((name) => named(names, name))
export const namedOr = (names: Map<string, Id>, name: string | null | undefined): Id | null =>
  name ? named(names, name) : null

let told: Date | null = null

/** The story happens at nine in the morning, Swedish winter time. A day within another ends where it began. */
export async function onDay<T>(day: string, work: () => Promise<T>): Promise<T> {
  const before = told
  told = new Date(`${day}T08:00:00Z`)
  setClock(told)
  try {
    return await work()
  } finally {
    told = before
    setClock(before)
  }
}
