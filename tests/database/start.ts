import type { TestProject } from 'vitest/node'
import type { Connection } from '#server/platform/db/connection.ts'
import { dropLeftovers, ensureTemplate, startTestServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { server: Connection; template: string; prefix: string }
  }
}

/** Before the first test of a run; what it returns runs after the last. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  const template = await ensureTemplate(server.connection)
  await dropLeftovers(server.connection, isAlive)
  project.provide('database', {
    server: server.connection,
    template,
    prefix: `kvarter_test_${process.pid}`
  })
  return async () => {
    await dropLeftovers(server.connection, (pid) => pid !== process.pid && isAlive(pid))
    await server.stop()
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
