import type { Db } from '#server/platform/db/write.ts'

/** The installation itself; a fresh database has none yet. */
export const findInstallation = (db: Db) =>
  db
    .selectFrom('installation')
    .select(['version', 'name', 'language', 'time_zone', 'demonstration'])
    .executeTakeFirst()
export type Installation = NonNullable<Awaited<ReturnType<typeof findInstallation>>>
