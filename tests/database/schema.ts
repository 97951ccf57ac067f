import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '#server/platform/settings/settings.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { ensureTemplate, startTestServer, within } from './server.ts'

/** Writes the types of the tables from a migrated database; with --verify tells whether they are current instead. */
const server = await startTestServer()
try {
  const template = await ensureTemplate(server.connection)
  process.exitCode = generate(within(server.connection, template))
} finally {
  await server.stop()
}

function generate(connection: Connection): number {
  const options = {
    '--dialect': 'postgres',
    '--date-parser': 'string',
    '--numeric-parser': 'number',
    '--type-mapping': JSON.stringify({ int8: 'number' }),
    '--exclude-pattern': 'history_*',
    '--log-level': 'warn',
    '--out-file': join(projectRoot, 'src/server/platform/db/schema.ts')
  }
  const script = join(projectRoot, 'node_modules/kysely-codegen/dist/cli/bin.js')
  const verify = process.argv.includes('--verify') ? ['--verify'] : []
  const done = spawnSync(process.execPath, [script, ...Object.entries(options).flat(), ...verify], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: address(connection) }
  })
  return done.status ?? 1
}

function address(connection: Connection): string {
  if ('connectionString' in connection) return connection.connectionString
  const { host, port, user, password, database } = connection
  return `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
}
