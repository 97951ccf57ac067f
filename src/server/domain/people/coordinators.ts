import { sql, type Expression } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'

type Sql = Expression<unknown>

/** Whether the mail address is that of somebody who coordinates the collaboration and is not of the organisation. */
export const coordinatesForOthers = (
  collaboration: Id | Sql,
  mail: Sql,
  organisation: Sql
) => sql<boolean>`exists (
  select from person p join role_grant g on g.person_id = p.id
  where p.mail = ${mail} and p.ended_at is null
    and (g.role = 'administrator' or g.role = 'coordinator' and (g.scope_kind = 'installation'
      or g.scope_kind = 'collaboration' and g.scope_id = ${collaboration}
      or g.scope_kind = 'area' and g.scope_id in (select ancestor_id from area_path a
        join collaboration k on k.main_area_id = a.area_id where k.id = ${collaboration})))
    and not exists (select from membership m where m.person_id = p.id and m.organisation_id = ${organisation})
    and not exists (select from role_grant r where r.person_id = p.id and r.role = 'representative'
      and r.scope_id = ${organisation}))`
