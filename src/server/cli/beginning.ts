import { beginInstallation, newInstallation } from '../domain/installation/beginning.ts'
import { cli } from '../domain/people/actor.ts'
import { write } from '../platform/db/write.ts'
import { read } from '../platform/forms/fields.ts'
import { Invalid } from '../platform/refusals.ts'
import { openHouse } from './house.ts'
import { signInLink } from './sign-in-link.ts'
import { CommandError, say } from './speaking.ts'

/** Begins a new installation, and gives its first administrator a way in that works before mail does. */
export async function begin([mail, ...name]: string[]): Promise<void> {
  const reading = read(newInstallation, { mail, name: name.join(' ') })
  if (!reading.ok) throw new CommandError('Who administers, and what is it called? kvarter begin MAIL NAME')
  const house = await openHouse()
  try {
    await write(house.db, cli, (tx) => beginInstallation(tx, cli, reading.value))
    say(`${reading.value.name} has begun. Sign in within ten minutes, while it is being served:`)
    say(await signInLink(house, 'administrator'))
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    throw new CommandError('There is something in the database already.', { cause: error })
  } finally {
    await house.close()
  }
}
