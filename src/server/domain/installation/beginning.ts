import * as v from 'valibot'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { mail, text } from '#server/platform/forms/fields.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { createKind } from '../kinds/changing.ts'
import { usualKinds } from '../kinds/usual.ts'
import type { Actor } from '../people/actor.ts'
import { createPerson } from '../people/changing.ts'
import { grantRole } from '../people/granting.ts'

export const newInstallation = v.object({ name: text(80), mail: mail() })
export type NewInstallation = v.InferOutput<typeof newInstallation>

/**
 * What an empty database needs before anybody can work in it: its name, somebody who administers it, and the usual
 * kinds. The first administrator is called by their mail until they write their name.
 * @throws Invalid `form: begun` where somebody has begun already.
 */
export async function beginInstallation(
  tx: Tx,
  actor: Actor,
  { name, mail }: NewInstallation
): Promise<void> {
  const made = await tx
    .insertInto('installation')
    .values({ name })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made || (await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()))
    throw new Invalid({ form: 'begun' })
  for (const { code, ...words } of usualKinds) await createKind(tx, actor, { code, words, set_up: {} })
  const id = await createPerson(tx, actor, { name: mail, mail, position: null, language: null })
  await grantRole(tx, actor, id, { role: 'administrator', scope: { kind: 'installation', id: null } })
  await recordFact(tx, 'installation.begun', { kind: 'person', id })
}
