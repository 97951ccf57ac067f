import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../platform/settings/settings.ts'
import { type House, openHouse } from './house.ts'
import { keepTold } from './printing.ts'
import { CommandError, say } from './speaking.ts'

/** There while the demonstration world is being loaded, so that one broken off half way is known for what it is. */
const marker = ({ dataDir }: Pick<Settings, 'dataDir'>): string => join(dataDir, 'seeding')

export const wasBrokenOff = (settings: Settings): boolean => existsSync(marker(settings))
export const forgetBrokenOff = (settings: Settings): void => rmSync(marker(settings), { force: true })

export async function seed(): Promise<void> {
  const house = await openHouse()
  try {
    if (!(await seedUnlessBegun(house))) throw new CommandError('There is something in the database already.')
    await keepTold(house)
    say('The demonstration world is loaded.')
  } finally {
    await house.close()
  }
}

/** False when there was something already. */
export async function seedUnlessBegun({ db, secrets, settings }: House): Promise<boolean> {
  if (await holdsAnything(db)) return false
  // Read only when it is told, which is once.
  const [{ loadWorld }, { world }] = await Promise.all([import('#story/load.ts'), import('#story/world.ts')])
  writeFileSync(marker(settings), '')
  await loadWorld(db, secrets, world)
  forgetBrokenOff(settings)
  return true
}

/** Where people work the demonstration, whose roles anyone may take on, must never come in beside them. */
async function holdsAnything(db: House['db']): Promise<boolean> {
  const found = await Promise.all(
    (['installation', 'person', 'organisation', 'area'] as const).map((table) =>
      db.selectFrom(table).select('id').limit(1).executeTakeFirst()
    )
  )
  return found.some(Boolean)
}
