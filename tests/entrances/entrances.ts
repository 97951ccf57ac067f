import { globSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#server/platform/settings/settings.ts'

const folder = join(projectRoot, 'src/routes')
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const routeOf = (file: string): string => `/${file.split('/').slice(0, -1).join('/')}`

/** What a module of a route exports. Actions are the keys of `actions`; endpoints the names of methods. */
async function entrancesIn(file: string): Promise<string[]> {
  const route = routeOf(file)
  const module = (await import(join(folder, file))) as Record<string, unknown>
  if (file.endsWith('+server.ts'))
    return methods.filter((method) => method in module).map((method) => `${method} ${route}`)
  return Object.keys(module['actions'] ?? {}).map(
    (name) => `POST ${route}${name === 'default' ? '' : `?/${name}`}`
  )
}

/** Every page, endpoint and form action that the routes have, as `METHOD /route?/action`. */
export async function listEntrances(): Promise<string[]> {
  const pages = globSync('**/+page.svelte', { cwd: folder }).map((file) => `GET ${routeOf(file)}`)
  const servers = globSync('**/+{page.server,server}.ts', { cwd: folder })
  const rest = await Promise.all(servers.map(entrancesIn))
  return [...pages, ...rest.flat()].toSorted()
}
