import * as v from 'valibot'
import type { Tx } from '#server/platform/db/write.ts'
import { text, version } from '#server/platform/forms/fields.ts'
import { Conflict, NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { can } from './permissions.ts'

export const changedInstallation = v.object({ name: text(80), version: version() })
export type ChangedInstallation = v.InferOutput<typeof changedInstallation>

/** @throws Conflict with the installation as it stands when it was changed since `version`. */
export async function changeInstallation(
  tx: Tx,
  actor: Actor,
  { name, version }: ChangedInstallation
): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  const current = await tx.selectFrom('installation').selectAll().forUpdate().executeTakeFirst()
  if (!current) return void (await tx.insertInto('installation').values({ name }).execute())
  if (current.name === name) return
  if (current.version !== version) throw new Conflict(current)
  await tx
    .updateTable('installation')
    .set({ name, version: version + 1 })
    .execute()
}
