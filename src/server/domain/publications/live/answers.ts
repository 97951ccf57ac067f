import type { Id } from '#server/platform/db/ids.ts'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Commitment } from './commitments.ts'
import type { Told } from './told.ts'

/** A commitment with what may be told of it, the latest accepted answer first of all. */
export type Answer = Commitment & {
  degree: Degree | null
  highlight: boolean
  report_id: Id | null
  highlight_id: Id | null
  deed_title: string | null
  deed_wording: string | null
  figures_from_id: Id | null
  /** What it is told by: "no change" tells what was told before. */
  version_id: Id | null
  text: string | null
  contributed: string | null
  reason: string | null
  learnt: string | null
  /** As the partner put it, also where what was done is worded anew. */
  gave: string | null
  /** When what it is told by was accepted. */
  accepted_at: Date | null
  answers: Told['answers']
}

/** `told` in order of time: of all rounds, or of one. An edited wording stands for what was done and what it gave. */
export function answersFrom(commitments: Commitment[], told: Told[]): Answer[] {
  const byCommitment = Map.groupBy(told, ({ commitment_id }) => commitment_id)
  return commitments.map((commitment) => {
    const theirs = byCommitment.get(commitment.id) ?? []
    const latest = theirs.at(-1)
    const telling = theirs.findLast(({ no_change }) => !no_change) ?? latest
    return {
      ...commitment,
      degree: latest?.degree ?? null,
      highlight: Boolean(latest?.highlight_id),
      report_id: latest?.report_id ?? null,
      highlight_id: latest?.highlight_id ?? null,
      deed_title: latest?.deed_title ?? null,
      deed_wording: latest?.deed_wording ?? null,
      figures_from_id: latest?.figures_from_id ?? null,
      version_id: telling?.version_id ?? null,
      text: telling?.text ?? null,
      contributed: (!telling?.worded && telling?.contributed) || null,
      reason: latest?.reason ?? null,
      learnt: telling?.learnt ?? null,
      gave: telling?.contributed ?? null,
      accepted_at: telling?.accepted_at ?? null,
      answers: telling?.answers ?? {}
    }
  })
}
