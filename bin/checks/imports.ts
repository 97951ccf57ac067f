import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

/** Which way imports may go. What a part may use besides itself. */
const allowed: Record<string, string[]> = {
  routes: ['domain', 'platform', 'ui'],
  cli: ['domain', 'platform', 'ui', 'story'],
  domain: ['platform'],
  platform: [],
  ui: []
}

const root = join(import.meta.dirname, '../..')
const places: [prefix: string, part: string][] = [
  ['src/routes/', 'routes'],
  ['src/hooks', 'routes'],
  ['src/app.d.ts', 'routes'],
  ['src/server/cli/', 'cli'],
  ['src/server/domain/', 'domain'],
  ['src/server/platform/', 'platform'],
  ['src/ui/', 'ui'],
  ['tests/story/', 'story'],
  ['tests/', 'tests'],
  ['bench/', 'bench']
]
const roots: [prefix: string, folder: string][] = [
  ['#server/', 'src/server/'],
  ['#ui/', 'src/ui/'],
  ['#story/', 'tests/story/'],
  ['#tests/', 'tests/']
]

type Import = { file: string; target: string }

const partOf = (file: string): string | undefined => places.find(([prefix]) => file.startsWith(prefix))?.[1]
const isTest = (file: string): boolean => file.endsWith('.test.ts')

function namesIn(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8')
  return [...source.matchAll(/(?:from|import\(?)\s*'([^']+)'/g)].map((match) => match[1] ?? '')
}

function importsIn(file: string): Import[] {
  return namesIn(file).flatMap((name) => {
    const target = resolve(file, name)
    return target ? [{ file, target }] : []
  })
}

function resolve(file: string, name: string): string | undefined {
  if (name.startsWith('.')) return normalize(join(dirname(file), name))
  const at = roots.find(([prefix]) => name.startsWith(prefix))
  return at && name.replace(at[0], at[1])
}

function wrongWays(imports: Import[]): string[] {
  return imports.flatMap(({ file, target }) => {
    const [from, to] = [partOf(file), partOf(target)]
    if (!from || !to || from === to || isTest(file) || allowed[from]?.includes(to) !== false) return []
    return [`${file} imports ${target}: ${from} may not use ${to}`]
  })
}

/** The command line runs the server's files as they are, without the build that these come from. */
const needTheBuild = (file: string): string[] =>
  namesIn(file)
    .filter((name) => file.startsWith('src/server/') && /^(\$(app|env)\/|@sveltejs\/)/.test(name))
    .map((name) => `${file} imports ${name}: nothing under src/server may`)

/** Between the nouns of the domain. */
function circles(imports: Import[]): string[] {
  const noun = (file: string) => /^src\/server\/domain\/([^/]+)\//.exec(file)?.[1]
  const uses = new Map<string, Map<string, Import>>()
  for (const one of imports.filter(({ file }) => !isTest(file))) {
    const [from, to] = [noun(one.file), noun(one.target)]
    if (from && to && from !== to) uses.set(from, (uses.get(from) ?? new Map()).set(to, one))
  }
  const found = new Map<string, string>()
  const walk = (path: string[]) => {
    for (const next of uses.get(path.at(-1) ?? '')?.keys() ?? []) {
      const at = path.indexOf(next)
      if (at >= 0) remember(path.slice(at))
      else walk([...path, next])
    }
  }
  const remember = (circle: string[]) => {
    const steps = circle.map((from, n) => uses.get(from)?.get(circle[(n + 1) % circle.length] ?? ''))
    const shown = steps.map((step) => `    ${step?.file} imports ${step?.target}`).join('\n')
    found.set([...circle].sort().join(), `a circle: ${[...circle, circle[0]].join(' → ')}\n${shown}`)
  }
  for (const start of uses.keys()) walk([start])
  return [...found.values()]
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('generated'))
  .map((file) => relative(root, join(root, 'src', file)))
const imports = files.flatMap(importsIn)
const problems = [...wrongWays(imports), ...files.flatMap(needTheBuild), ...circles(imports)]
for (const problem of problems) process.stdout.write(`${problem}\n`)
process.exitCode = problems.length > 0 ? 1 : 0
