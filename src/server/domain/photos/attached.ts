import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { answerWithinReach, withinReach, type Reach } from '../people/reach.ts'

/** A photo that was sent in, with its words for whoever does not see it. */
export type AttachedPhoto = { id: Id; report_version_id: Id; alt: string; width: number; height: number }

/** The photos of these received versions, in their order. Whoever asks has seen that the versions may be read. */
export async function listAttached(db: Db, versions: Id[]): Promise<AttachedPhoto[]> {
  if (versions.length === 0) return []
  const rows = await db
    .selectFrom('attachment')
    .innerJoin('file', 'file.id', 'attachment.file_id')
    .select(['attachment.id', 'report_version_id', 'alt', 'width', 'height'])
    .where('report_version_id', 'in', versions)
    .orderBy('report_version_id')
    .orderBy('sort')
    .execute()
  return rows.map((row) => ({ ...row, width: row.width ?? 1, height: row.height ?? 1 }))
}

/** When answers are sent in, or begun anew: what lay in their drafts is gone. */
export async function forgetPhotos(tx: Tx, items: Id[]): Promise<void> {
  if (items.length > 0) await tx.deleteFrom('draft_photo').where('item_id', 'in', items).execute()
}

const reach = {
  audience: 'report.audience',
  collaboration: 'report.collaboration_id',
  owner: 'report.organisation_id'
}

/** Versions that were not accepted, or are no more, are for the answering organisation and the coordinators. */
const mayReadAll = (actor: Actor) =>
  actor.coordinates === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`(report.collaboration_id = any(${actor.coordinates}::uuid[])
        or report.organisation_id = any(${actor.organisations}::uuid[]))`

const attached = (db: Db, id: Id) =>
  db
    .selectFrom('attachment')
    .innerJoin('file', 'file.id', 'attachment.file_id')
    .innerJoin('report_version', 'report_version.id', 'attachment.report_version_id')
    .innerJoin('report', 'report.id', 'report_version.report_id')
    .select(['file.content as bytes', 'file.type', 'file.sha256'])
    .where('attachment.id', '=', id)

/**
 * A photo by the reach of the report it was sent with, or of a publication that tells of it: what was published stays as
 * it was. @throws NotFound when this actor does not reach it.
 */
export async function findPhoto(db: Db, actor: Actor, id: Id) {
  const sent = await attached(db, id)
    .select('report.audience')
    .where(answerWithinReach(actor, reach))
    .where((eb) =>
      eb.or([eb('report.accepted_version_id', '=', eb.ref('report_version.id')), mayReadAll(actor)])
    )
    .executeTakeFirst()
  if (sent) return sent
  const place = '$.blocks[*].facts.**.photos[*].id ? (@ == $id)'
  const told = sql<boolean>`exists (
    select from (
      select e.content, p.collaboration_id, greatest(p.audience, e.audience) as audience
      from edition e join publication p on p.id = e.publication_id
      where p.collaboration_id = report.collaboration_id and e.published_at is not null and e.withdrawn_at is null
    ) e
    where ${withinReach(actor, { audience: 'e.audience', collaboration: 'e.collaboration_id' })}
      and jsonb_path_exists(e.content, ${place}::jsonpath, ${JSON.stringify({ id })}::jsonb))`
  return attached(db, id)
    .select(sql<Reach>`'own'`.as('audience'))
    .where(told)
    .executeTakeFirstOrThrow(() => new NotFound('photo'))
}
