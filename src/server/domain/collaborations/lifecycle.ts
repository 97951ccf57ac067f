import type { Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { recordDecided } from './deciding.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedLifecycle } from './fields.ts'
import { changeable } from './finding.ts'

type Lifecycle = ChangedLifecycle['lifecycle']

/** What has begun is not prepared again; what has ended may begin anew. */
export const nextLifecycles: Record<Lifecycle, Lifecycle[]> = {
  preparing: ['active', 'ended'],
  active: ['in_ordinary_operations', 'ended'],
  in_ordinary_operations: ['active', 'ended'],
  ended: ['active']
}

/** Who decided it, and when, is kept as a decision where anything of it is told. @throws Conflict, Invalid. */
export async function changeLifecycle(
  tx: Tx,
  actor: Actor,
  id: Id,
  { lifecycle, version, ...decided }: ChangedLifecycle
): Promise<void> {
  const collaboration = await changeable(tx, actor, id)
  if (collaboration.lifecycle === lifecycle) return
  if (!nextLifecycles[collaboration.lifecycle as Lifecycle].includes(lifecycle))
    throw new Invalid({ lifecycle: 'not_a_choice' })
  await changeVersioned(tx, 'collaboration', id, { lifecycle, version })
  const about = { kind: 'collaboration' as const, id }
  await recordDecided(tx, { collaboration, about }, decided)
  await recordFact(tx, `collaboration.${lifecycle}`, about, { from: collaboration.lifecycle, ...decided })
}
