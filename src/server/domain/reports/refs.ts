import { sql, type RawBuilder } from 'kysely'
import { isId, type Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'

export type About = 'commitment' | 'party' | 'collaboration' | 'promise'
type Named = {
  item_id: Id
  about: About
  running: boolean
  number: number | null
  organisation_slug: string
}

const prefixes = { party: 'part', collaboration: 'samverkan' } as const

/**
 * What an answer is called in its round's addresses: the number of its commitment; the party, where it answers for
 * itself or about the collaboration; the item itself, where the same is answered many times, or a promise is worded, whose
 * number may be of another collaboration.
 */
export function refOf({ item_id, about, running, number, organisation_slug }: Named): string {
  if (about === 'party' || about === 'collaboration') return `${prefixes[about]}-${organisation_slug}`
  return number === null || running || about === 'promise' ? item_id : String(number)
}

/** The same, as a query on `round_item i`, `commitment c` and `organisation o`; false for what is no such name. */
export function isAt(ref: string): RawBuilder<boolean> {
  if (isId(ref)) return sql<boolean>`i.id = ${ref}`
  if (/^[1-9]\d{0,8}$/.test(ref))
    return sql<boolean>`(c.number = ${Number(ref)} and not i.running and i.exempted_at is null)`
  const [, prefix, slug = ''] = /^(part|samverkan)-(.+)$/.exec(ref) ?? []
  if (!prefix) return sql<boolean>`false`
  const about = prefix === prefixes.party ? 'party' : 'collaboration'
  return sql<boolean>`(i.about = ${about} and o.slug = ${slug})`
}

/** The item at that place of a round's addresses, answered or not. @throws NotFound. */
export async function findItemAt(db: Db, round: Id, ref: string): Promise<Id> {
  const { rows } = await sql<{ id: Id }>`
    select i.id from round_item i
    join space s on s.id = i.space_id
    join organisation o on o.id = s.organisation_id
    left join commitment c on c.id = i.commitment_id
    where i.round_id = ${round} and ${isAt(ref)}`.execute(db)
  if (!rows[0]) throw new NotFound('item')
  return rows[0].id
}
