import { rmSync } from 'node:fs'
import { removeEmbedded } from '../platform/db/embedded.ts'
import { openSecrets, secretFile } from '../platform/secrets/secrets.ts'
import { publicAddress, readSettings, type Settings } from '../platform/settings/settings.ts'
import { openHouse } from './house.ts'
import { serveHouse } from './serve.ts'
import { CommandError, say } from './speaking.ts'

export async function demo(args: string[]): Promise<void> {
  const settings = readSettings()
  if (args.includes('--reset')) await reset(settings)
  const house = await openHouse({ settings })
  await serveHouse(house)
  say(`Kvarter: ${publicAddress(settings)}`)
}

async function reset({ databaseUrl, dataDir }: Settings): Promise<void> {
  if (databaseUrl)
    throw new CommandError('--reset is for the built-in database. Empty the one in DATABASE_URL yourself.')
  if (!(await removeEmbedded(dataDir, openSecrets(dataDir)))) {
    throw new CommandError('Another Kvarter runs on this DATA_DIR. End that one first.')
  }
  rmSync(secretFile(dataDir))
}
