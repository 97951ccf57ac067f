import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach } from '../people/reach.ts'
import { nearest, questionIn, wordsIn } from './words.ts'

export type HitKind =
  'area' | 'organisation' | 'collaboration' | 'commitment' | 'publication' | 'decision' | 'document'
export type Hit = {
  kind: HitKind
  id: Id
  title: string
  /** Of the thing itself; for a commitment or a document, of the collaboration it is in; for a decision, what it is known by. */
  slug: string
  number: number | null
  /** The collaboration it belongs to, when it is not one. */
  within: string | null
  /** What it is written in. */
  language: string
  audience: 'public' | 'parties' | 'own'
  /** From its text, with the words that were found between `foundFrom` and `foundTo`. */
  excerpt: string | null
}
export type Answer = {
  question: string
  hits: Hit[]
  /** There are more than those shown. */
  more: boolean
  /** What was meant, when nothing was found; of public words only. */
  meant: string | null
}

const shown = 50
const publicCandidates = 500
const innerCandidates = 200
export const foundFrom = '\u0002'
export const foundTo = '\u0003'

/** All words in any form, or the last one only begun. */
function asked(words: string[]): RawBuilder<unknown> {
  const last = words.at(-1) ?? ''
  const whole = sql`plainto_tsquery('swedish', ${words.join(' ')})`
  if (last.length < 3) return whole
  return sql`(${whole} || (plainto_tsquery('swedish', ${words.slice(0, -1).join(' ')}) && to_tsquery('simple', ${`${last}:*`})))`
}

/**
 * What this reader can see that answers the question, the nearest first: what is named so, then by how much of it is
 * about it. Candidates are capped, so that a common word costs no more than a rare one.
 */
export async function search(db: Db, actor: Actor, written: string): Promise<Answer> {
  const question = questionIn(written)
  const words = wordsIn(question)
  if (words.length === 0) return { question, hits: [], more: false, meant: null }
  const found = await find(db, actor, question, words)
  const meant = found.length === 0 ? await whatWasMeant(db, words) : null
  return { question, hits: found.slice(0, shown), more: found.length > shown, meant }
}

async function find(db: Db, actor: Actor, question: string, words: string[]): Promise<Hit[]> {
  const reach = { audience: 'audience', collaboration: 'collaboration_id', owner: 'owner_id' }
  const { rows } = await sql<Hit>`
    with asked as materialized (select ${asked(words)} as q),
    candidate as (
      (select d.* from search_document d where audience = 'public' and lower(title) = lower(${question}) limit 20)
      union all
      (select d.* from search_document d where audience = 'public' and words @@ (select q from asked) limit ${publicCandidates})
      union all
      (select d.* from search_document d where audience <> 'public' and words @@ (select q from asked)
        and ${withinReach(actor, reach)} limit ${innerCandidates})
    ),
    nearest as (
      select candidate.*, row_number() over (order by
        lower(title) = lower(${question}) desc,
        ts_rank(words, (select q from asked)) * case kind when 'commitment' then 1 when 'publication' then 1.2 when 'decision' then 1 when 'document' then 1 else 1.5 end desc,
        title collate "sv-x-icu", subject_id) as place
      from (select distinct on (kind, subject_id) * from candidate) candidate order by place limit ${shown + 1}
    )
    select n.kind, n.subject_id as id, n.title, n.audience, c.number,
      case n.kind when 'decision' then n.subject_id::text else coalesce(a.slug, o.slug, p.slug, k.slug) end as slug,
      case when n.kind in ('commitment', 'publication', 'decision', 'document') then k.name end as within,
      coalesce(p.language, k.language, (select language from installation)) as language,
      case when n.body <> '' and n.kind in ('commitment', 'collaboration', 'decision', 'document') then ts_headline('swedish', left(n.body, 4000),
        (select q from asked), ${`StartSel=${foundFrom}, StopSel=${foundTo}, MaxFragments=1, MaxWords=28, MinWords=12`}) end as excerpt
    from nearest n
    left join area a on n.kind = 'area' and a.id = n.subject_id
    left join organisation o on n.kind = 'organisation' and o.id = n.subject_id
    left join publication p on n.kind = 'publication' and p.id = n.subject_id
    left join commitment c on n.kind = 'commitment' and c.id = n.subject_id
    left join collaboration k on k.id = n.collaboration_id
    order by n.place`.execute(db)
  return rows
}

/** Each word that no public title holds, as the likest word that one does. */
async function whatWasMeant(db: Db, words: string[]): Promise<string | null> {
  const meant = await Promise.all(
    words.map(async (word) => {
      if (word.length < 3) return word
      const { rows } = await sql<{
        title: string
      }>`select title from titles_like(${word}, 300) as title`.execute(db)
      return (
        nearest(
          word,
          rows.map((row) => row.title)
        ) ?? word
      )
    })
  )
  const same = meant.every((word, at) => word.toLowerCase() === words[at]?.toLowerCase())
  return same ? null : meant.join(' ')
}
