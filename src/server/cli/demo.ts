import { rmSync } from 'node:fs'
import { address } from '#ui/words/addresses.ts'
import { listDemonstrationPersons } from '../domain/sign-in/roles.ts'
import { removeEmbedded } from '../platform/db/embedded.ts'
import { openSecrets, secretFile } from '../platform/secrets/secrets.ts'
import { publicAddress, readSettings, type Settings } from '../platform/settings/settings.ts'
import { type House, openHouse } from './house.ts'
import { keepTold } from './printing.ts'
import { forgetBrokenOff, seedUnlessBegun, wasBrokenOff } from './seeding.ts'
import { serveHouse } from './serve.ts'
import { signInLink } from './sign-in-link.ts'
import { CommandError, say } from './speaking.ts'

export async function demo(args: string[]): Promise<void> {
  const settings = readSettings()
  if (args.includes('--reset')) await reset(settings)
  const house = await openDemonstration(settings)
  const printing = new AbortController()
  await serveHouse({ ...house, close: () => (printing.abort(), house.close()) })
  await tellWhereToLook(house)
  await keepTold(house, printing.signal)
}

/** With the demonstration world in it, as it was left or new. */
export async function openDemonstration(settings: Settings): Promise<House> {
  if (wasBrokenOff(settings)) await reset(settings)
  const house = await openHouse({ settings })
  await seedUnlessBegun(house)
  return house
}

async function reset(settings: Settings): Promise<void> {
  const { databaseUrl, dataDir } = settings
  if (databaseUrl) {
    throw new CommandError(
      'Only the built-in database is begun anew. Empty the one in DATABASE_URL yourself.'
    )
  }
  if (!(await removeEmbedded(dataDir, openSecrets(dataDir)))) {
    throw new CommandError('Another Kvarter runs on this DATA_DIR. End that one first.')
  }
  rmSync(secretFile(dataDir))
  forgetBrokenOff(settings)
}

export async function tellWhereToLook(house: House): Promise<void> {
  const base = publicAddress(house.settings)
  say(`\nKvarter: ${base}\n`)
  for (const path of await worthOpening(house)) say(`  ${base}${path}`)
  say('\nSign in by one press:')
  for (const { name, mail } of await listDemonstrationPersons(house.db)) {
    say(`  ${name.padEnd(40)} ${await signInLink(house, mail)}`)
  }
  say('\nCtrl-C ends everything. What you do stays until ./bin/demo --reset.')
}

async function worthOpening({ db }: House): Promise<string[]> {
  const from = (table: 'collaboration' | 'publication') =>
    db.selectFrom(table).select('slug').where('audience', '=', 'public').orderBy('id').execute()
  const areas = await db
    .selectFrom('area')
    .innerJoin('collaboration_area', 'collaboration_area.area_id', 'area.id')
    .select('area.slug')
    .distinct()
    .execute()
  return [
    ...areas.map(({ slug }) => address('sv', 'areas', slug)),
    ...(await from('collaboration')).map(({ slug }) => address('sv', 'collaborations', slug)),
    ...(await from('publication')).map(({ slug }) => address('sv', 'publications', slug))
  ]
}
