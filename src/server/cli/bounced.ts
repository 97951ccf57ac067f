import { receiveBounce } from '../domain/links/bouncing.ts'
import { cli } from '../domain/people/actor.ts'
import { write } from '../platform/db/write.ts'
import { readNotification } from '../platform/mail/notification.ts'
import { openHouse } from './house.ts'
import { reasonFor } from './reasons.ts'
import { complain } from './speaking.ts'

/** A notification quotes what came back, and ours are small. */
const longestRead = 5_000_000
/** To a mail server: not now, try again later. */
const tryAgain = 75

/**
 * Takes in what a mail server tells of a mail that did not arrive, on standard input. Whatever is something else is
 * passed over: a mail server would answer a failure by one more mail.
 */
export async function takeBounced(): Promise<void> {
  const notification = readNotification(await readInput())
  if (!notification) return
  try {
    const house = await openHouse()
    try {
      const became = await write(house.db, cli, (tx) => receiveBounce(tx, notification))
      house.log.info({ bounced: became, status: notification.status }, 'mail')
    } finally {
      await house.close()
    }
  } catch (error) {
    complain(reasonFor(error))
    process.exitCode = tryAgain
  }
}

async function readInput(): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of process.stdin) {
    length += (part as Buffer).length
    if (length <= longestRead) parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}
