import { print } from '#ui/paper/printing/printing.ts'
import { cli } from '../domain/people/actor.ts'
import { findPhoto } from '../domain/photos/attached.ts'
import {
  formats,
  readFacts,
  type Format,
  type MadeFile,
  type MadeFiles
} from '../domain/publications/editions/files.ts'
import { keepPrinted, listUnkept } from '../domain/publications/editions/keeping.ts'
import { write } from '../platform/db/write.ts'
import { NotFound } from '../platform/refusals.ts'
import { publicAddress } from '../platform/settings/settings.ts'
import type { House } from './house.ts'

type Frozen = { facts: string; number: number; sha256: string }

/** An edition's three files, made of its frozen facts. */
export async function printFiles(
  { db, settings }: House,
  { facts, number, sha256 }: Frozen,
  signal?: AbortSignal
): Promise<MadeFiles> {
  const photo = async (id: string) => {
    const found = await findPhoto(db, cli, id).catch((refusal: unknown) => {
      if (refusal instanceof NotFound) return null
      throw refusal
    })
    return found && { content: found.bytes, type: found.type }
  }
  const printed = { facts, edition: { number, sha256 }, from: { origin: publicAddress(settings), photo } }
  const made: [Format, MadeFile][] = []
  for (const format of formats) made.push([format, await print(format, printed, signal)])
  return Object.fromEntries(made) as MadeFiles
}

/**
 * The story is told without printing, which would take longer than the telling. Its editions get their files one by one
 * afterwards; until then, and where one can't be printed, each is made when somebody asks for it, in the same bytes.
 * Gives how many got theirs.
 */
export async function keepTold(house: House, signal?: AbortSignal): Promise<number> {
  let kept = 0
  for (const edition of await listUnkept(house.db)) {
    if (signal?.aborted) break
    try {
      if (await keepOne(house, edition, signal)) kept += 1
    } catch (error) {
      if (!signal?.aborted) house.log.warn({ error, edition: edition.id }, 'files of an edition')
    }
  }
  return kept
}

type Unkept = Awaited<ReturnType<typeof listUnkept>>[number]

async function keepOne(house: House, { id, ...stamp }: Unkept, signal?: AbortSignal): Promise<boolean> {
  const made = await printFiles(house, { ...stamp, facts: await readFacts(house.db, id) }, signal)
  return write(house.db, cli, (tx) => keepPrinted(tx, id, made))
}
