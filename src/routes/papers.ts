import { cli } from '#server/domain/people/actor.ts'
import { findPhoto } from '#server/domain/photos/attached.ts'
import type { Content } from '#server/domain/publications/content.ts'
import {
  formats,
  readFacts,
  type Format,
  type MadeFile,
  type MadeFiles
} from '#server/domain/publications/editions/files.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { Invalid, NotFound, TooMany } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { publicAddress } from '#server/platform/settings/settings.ts'
import { openRecent } from '#server/platform/turns/recent.ts'
import { openTurns } from '#server/platform/turns/turns.ts'
import { NotPrinted, print } from '#ui/paper/printing/printing.ts'

type Stamp = { number: number; sha256: string }

/** Whoever compiles a report does not wait behind those who read others. */
const compiling = openTurns({ atOnce: 1, waiting: 12, secondsEach: 3 })
const reading = openTurns({ atOnce: 1, waiting: 6, secondsEach: 3 })
/** Editions from before there were files are made when they are asked for, and never change. */
const recent = openRecent(32 * 1024 * 1024)

const printed = (facts: string, edition: Stamp | null) => ({
  facts,
  edition,
  from: { origin: publicAddress(runtime().settings), photo }
})

/** What a report tells of may be seen by those it is made for, so its photos go by it, not by who asks. */
async function photo(id: string) {
  try {
    const { bytes, type } = await findPhoto(runtime().db, cli, id)
    return { content: bytes, type }
  } catch (refusal) {
    if (refusal instanceof NotFound) return null
    throw refusal
  }
}

/** Where too many wait, nothing is wrong with who asks: the file can't be had just now. */
const asNotPrinted = (error: unknown): never => {
  throw error instanceof TooMany ? new NotPrinted('Too many papers are waited for', { cause: error }) : error
}

/** A report as it is now, in one form, for as long as somebody waits for it. */
export function draftFile(content: Content, format: Format, signal?: AbortSignal): Promise<MadeFile> {
  // Its text alone waits in line.
  const asked = printed(JSON.stringify(content), null)
  return compiling(() => print(format, asked, signal), signal).catch(asNotPrinted)
}

/** What could not be printed lately is not tried again at once: one that fails would keep all others waiting. */
const failed = new Map<string, number>()
const restsMs = 5 * 60_000

async function unlessFailed<T>(key: string, work: () => Promise<T>): Promise<T> {
  if ((failed.get(key) ?? 0) > Date.now()) throw new NotPrinted('The paper could not be made lately')
  try {
    const made = await work()
    failed.delete(key)
    return made
  } catch (error) {
    if (error instanceof NotPrinted) failed.set(key, Date.now() + restsMs)
    throw error
  }
}

/** An edition's bytes, where none were kept. */
export const editionFile = (
  { id, number, sha256 }: Stamp & { id: Id },
  format: Format
): Promise<Uint8Array<ArrayBuffer>> =>
  recent(`${id} ${format}`, () =>
    reading(() =>
      unlessFailed(`${id} ${format}`, async () => {
        const facts = await readFacts(runtime().db, id)
        return (await print(format, printed(facts, { number, sha256 }))).bytes
      })
    )
  ).catch(asNotPrinted)

/** Whoever compiles waits for all three; nobody else waits for them longer than this. */
const togetherMs = 180_000

/** All three, for an edition that is to be frozen. @throws Invalid where one of them can't be made: then none is kept. */
export async function filesOf(content: Content, edition: Stamp): Promise<MadeFiles> {
  try {
    return await compiling(async () => {
      const asked = printed(JSON.stringify(content), edition)
      const made: [Format, MadeFile][] = []
      const soon = AbortSignal.timeout(togetherMs)
      for (const format of formats) made.push([format, await print(format, asked, soon)])
      return Object.fromEntries(made) as MadeFiles
    })
  } catch (error) {
    if (error instanceof TooMany) throw new Invalid({ files: 'files_busy' })
    runtime().log.error({ error }, 'files of an edition')
    throw new Invalid({ files: 'files_not_made' })
  }
}
