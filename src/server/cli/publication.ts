import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { archiveOf } from '#ui/paper/archive.ts'
import type { Output } from '#ui/paper/outputs.ts'
import { cli } from '../domain/people/actor.ts'
import { readArchive } from '../domain/publications/editions/archiving.ts'
import { NotFound } from '../platform/refusals.ts'
import { fromCaller, publicAddress } from '../platform/settings/settings.ts'
import { openHouse, type House } from './house.ts'
import { printFiles } from './printing.ts'
import { CommandError, complain, say } from './speaking.ts'

const usage =
  'kvarter publication SLUG [--pdf FILE] [--docx FILE] [--html FILE] [--archive FILE] [--edition N]'
const outputs = ['html', 'pdf', 'docx'] as const

type Asked = { slug: string; number?: number; to: Partial<Record<Output | 'archive', string>> }

/** Writes a frozen report to files: the bytes that were kept, or, where none were, as they are made of its facts. */
export async function writePublication(args: string[]): Promise<void> {
  const { slug, number, to } = asked(args)
  const house = await openHouse()
  try {
    const kept = await readArchive(house.db, cli, slug, number).catch((refusal: unknown) => {
      if (!(refusal instanceof NotFound)) throw refusal
      throw new CommandError(`There is no ${number ? `edition ${number} of ` : 'frozen '}report "${slug}".`, {
        cause: refusal
      })
    })
    const files = kept.files ?? (await made(house, kept))
    for (const output of outputs) {
      if (to[output]) await put(to[output], files[output])
    }
    if (to.archive) await put(to.archive, archived(house, slug, kept, files))
  } finally {
    await house.close()
  }
}

function asked(args: string[]): Asked {
  const text = { type: 'string' } as const
  const options = { pdf: text, docx: text, html: text, archive: text, edition: text }
  let parsed
  try {
    parsed = parseArgs({ args, options, allowPositionals: true })
  } catch (fault) {
    throw new CommandError(`${(fault as Error).message}\n${usage}`, { cause: fault })
  }
  const { edition, ...to } = parsed.values
  const [slug, ...more] = parsed.positionals
  if (!slug || more.length > 0 || Object.keys(to).length === 0)
    throw new CommandError(`Which one, and where to? ${usage}`)
  if (edition !== undefined && !/^[1-9]\d{0,5}$/.test(edition))
    throw new CommandError(`${edition} is no edition.`)
  return { slug, to, ...(edition && { number: Number(edition) }) }
}

type Kept = Awaited<ReturnType<typeof readArchive>>
type Files = Record<Output, Uint8Array>

async function made(house: House, { edition, facts }: Kept): Promise<Files> {
  const files = await printFiles(house, { ...edition, facts })
  return Object.fromEntries(
    outputs.map((output) => {
      for (const line of files[output].told) complain(`${output}: ${line}`)
      return [output, files[output].bytes]
    })
  ) as Files
}

const archived = ({ settings }: House, slug: string, { edition, files: kept, ...rest }: Kept, files: Files) =>
  archiveOf({
    ...{ ...rest, slug, files, number: edition.number, report: edition.content },
    madeLater: kept === null,
    origin: publicAddress(settings)
  })

async function put(given: string, bytes: Uint8Array): Promise<void> {
  const file = fromCaller(given)
  await writeFile(file, bytes)
  say(`${bytes.length} bytes are in ${file}.`)
}
