import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every text is said somewhere, and is there in both languages, in the same file; the second asks for nothing the first isn't given. */
type Catalogue = Map<string, { file: string; parameters: string[]; empty: boolean }>

const folder = join(import.meta.dirname, '../../messages')
const source = join(import.meta.dirname, '../../src')

function read(language: string): Catalogue {
  const catalogue: Catalogue = new Map()
  for (const file of readdirSync(join(folder, language))) {
    const texts = JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Record<string, unknown>
    for (const [key, text] of Object.entries(texts)) {
      const written = JSON.stringify(text)
      if (key !== '$schema') {
        catalogue.set(key, { file, parameters: parametersOf(written), empty: /^""$|:""/.test(written) })
      }
    }
  }
  return catalogue
}

const parametersOf = (written: string): string[] => {
  const declared = [...written.matchAll(/"input (\w+)"/g)].map((match) => match[1] ?? '')
  const local = [...written.matchAll(/"local (\w+)/g)].map((match) => match[1] ?? '')
  const used = [...written.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  return [...new Set([...declared, ...used])].filter((name) => !local.includes(name)).sort()
}

function* compare(base: Catalogue, other: Catalogue, name: string): Generator<string> {
  for (const [key, { file, parameters, empty }] of base) {
    const same = other.get(key)
    if (empty) yield `${file}: ${key} is empty`
    if (!same) yield `${file}: ${key} is missing in ${name}`
    else if (same.file !== file) yield `${key} is in ${file} and in ${same.file}`
    else {
      const unknown = same.parameters.filter((parameter) => !parameters.includes(parameter))
      if (unknown.length > 0) yield `${file}: ${key} has no ${unknown.join(', ')}, which ${name} asks for`
    }
  }
}

/** Keys in the code: whole ones, and those with something put in (`m[`reading_ask_${audience}`]`). */
function* unsaid(catalogue: Catalogue): Generator<string> {
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('generated'))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n')
  const whole = new Set(code.match(/\b[a-z]+_\w+/g))
  const made = [...code.matchAll(/`([a-z]+_(?:\w|\$\{[^}]*\})*)`/g)]
    .map(([, key = '']) => key)
    .filter((key) => key.includes('${'))
    .map((key) => new RegExp(`^${key.replaceAll(/\$\{[^}]*\}/g, '\\w+')}$`))
  for (const [key, { file }] of catalogue)
    if (!whole.has(key) && !made.some((pattern) => pattern.test(key))) yield `${file}: nothing says ${key}`
}

const [swedish, english] = [read('sv'), read('en')]
const missing = [...english]
  .filter(([key]) => !swedish.has(key))
  .map(([key, { file }]) => `${file}: ${key} is missing in sv`)
const problems = [...compare(swedish, english, 'en'), ...missing, ...unsaid(swedish)]
for (const problem of problems) process.stdout.write(`${problem}\n`)
process.exitCode = problems.length > 0 ? 1 : 0
