import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { placeOfPromise } from '../answers/items.ts'
import { undoChoice } from '../carrying-over/choosing.ts'
import type { UndoneChoice } from '../carrying-over/fields.ts'
import type { Pair } from '../carrying-over/permissions.ts'
import type { LinkActor } from '../links/links.ts'
import type { Actor } from '../people/actor.ts'
import { exemptItem, exemptParty } from '../rounds/exempting.ts'

/**
 * Takes a choice back. What its party was asked about it and has not answered is not asked any more, and a party with
 * nothing else there is exempt. @throws as `undoChoice`.
 */
export async function takeBackChoice(tx: Tx, actor: Actor, pair: Pair, form: UndoneChoice): Promise<void> {
  await undoChoice(tx, actor, pair, form)
  for (const { id, space_id } of await unansweredOf(tx, pair, form.commitment)) {
    await exemptItem(tx, actor, id, { reason: null })
    if (await isAskedNothingMore(tx, space_id)) await exemptParty(tx, actor, space_id, { reason: null })
  }
}

async function unansweredOf(tx: Tx, { successor }: Pair, commitment: Id) {
  const { rows } = await sql<{ id: Id; space_id: Id }>`
    select i.id, i.space_id from round_item i join round r on r.id = i.round_id
    where i.commitment_id = ${commitment} and i.about = 'promise' and i.exempted_at is null
      and r.collaboration_id = ${successor} and r.kind = 'wording' and r.state = 'open'
      and not exists (select from report where item_id = i.id)`.execute(tx)
  return rows
}

/** Room for one more promise, that nobody has begun to word, is nothing to answer. Whoever is exempt already stays so. */
async function isAskedNothingMore(tx: Tx, space: Id): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select s.exempted_at is null and not exists (select from round_item i where i.space_id = s.id and i.exempted_at is null
      and (i.commitment_id is not null or exists (select from report where item_id = i.id)
        or exists (select from draft where item_id = i.id))) as done from space s where s.id = ${space}`.execute(
    tx
  )
  return rows[0]?.done ?? false
}

/** What the link asked about and does not ask about any more, by what it was called. */
export async function listTakenBack(
  db: Db,
  { errand }: LinkActor
): Promise<{ place: string; title: string }[]> {
  const { rows } = await sql<{ id: Id; title: string }>`
    select i.id, c.title from round_item i join commitment c on c.id = i.commitment_id
    where i.id = any(${errand.items}::uuid[]) and i.space_id = ${errand.space}
      and i.about = 'promise' and i.exempted_at is not null and i.handed_to_id is null
      and not exists (select from round_item anew where anew.round_id = i.round_id
        and anew.commitment_id = i.commitment_id and anew.exempted_at is null)
    order by c.number`.execute(db)
  return rows.map(({ id, title }) => ({ place: placeOfPromise(id), title }))
}
