import { newId, type Id } from '#server/platform/db/ids.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, Invalid, NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { canonical, sealOf, sha256 } from './content.ts'
import type { Publishing } from './fields.ts'
import { contentOf } from './freezing.ts'
import { can } from './permissions.ts'
import { findPublicationToChange } from './publications.ts'

/**
 * Freezes the publication as a new edition: every live block's facts as its audience may see them now, with the prose.
 * An edition after the first says in a note what it corrects. `number` is the edition meant, so sent twice it is made once.
 * @throws Conflict when what would be published is not what was `seen`.
 */
export async function publish(
  tx: Tx,
  actor: Actor,
  id: Id,
  { number, seen, note }: Publishing = {}
): Promise<number> {
  const publication = await findPublicationToChange(tx, actor, id)
  if (!can(actor, publication).publish) throw new NotAllowed()
  const { latest } = await tx
    .selectFrom('edition')
    .select(({ fn }) => fn.max('number').as('latest'))
    .where('publication_id', '=', id)
    .executeTakeFirstOrThrow()
  const next = (latest ?? 0) + 1
  if (number !== undefined && number < next) return number
  if (next > 1 && !note) throw new Invalid({ note: 'required' })
  const content = await contentOf(tx, publication)
  if (seen && seen !== sealOf(content)) throw new Conflict({ seen: sealOf(content) })
  await tx
    .insertInto('edition')
    .values({
      id: newId(),
      publication_id: id,
      number: next,
      content: canonical(content),
      sha256: sha256(content),
      frozen_at: new Date(content.frozen.at),
      published_at: now(),
      note: note ?? null
    })
    .execute()
  await recordFact(tx, 'publication.published', { kind: 'publication', id }, { edition: next })
  return next
}
