import { sql, type RawBuilder } from 'kysely'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { leastOf, type Reach } from '../people/reach.ts'
import { audienceHeld } from './finding.ts'

export type Decided = {
  body: string | null
  decided_on: string | null
  section: string | null
  case_number: string | null
}
type Setting = {
  collaboration: { id: Id }
  /** A decision is seen by no more than what it is about. */
  about: { kind: 'collaboration' | 'commitment'; id: Id; audience?: Reach }
}

/** Who decided a step, and when. Nothing is kept where nothing of it is known. */
export async function recordDecided(
  tx: Tx,
  { collaboration, about }: Setting,
  decided: Decided
): Promise<void> {
  if (Object.values(decided).every((part) => part === null)) return
  const id = newId()
  const reach = about.audience ?? 'public'
  await tx
    .insertInto('decision')
    .values({
      id,
      collaboration_id: collaboration.id,
      ...decided,
      reach,
      audience: leastOf(reach, await audienceHeld(tx, collaboration.id))
    })
    .execute()
  await tx
    .insertInto('decision_about')
    .values({ decision_id: id, subject_kind: about.kind, subject_id: about.id })
    .execute()
}

/** How few may see what is decided about an edition: those who read the whole until it is published, then its readers. */
export const audienceOfEdition = (id: RawBuilder<unknown>) =>
  sql<Reach>`(select case when e.published_at is null then 'own' else greatest(p.audience, e.audience) end
    from edition e join publication p on p.id = e.publication_id where e.id = ${id})`

/** The audience of decisions: the least of their own reach, their collaboration's and that of the editions they are about. */
export async function letDecisionsFollow(tx: Tx, of: { collaboration: Id } | { edition: Id }): Promise<void> {
  const which =
    'edition' in of
      ? sql`exists (select from decision_about where decision_id = d.id and subject_id = ${of.edition})`
      : sql`d.collaboration_id = ${of.collaboration}`
  await sql`
    update decision d set audience = due.audience
    from (
      select d.id, greatest(d.reach, c.audience, max(${audienceOfEdition(sql`a.subject_id`)})) as audience
      from decision d join collaboration c on c.id = d.collaboration_id
      left join decision_about a on a.decision_id = d.id and a.subject_kind = 'edition'
      where ${which} group by d.id, c.audience
    ) due
    where due.id = d.id and d.audience <> due.audience`.execute(tx)
}

/** What was decided about a commitment that fewer see from now on. When more do, each decision is let out by itself. */
export const narrowDecisionsAbout = (
  tx: Tx,
  commitment: Id,
  { reach, audience }: Record<'reach' | 'audience', Reach>
) =>
  sql`update decision d set version = version + 1,
      reach = greatest(reach, ${reach}::reach), audience = greatest(audience, ${audience}::reach)
    from decision_about a
    where a.decision_id = d.id and a.subject_kind = 'commitment' and a.subject_id = ${commitment}
      and (reach < ${reach}::reach or audience < ${audience}::reach)`.execute(tx)
