import type { Db } from '#server/platform/db/write.ts'

/** The installation itself; a fresh database has none yet. */
export const findInstallation = (db: Db) =>
  db
    .selectFrom('installation')
    .select(['version', 'name', 'language', 'time_zone', 'demonstration'])
    .executeTakeFirst()
export type Installation = NonNullable<Awaited<ReturnType<typeof findInstallation>>>

/** Where its days begin and end. */
export async function timeZoneOf(db: Db): Promise<string> {
  const installation = await db.selectFrom('installation').select('time_zone').executeTakeFirst()
  return installation?.time_zone ?? 'Europe/Stockholm'
}
