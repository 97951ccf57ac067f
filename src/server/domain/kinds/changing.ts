import { settled } from '#server/platform/db/constraints.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedKind, NewKind } from './fields.ts'
import { can } from './permissions.ts'

/** @throws Invalid `words.name.sv.one: taken`: people meet the code as what the kind is called. */
export async function createKind(tx: Tx, actor: Actor, { code, words, set_up }: NewKind): Promise<Id> {
  if (!can(actor).create) throw new NotAllowed()
  const id = newId()
  const row = { id, code, words: JSON.stringify(words), set_up: JSON.stringify(set_up) }
  await settled(tx.insertInto('kind').values(row).execute(), {
    kind_code_key: { 'words.name.sv.one': 'taken' }
  })
  await recordFact(tx, 'kind.created', { kind: 'kind', id })
  return id
}

/** @throws Conflict with the kind as it stands when it was changed since `version`. */
export async function changeKind(tx: Tx, actor: Actor, id: Id, changes: ChangedKind): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  if (await changeVersioned(tx, 'kind', id, changes))
    await recordFact(tx, 'kind.changed', { kind: 'kind', id })
}
