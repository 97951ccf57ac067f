import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'

/**
 * Somebody has to be able to let others in. Locks the administrators, so that two can't withdraw each other at once.
 * @throws Invalid `form: last_administrator` when `person` is the only one there is.
 */
export async function requireAnotherAdministrator(tx: Tx, person: Id): Promise<void> {
  const { rows } = await sql<{ person_id: Id }>`
    select g.person_id from role_grant g join person p on p.id = g.person_id
    where g.role = 'administrator' and p.ended_at is null
    order by g.id for update of g`.execute(tx)
  const isAdministrator = rows.some(({ person_id }) => person_id === person)
  if (isAdministrator && rows.every(({ person_id }) => person_id === person))
    throw new Invalid({ form: 'last_administrator' })
}
