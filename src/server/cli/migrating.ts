import { openHouse } from './house.ts'
import { say } from './speaking.ts'

export async function migrateDatabase(): Promise<void> {
  const house = await openHouse()
  for (const name of house.migrated) say(name)
  say(house.migrated.length > 0 ? `${house.migrated.length} run.` : 'The database is up to date.')
  await house.close()
}
