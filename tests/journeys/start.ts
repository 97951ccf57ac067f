import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#server/platform/db/database.ts'
import { openSecrets } from '#server/platform/secrets/secrets.ts'
import { projectRoot } from '#server/platform/settings/settings.ts'
import { loadWorld } from '#story/load.ts'
import { world } from '#story/world.ts'
import startDatabase from '../database/start.ts'
import { onServer, within } from '../database/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built pages, the database with the story in it, and the folder of the secret it was told with. */
    house: { build: string; story: string; dataDir: string }
  }
}

/** Before the first journey: the pages are built if they are not of today, and the story is told once, to be copied. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const build = builtPages()
  const stopDatabase = await startDatabase(project)
  const { server, template, prefix } = project.getProvidedContext().database
  const story = `${prefix}_story`
  await onServer(server, (client) => client.query(`create database ${story} template ${template}`))
  const dataDir = mkdtempSync(join(tmpdir(), 'kvarter-journeys-'))
  const db = openDatabase(within(server, story))
  await loadWorld(db, openSecrets(dataDir), world)
  await db.destroy()
  project.provide('house', { build, story, dataDir })
  return async () => {
    await stopDatabase()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Those of BUILD_DIR, if whoever started this made them; else those of the sources as they are now. */
function builtPages(): string {
  const given = process.env['BUILD_DIR']
  if (given && existsSync(join(projectRoot, given, 'handler.js'))) return given
  const script = 'source bin/common.sh && prepare_house && prepare_pages && printf %s "$BUILD_DIR"'
  return execFileSync('bash', ['-c', script], {
    cwd: projectRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
}
