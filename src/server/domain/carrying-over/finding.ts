import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { seenCollaboration } from '../collaborations/finding.ts'
import type { Actor } from '../people/actor.ts'
import { can, type Pair } from './permissions.ts'

/** @throws NotFound where the one does not go on from the other, or is not to be seen; NotAllowed. */
export async function pairTo(
  right: keyof ReturnType<typeof can>,
  db: Db,
  actor: Actor,
  { earlier, successor }: Pair
): Promise<Pair> {
  await seenCollaboration(db, actor, earlier)
  await seenCollaboration(db, actor, successor)
  const goesOn = await db
    .selectFrom('collaboration')
    .select('id')
    .where('id', '=', successor)
    .where('predecessor_id', '=', earlier)
    .executeTakeFirst()
  if (!goesOn) throw new NotFound('collaboration')
  if (!can(actor, { earlier, successor })[right]) throw new NotAllowed()
  return { earlier, successor }
}

export type Earlier = {
  id: Id
  version: number
  title: string
  wording: string | null
  wording_number: number
}

/** One of the earlier collaboration's commitments, as it stands; nobody changes it until the transaction ends. */
export async function earlierHeld(db: Db, { earlier }: Pair, id: Id): Promise<Earlier> {
  await db.selectFrom('commitment').select('id').where('id', '=', id).forShare().execute()
  const found = await db
    .selectFrom('commitment')
    .leftJoin('commitment_wording', 'commitment_wording.id', 'commitment.wording_id')
    .select(['commitment.id', 'commitment.version', 'commitment.title'])
    .select(['commitment_wording.wording', 'commitment_wording.number'])
    .where('commitment.id', '=', id)
    .where('commitment.collaboration_id', '=', earlier)
    .executeTakeFirstOrThrow(() => new NotFound('commitment'))
  const { number, ...commitment } = found
  return { ...commitment, wording_number: number ?? 0 }
}
