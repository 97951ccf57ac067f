import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Reach } from '../../people/reach.ts'
import type { Content } from '../content.ts'
import type { EarlierEdition } from '../frozen.ts'
import { current } from '../editions/readable.ts'
import { partial } from '../templates.ts'
import { readerOf } from './reader.ts'

export type Earlier = EarlierEdition & { content: Content }

type Of = { audience: Reach; collaboration: Id; publication: Id | null }

/**
 * The editions that readers have: of this publication, and of the one published last of the collaboration's others. Of the
 * same audience only, or what a wider one was not to see would be told as news, or as gone; and of one that tells as much:
 * what a brief leaves out is not news. A brief is compared with one of its kind too.
 */
export async function earlierOf(db: Db, { audience, collaboration, publication }: Of): Promise<Earlier[]> {
  const reader = readerOf({ audience, collaboration_id: collaboration })
  const template = (of: RawBuilder<unknown>) => sql`(select template from publication where id = ${of})`
  const its = template(sql`current.publication_id`)
  const asFull = sql`(${its} <> all(${partial}) or ${its} = ${template(sql`${publication}`)})`
  const { rows } = await sql<Earlier>`
    select distinct on (kind) kind, slug, content ->> 'title' as title, number, content -> 'frozen' ->> 'day' as day, content from (
      select *, case when publication_id = ${publication} then 'edition' else 'report' end as kind from ${current(reader)}
      where collaboration_id = ${collaboration} and seen_by = ${audience} and (publication_id = ${publication} or ${asFull})
    ) readers order by kind, published_at desc, number desc`.execute(db)
  return rows
}
