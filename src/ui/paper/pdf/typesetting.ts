import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { join } from 'node:path'
import { coverageOf } from './coverage.ts'
import { legibleIn } from './legible.ts'
import type { Sheet } from './sheet.ts'
import { families, readOwnFaces, readTypefaces } from './typefaces.ts'

export type Job = { sheet: Sheet; svgs: Map<string, string>; photos: Map<string, Uint8Array> }
/** `replaced` are the signs that no face has; `lost` the photos whose bytes are no picture. */
export type Typeset = { pdf: Buffer; replaced: string[]; lost: string[] }

const template = join(import.meta.dirname, 'template')

/** Opens the faces once, for as many papers as are set. */
export function openTypesetting(): (job: Job) => Typeset {
  const faces = readTypefaces()
  const coverages = faces.map(([upright]) => coverageOf(upright as Buffer))
  const compiler = NodeCompiler.create({
    workspace: template,
    fontArgs: [{ fontBlobs: [...readOwnFaces(), ...faces.flat()] }]
  })
  return (job) => typeset(compiler, coverages, job)
}

type Coverages = Parameters<typeof legibleIn>[0]

function typeset(compiler: NodeCompiler, coverages: Coverages, { sheet, svgs, photos }: Job): Typeset {
  const legible = legibleIn(coverages)
  // Of the paper before, where there was one.
  compiler.resetShadow()
  compiler.evictCache(0)
  for (const [name, svg] of svgs) compiler.mapShadow(inFolder(`${name}.svg`), Buffer.from(svg))
  for (const [id, bytes] of photos) compiler.mapShadow(inFolder(photoName(id)), Buffer.from(bytes))
  const shown = [...photos.keys()].filter((id) => isPicture(compiler, id))
  const pdf = pdfOf(compiler, written({ ...sheet, families, shown }, legible), sheet)
  return {
    pdf,
    replaced: [...legible.replaced],
    lost: [...photos.keys()].filter((id) => !shown.includes(id))
  }
}

/** So few pages are leafed through, and none of them is left with a line or two. */
const fewPages = 6

/** Set tight where that makes a page of what would else end on a second one, or closer where that saves one of a few. */
function pdfOf(compiler: NodeCompiler, sheet: string, { hasContents, mayBeOnePage }: Sheet): Buffer {
  compiler.mapShadow(inFolder('sheet.json'), Buffer.from(sheet))
  const usual = documentOf(compiler, 'usual')
  const pages = usual.numOfPages
  const other =
    pages === 2 && mayBeOnePage ? 'tight' : pages > 2 && pages <= fewPages && !hasContents ? 'close' : null
  const closer = other ? documentOf(compiler, other) : usual
  return compiler.pdf(closer.numOfPages < pages ? closer : usual, { pdfStandard: 'ua-1' })
}

function documentOf(compiler: NodeCompiler, look: 'usual' | 'close' | 'tight'): NodeTypstDocument {
  const outcome = compiler.compile({ mainFilePath: inFolder('report.typ'), inputs: { look } })
  if (outcome.result) return outcome.result
  const error = outcome.takeDiagnostics() ?? outcome.takeError()
  throw new Error(JSON.stringify(error ? compiler.fetchDiagnostics(error) : 'nothing was said'))
}

const inFolder = (name: string): string => join(template, name)
const photoName = (id: string): string => `photo-${id}`

/** What is read aloud or in print is made legible; names of files, addresses and measures stay. */
const written = (sheet: object, legible: (text: string) => string): string =>
  JSON.stringify(sheet, (name, value: unknown) =>
    (name === 'text' || name === 'alt') && typeof value === 'string' ? legible(value) : value
  )

/** One broken photo would take the whole paper with it. */
function isPicture(compiler: NodeCompiler, id: string): boolean {
  const mainFileContent = `#image(${JSON.stringify(`/${photoName(id)}`)}, alt: "")`
  return compiler.compile({ mainFileContent }).result !== null
}
