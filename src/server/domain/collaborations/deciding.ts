import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { audienceHeld } from './finding.ts'

export type Decided = {
  body: string | null
  decided_on: string | null
  section: string | null
  case_number: string | null
}
type Setting = {
  collaboration: { id: Id }
  about: { kind: 'collaboration' | 'commitment'; id: Id }
}

/** Who decided a step, and when. Nothing is kept where nothing of it is known. */
export async function recordDecided(
  tx: Tx,
  { collaboration, about }: Setting,
  decided: Decided
): Promise<void> {
  if (Object.values(decided).every((part) => part === null)) return
  const id = newId()
  await tx
    .insertInto('decision')
    .values({
      id,
      collaboration_id: collaboration.id,
      ...decided,
      audience: await audienceHeld(tx, collaboration.id)
    })
    .execute()
  await tx
    .insertInto('decision_about')
    .values({ decision_id: id, subject_kind: about.kind, subject_id: about.id })
    .execute()
}
