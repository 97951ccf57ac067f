import { NotFound } from '../platform/refusals.ts'
import { openHouse } from './house.ts'
import { signInLink } from './sign-in-link.ts'
import { CommandError, say } from './speaking.ts'

export async function tellSignInLink([role]: string[]): Promise<void> {
  if (!role) throw new CommandError('As whom? kvarter sign-in-link ROLE')
  const house = await openHouse()
  try {
    say(await signInLink(house, role))
  } catch (error) {
    throw error instanceof NotFound ? new CommandError(`Nobody is ${role}.`, { cause: error }) : error
  } finally {
    await house.close()
  }
}
