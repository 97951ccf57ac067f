import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { contactsOf, type Contact } from './contacts.ts'
import { can } from './permissions.ts'

export type Asked = {
  organisation: { id: Id; name: string }
  items: { id: Id; number: number; title: string; wording_id: Id | null }[]
  /** Empty: nobody there has a mail address, and nobody is asked. */
  responders: Contact[]
}
export type Asking = {
  asked: Asked[]
  /** Commitments that nobody answers for. */
  unanswerable: { number: number; title: string }[]
}

/**
 * Whom a round prepared now would ask: the lead, or the answerer where it is carried jointly, of everything that is
 * agreed, discontinued ones too: it is the base of "n av m" (docs/decisions/0007-what-counts-as-carried-out.md).
 */
export async function whomItAsks(db: Db, actor: Actor, collaboration: Id): Promise<Asking> {
  if (!can(actor, collaboration).plan) throw new NotAllowed()
  const { rows } = await sql<Asked['items'][number] & { owner_id: Id | null; name: string | null }>`
    select c.id, c.number, c.title, c.wording_id, c.owner_id, o.name
    from commitment c left join organisation o on o.id = c.owner_id
    where c.collaboration_id = ${collaboration} and c.stage <> 'proposed'
    order by o.name collate "sv-x-icu", c.number`.execute(db)
  const byOwner = Map.groupBy(rows, (row) => row.owner_id)
  const owners = [...byOwner.keys()].filter((owner) => owner !== null)
  const contacts = await contactsOf(db, collaboration, owners)
  const asked = owners.map((id): Asked => {
    const items = byOwner.get(id) ?? []
    return { organisation: { id, name: items[0]?.name ?? '' }, items, responders: contacts.get(id) ?? [] }
  })
  return { asked, unanswerable: byOwner.get(null) ?? [] }
}
