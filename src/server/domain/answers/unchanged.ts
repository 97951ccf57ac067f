import type { Tx } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { LinkActor } from '../links/links.ts'
import { saveDraft, type DraftToSave, type SavedDraft } from './saving.ts'
import { findItem } from './items.ts'
import { lastAnswers } from './last.ts'

/**
 * "Inget nytt sedan sist": a draft with the degree of last time, and its reason where it was one. What else is written
 * stays; figures are not sent along.
 * @throws Invalid `form: no_last` where nothing was accepted before; else as `saveDraft`.
 */
export async function saveUnchanged(
  tx: Tx,
  actor: LinkActor,
  { item: id, mark, written }: DraftToSave,
  secrets: Secrets
): Promise<SavedDraft> {
  const item = await findItem(tx, actor, id)
  const last = (await lastAnswers(tx, actor, [item])).get(id)
  if (!last) throw new Invalid({ form: 'no_last' })
  const reason = String(written['reason'] ?? '') || last.reason || ''
  return saveDraft(
    tx,
    actor,
    { item: id, mark, written: { ...written, reason, degree: last.degree, no_change: 'yes' } },
    secrets
  )
}
