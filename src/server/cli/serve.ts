import type { Server } from 'node:http'
import { closeFront, createFront } from '../platform/serving/server.ts'
import { loadPages } from '../platform/serving/pages.ts'
import { publicAddress, type Settings } from '../platform/settings/settings.ts'
import { type House, openHouse } from './house.ts'
import { CommandError, say } from './speaking.ts'

/** Longer than any page has reason to ask. */
const statementTimeout = 30_000

export async function serve(): Promise<void> {
  const house = await openHouse({ statementTimeout })
  try {
    const server = createFront({ runtime: house, pages: await loadPages() })
    await listen(server, house.settings)
    say(`Kvarter: ${publicAddress(house.settings)}`)
    house.log.info({ port: house.settings.port, ms: Math.round(performance.now()) }, 'listening')
    endInOrder(server, house)
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

/** Answers what was asked, then closes the database. Asked a second time, without the answering. */
function endInOrder(server: Server, house: House): void {
  let ending: Promise<void> | undefined
  const end = (code: number) => {
    if (ending) return server.closeAllConnections()
    ending = closeFront(server)
      .then(() => house.close())
      .finally(() => process.exit(code))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))
  process.on('unhandledRejection', (error) => house.log.error({ error }, 'unhandled'))
  process.on('uncaughtException', (error) => {
    house.log.fatal({ error }, 'uncaught')
    end(1)
  })
}
