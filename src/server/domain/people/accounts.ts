import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'

/** Whoever may sign in by this mail, or undefined. */
export const findPersonByMail = (db: Db, mail: string) =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'mail', 'language'])
    .where('mail', '=', mail)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** Sign-in keeps accounts of its own; each has its person's id and follows its person's mail. */
export async function ensureAccount(db: Db, person: { id: Id; mail: string }): Promise<void> {
  const moment = now()
  await db
    .deleteFrom('sign_in_account')
    .where('email', '=', person.mail)
    .where('id', '!=', person.id)
    .execute()
  await db
    .insertInto('sign_in_account')
    // Never a name here: it stays with the person.
    .values({
      id: person.id,
      name: '',
      email: person.mail,
      email_verified: true,
      created_at: moment,
      updated_at: moment
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ email: person.mail, email_verified: true }))
    .execute()
}

/** Signs a person out everywhere and for good. */
export const removeAccount = (db: Db, person: Id) =>
  db.deleteFrom('sign_in_account').where('id', '=', person).execute()
