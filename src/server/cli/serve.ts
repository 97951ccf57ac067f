import type { Server } from 'node:http'
import { closeFront, createFront } from '../platform/serving/server.ts'
import { loadPages } from '../platform/serving/pages.ts'
import { publicAddress, type Settings } from '../platform/settings/settings.ts'
import { type House, openHouse } from './house.ts'
import { endBy, heedErrors } from './ending.ts'
import { CommandError, say } from './speaking.ts'

/** Longer than any page has reason to ask. */
const statementTimeout = 30_000

export async function serve(): Promise<void> {
  const house = await openHouse({ statementTimeout })
  await serveHouse(house)
  say(`Kvarter: ${publicAddress(house.settings)}`)
}

/** From here on the house closes itself when it is told to end. */
export async function serveHouse(house: House): Promise<void> {
  try {
    const server = createFront({ runtime: house, pages: await loadPages() })
    await listen(server, house.settings)
    house.log.info({ port: house.settings.port, ms: Math.round(performance.now()) }, 'listening')
    endWith(server, house)
  } catch (error) {
    await house.close()
    throw error
  }
}

function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(taken ? new CommandError(`Port ${port} is taken. Choose another: PORT=${port + 1}`) : error)
    })
    server.listen(port, host, resolve)
  })
}

/** Ends what is told live, answers what was asked, then closes the database. Asked twice, without the answering. */
function endWith(server: Server, house: House): void {
  heedErrors(house.log)
  endBy({
    close: async () => {
      await Promise.all([house.live.close(), closeFront(server)])
      await house.close()
    },
    hurry: () => server.closeAllConnections()
  })
}
