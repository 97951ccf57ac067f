import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { join } from 'node:path'
import { coverageOf } from './coverage.ts'
import { legibleIn } from './legible.ts'
import type { Sheet } from './sheet.ts'
import { families, readTypefaces } from './typefaces.ts'

export type Job = { sheet: Sheet; svgs: Map<string, string>; photos: Map<string, Uint8Array> }
/** `replaced` are the signs that no face has; `lost` the photos whose bytes are no picture. */
export type Typeset = { pdf: Buffer; replaced: string[]; lost: string[] }

const template = join(import.meta.dirname, 'template')

/** Opens the faces once, for as many papers as are set. */
export function openTypesetting(): (job: Job) => Typeset {
  const faces = readTypefaces()
  const coverages = faces.map(([upright]) => coverageOf(upright as Buffer))
  const compiler = NodeCompiler.create({ workspace: template, fontArgs: [{ fontBlobs: faces.flat() }] })
  return (job) => typeset(compiler, coverages, job)
}

type Coverages = Parameters<typeof legibleIn>[0]

function typeset(compiler: NodeCompiler, coverages: Coverages, { sheet, svgs, photos }: Job): Typeset {
  const legible = legibleIn(coverages)
  compiler.resetShadow()
  for (const [name, svg] of svgs) compiler.mapShadow(inFolder(`${name}.svg`), Buffer.from(svg))
  for (const [id, bytes] of photos) compiler.mapShadow(inFolder(photoName(id)), Buffer.from(bytes))
  const shown = [...photos.keys()].filter((id) => isPicture(compiler, id))
  const written = spoken({ ...sheet, families, shown }, legible)
  const pdf = pdfOf(compiler, written)
  compiler.evictCache(0)
  return {
    pdf,
    replaced: [...legible.replaced],
    lost: [...photos.keys()].filter((id) => !shown.includes(id))
  }
}

function pdfOf(compiler: NodeCompiler, written: object): Buffer {
  compiler.mapShadow(inFolder('sheet.json'), Buffer.from(JSON.stringify(written)))
  const outcome = compiler.compile({ mainFilePath: inFolder('report.typ') })
  if (outcome.result) return compiler.pdf(outcome.result, { pdfStandard: 'ua-1' })
  const error = outcome.takeDiagnostics() ?? outcome.takeError()
  throw new Error(JSON.stringify(error ? compiler.fetchDiagnostics(error) : 'nothing was said'))
}

const inFolder = (name: string): string => join(template, name)
const photoName = (id: string): string => `photo-${id}`

/** What is read aloud or in print is made legible; names of files, addresses and measures stay. */
function spoken<T>(value: T, legible: (text: string) => string): T {
  if (Array.isArray(value)) return value.map((one) => spoken(one, legible)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, one]): [string, unknown] => [
    name,
    (name === 'text' || name === 'alt') && typeof one === 'string' ? legible(one) : spoken(one, legible)
  ])
  return Object.fromEntries(entries) as T
}

/** One broken photo would take the whole paper with it. */
function isPicture(compiler: NodeCompiler, id: string): boolean {
  const mainFileContent = `#image(${JSON.stringify(`/${photoName(id)}`)}, alt: "")`
  return compiler.compile({ mainFileContent }).result !== null
}
