import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import type { Collaboration, Named } from './collaborations.ts'
import { reachOf } from './finding.ts'

export type From = Named & { id: Id; language: string }
export type Above = From & {
  /** The one that lies under it. */
  under: Id
  purpose: string | null
  guidelines: string | null
}

/** All that a collaboration lies under, each with what lies under it, as far up as this reader sees. */
export async function listAbove(
  db: Db,
  actor: Actor,
  { id, parents }: Pick<Collaboration, 'id' | 'parents'>
): Promise<Above[]> {
  if (parents.length === 0) return []
  const { rows } = await sql<Above>`
    with recursive up as (
      select p.collaboration_id as under, p.parent_id as id from collaboration_parent p
        join collaboration c on c.id = p.parent_id where p.collaboration_id = ${id} and ${reachOf(actor, 'c')}
      union
      select p.collaboration_id, p.parent_id from up join collaboration_parent p on p.collaboration_id = up.id
        join collaboration c on c.id = p.parent_id where ${reachOf(actor, 'c')}
    )
    select up.under, c.id, c.slug, c.name, c.language, c.purpose, c.guidelines
    from up join collaboration c on c.id = up.id order by c.name collate "sv-x-icu"`.execute(db)
  return rows
}

/** Of those above, the nearest that have it, along each way up. */
export function nearestWith(above: Above[], id: Id, has: (one: Above) => boolean): Above[] {
  const found = above
    .filter(({ under }) => under === id)
    .flatMap((parent) => (has(parent) ? [parent] : nearestWith(above, parent.id, has)))
  return [...new Map(found.map((one) => [one.id, one])).values()]
}

export type InheritedText = From & { text: string }

/** Purpose and guidelines that a collaboration has from those it lies under, where it has none of its own. */
export function inheritedTexts(above: Above[], own: Pick<Collaboration, 'id' | 'purpose' | 'guidelines'>) {
  const of = (field: 'purpose' | 'guidelines'): InheritedText[] =>
    own[field] === null
      ? nearestWith(above, own.id, (one) => one[field] !== null).map(
          ({ id, slug, name, language, ...one }) => ({
            ...{ id, slug, name, language },
            text: one[field] ?? ''
          })
        )
      : []
  return { purpose: of('purpose'), guidelines: of('guidelines') }
}
