import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)

/** Licences that what we ship may have: they ask for a notice at most, or keep to their own files or library. */
const licences = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'CC0-1.0']
const ownFiles = [
  'MPL-2.0',
  'LGPL-3.0-or-later',
  'OFL-1.1',
  'EUPL-1.2',
  'PostgreSQL',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense'
]

type Check = {
  name: string
  run: [program: string, ...args: string[]]
  /** It writes what others read: then nothing runs beside it. */
  alone?: boolean
}

/** The longest first, so that the two who share them end at about the same time. */
const checks: Check[] = [
  { name: 'types', run: [bin('svelte-check'), '--fail-on-warnings', '--output', 'human'] },
  { name: 'format', run: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'import directions', run: [process.execPath, 'bin/checks/imports.ts'] },
  { name: 'both languages complete', run: [process.execPath, 'bin/checks/words.ts'] },
  { name: 'lint', run: [bin('eslint'), '.'] },
  { name: 'unused code', run: [bin('knip'), '--no-progress'] },
  {
    name: 'licences',
    run: [
      bin('license-checker-rseidelsohn'),
      ...['--production', '--excludePrivatePackages', '--summary'],
      ...['--onlyAllow', [...licences, ...ownFiles].join(';')]
    ]
  },
  { name: 'table types current', run: [process.execPath, 'tests/database/schema.ts', '--verify'] },
  { name: 'build', run: [bin('vite'), 'build', '--logLevel', 'warn'], alone: true }
]

type Outcome = { ok: boolean; output: string; seconds: number }

function run([program, ...args]: Check['run']): Promise<Outcome> {
  const began = performance.now()
  return new Promise((resolve) => {
    const env = { ...process.env, BUILD_DIR: 'build/checked', NO_COLOR: '1' }
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      resolve({ ok: code === 0, output, seconds: (performance.now() - began) / 1000 })
    })
  })
}

function tell(name: string, { ok, output, seconds }: Outcome): void {
  process.stdout.write(`${ok ? '✓' : '✗'} ${name.padEnd(26)}${seconds.toFixed(1).padStart(6)} s\n`)
  if (ok) return
  process.exitCode = 1
  process.stdout.write(`${output.trim().replace(/^/gm, '    ')}\n`)
}

/** Takes one after the other from those that are left, beside another who does the same. */
async function work(left: Check[]): Promise<void> {
  for (let next = left.shift(); next; next = left.shift()) tell(next.name, await run(next.run))
}

const asked = process.argv.slice(2)
const wanted = checks.filter(({ name }) => asked.length === 0 || asked.includes(name))
const beside = wanted.filter(({ alone }) => !alone)
await Promise.all([work(beside), work(beside)])
await work(wanted.filter(({ alone }) => alone))
