import { setTimeout as pause } from 'node:timers/promises'
import { countAttempt, networkOf } from '#server/platform/attempts/attempts.ts'
import { newId } from '#server/platform/db/ids.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { queueMessage } from '../messages/messages.ts'
import { visitor } from '../people/actor.ts'
import { ensureAccount, findPersonByMail } from '../people/accounts.ts'
import { sealCode } from './codes.ts'
import { limits } from './limits.ts'
import type { Session, SignIn } from './sessions.ts'

type House = { db: Db; secrets: Secrets; signIn: SignIn }

const answersAfterMs = 250

/**
 * Mails a code to whoever may sign in by `mail`. Answers alike, and after the same time, when there is nobody.
 * @throws TooMany
 */
export async function askForCode(house: House, mail: string, ip: string, language: string): Promise<void> {
  await countAttempt(house.db, house.secrets, limits.askedFromNetwork, networkOf(ip))
  await countAttempt(house.db, house.secrets, limits.askedByMail, mail)
  await Promise.all([mailCode(house, mail, language), pause(answersAfterMs)])
}

async function mailCode({ db, secrets, signIn }: House, mail: string, language: string): Promise<void> {
  const person = await findPersonByMail(db, mail)
  if (!person) return
  await ensureAccount(db, person)
  const code = sealCode(secrets, person.id, await signIn.makeCode(person.mail))
  await write(db, visitor, (tx) =>
    queueMessage(tx, 'sign_in_code', `sign_in_code ${newId()}`, {
      person_id: person.id,
      code,
      language: person.language ?? language
    })
  )
}

type Trying = { mail: string; code: string; ip: string; headers: Headers }

/**
 * Undefined when the code does not let anyone in; after the same time whether there is somebody by that mail or not.
 * @throws TooMany
 */
export async function signInByCode(house: House, { ip, ...trying }: Trying): Promise<Session | undefined> {
  await countAttempt(house.db, house.secrets, limits.triedFromNetwork, networkOf(ip))
  await countAttempt(house.db, house.secrets, limits.triedByMail, trying.mail)
  const [session] = await Promise.all([tryCode(house, trying), pause(answersAfterMs)])
  return session
}

async function tryCode(
  { db, signIn }: House,
  { mail, code, headers }: Omit<Trying, 'ip'>
): Promise<Session | undefined> {
  const person = await findPersonByMail(db, mail)
  return person && signIn.open(mail, code, headers)
}
