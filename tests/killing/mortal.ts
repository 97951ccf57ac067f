import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openHouse } from '#server/cli/house.ts'
import { tokenOf } from '#server/domain/links/tokens.ts'
import { serverAccount } from '#server/platform/db/embedded/account.ts'
import { placeFor, removePlace } from '#server/platform/db/embedded/place.ts'
import { runningServer } from '#server/platform/db/embedded/postmaster.ts'
import { projectRoot, readSettings } from '#server/platform/settings/settings.ts'
import { loadWorld } from '#story/load.ts'
import { world } from '#story/world.ts'
import { freePort, listenTo } from '../journeys/kvarter.ts'

/** An application with a database of its own that can be killed, and started again on what is left. */
export type Mortal = {
  origin: string
  start(): Promise<void>
  killApplication(): Promise<void>
  killDatabase(): void
  bury(): Promise<void>
}

export const newHome = (): string => mkdtempSync(join(tmpdir(), 'kvarter-killing-'))
const settingsIn = (dataDir: string) => ({
  ...readSettings(),
  databaseUrl: undefined,
  dataDir,
  logLevel: 'error' as const
})

/** The path of an unanswered item of the open round, for each of the story's answering spaces with one left. */
export async function storyIn(dataDir: string): Promise<string[]> {
  const house = await openHouse({ settings: settingsIn(dataDir) })
  await loadWorld(house.db, house.secrets, world)
  const items = await house.db
    .selectFrom('link')
    .innerJoin('link_item', 'link_item.link_id', 'link.id')
    .innerJoin('round_item', 'round_item.id', 'link_item.item_id')
    .innerJoin('commitment', 'commitment.id', 'round_item.commitment_id')
    .innerJoin('round', 'round.id', 'round_item.round_id')
    .leftJoin('report', 'report.item_id', 'round_item.id')
    .select(['link.id', 'link.generation', 'commitment.number'])
    .distinctOn('round_item.space_id')
    .where('round.state', '=', 'open')
    .where('report.id', 'is', null)
    .orderBy('round_item.space_id')
    .orderBy('commitment.number')
    .execute()
  const paths = items.map((item) => `/svara/${tokenOf(house.secrets, item)}/${item.number}`)
  await house.close()
  return paths
}

export async function mortal(dataDir: string): Promise<Mortal> {
  const port = await freePort()
  let child: ChildProcess | undefined
  const killApplication = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const killDatabase = () => {
    const pid = runningServer(placeFor(dataDir, serverAccount()).data)?.pid
    if (!pid) throw new Error('there is no database to kill')
    process.kill(pid, 'SIGKILL')
  }
  return {
    origin: `http://localhost:${port}`,
    async start() {
      const env = {
        ...process.env,
        DATABASE_URL: '',
        DATA_DIR: dataDir,
        PORT: String(port),
        ORIGIN: '',
        LOG_LEVEL: 'error',
        BUILD_DIR: inject('house').build
      }
      child = spawn(process.execPath, [join(projectRoot, 'src/server/cli/kvarter.ts'), 'serve'], {
        cwd: projectRoot,
        env: { ...env, NODE_ENV: 'production' },
        stdio: ['ignore', 'pipe', 'pipe']
      })
      await listenTo(child).ready
    },
    killApplication,
    killDatabase,
    async bury() {
      if (child?.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      removePlace(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}
