import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'

type Round = { round: Id; space: Id; collaboration: Id; maker: Id }

/** What a party has said for itself in a round, accepted. */
export async function partyAnswer(
  tx: Tx,
  { round, space, collaboration, maker }: Round,
  answers: Record<string, unknown>
): Promise<Id> {
  const [report, version, item] = [newId(), newId(), newId()]
  const at = new Date('2026-06-01T10:00:00Z')
  await tx
    .insertInto('round_item')
    .values({ id: item, round_id: round, space_id: space, about: 'party' })
    .execute()
  await tx
    .insertInto('report')
    .values({
      ...{ id: report, item_id: item, round_id: round, collaboration_id: collaboration },
      ...{ organisation_id: maker, state: 'accepted', submitted_at: at, audience: 'own' },
      ...{ accepted_version_id: version, accepted_at: at }
    })
    .execute()
  const said = { number: 1, answers: JSON.stringify(answers), publishable: false, submitted_at: at }
  await tx
    .insertInto('report_version')
    .values({ id: version, report_id: report, ...said })
    .execute()
  return report
}
