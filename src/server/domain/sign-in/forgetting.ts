import { now } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/write.ts'

/** Sessions and codes whose time is over. */
export async function forgetExpired(db: Db): Promise<void> {
  await db.deleteFrom('sign_in_session').where('expires_at', '<', now()).execute()
  await db.deleteFrom('sign_in_code').where('expires_at', '<', now()).execute()
}
