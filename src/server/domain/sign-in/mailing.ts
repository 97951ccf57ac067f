import { now } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { Message } from '../messages/messages.ts'
import { openCode } from './codes.ts'
import { codeMinutes } from './limits.ts'

type CodeMessage = Extract<Message, { kind: 'sign_in_code' }>

/**
 * What a mail with a code is made of, computed when it is sent. `code` is empty once it has been; null when there is
 * nobody to send to, or when the code has gone out of time.
 */
export async function codeMail(db: Db, secrets: Secrets, { parameters, created_at }: CodeMessage) {
  const { person_id, code, language } = parameters
  const person = await db
    .selectFrom('person')
    .select(['name', 'mail'])
    .where('id', '=', person_id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!person) return null
  const expired = +now() > +created_at + codeMinutes * 60_000
  return {
    ...person,
    language,
    expired,
    minutes: codeMinutes,
    code: code && openCode(secrets, person_id, code)
  }
}
