import { sql } from 'kysely'
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
