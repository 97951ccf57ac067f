import { sql } from 'kysely'
import type { Db } from '#server/platform/db/write.ts'
import { visitor } from '../people/actor.ts'
import { current } from '../publications/editions/readable.ts'
import type { HitKind } from './search.ts'

export type PublicPage = {
  kind: Exclude<HitKind, 'decision' | 'document'>
  slug: string
  number: number | null
}

/** Every page of a thing that anyone may read, commitments last: at most `limit`. */
export async function listPublicPages(db: Db, limit: number): Promise<PublicPage[]> {
  const { rows } = await sql<PublicPage>`
    (select 'area' as kind, slug, null::int as number from area order by slug limit ${limit})
    union all (select 'organisation', slug, null from organisation order by slug limit ${limit})
    union all (select 'collaboration', slug, null from collaboration where audience = 'public' order by slug limit ${limit})
    union all (select 'publication', slug, null from ${current(visitor)} order by slug limit ${limit})
    union all (select 'commitment', k.slug, c.number from commitment c join collaboration k on k.id = c.collaboration_id
      where c.audience = 'public' order by c.collaboration_id, c.number limit ${limit})
    limit ${limit}`.execute(db)
  return rows
}
