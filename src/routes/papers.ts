import { cli } from '#server/domain/people/actor.ts'
import { findPhoto } from '#server/domain/photos/attached.ts'
import type { Content } from '#server/domain/publications/content.ts'
import {
  formats,
  type Format,
  type MadeFile,
  type MadeFiles
} from '#server/domain/publications/editions/files.ts'
import { Invalid, NotFound, TooMany } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { publicAddress } from '#server/platform/settings/settings.ts'
import { openRecent } from '#server/platform/turns/recent.ts'
import { openTurns } from '#server/platform/turns/turns.ts'
import { render, type Printed } from '#ui/paper/outputs.ts'

type Stamp = { number: number; sha256: string } | null

/** Whoever compiles a report does not wait behind those who read others. */
const compiling = openTurns({ atOnce: 1, waiting: 12, secondsEach: 3 })
const reading = openTurns({ atOnce: 1, waiting: 6, secondsEach: 3 })
/** Editions from before there were files are made when they are asked for, and never change. */
const recent = openRecent(64 * 1024 * 1024)

const printed = (content: Content, edition: Stamp): Printed => ({
  report: content,
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

/** A report as it is now, in one form. */
export const draftFile = (content: Content, format: Format): Promise<MadeFile> =>
  compiling(() => render(format, printed(content, null)))

/** An edition's bytes, where none were kept. */
export const editionFile = (
  { id, content, ...stamp }: { id: string; number: number; sha256: string; content: Content },
  format: Format
): Promise<Uint8Array> =>
  recent(`${id} ${format}`, () => reading(async () => (await render(format, printed(content, stamp))).bytes))

/** All three, for an edition that is to be frozen. @throws Invalid where one of them can't be made: then none is kept. */
export async function filesOf(content: Content, edition: NonNullable<Stamp>): Promise<MadeFiles> {
  try {
    return await compiling(async () => {
      const made: [Format, MadeFile][] = []
      for (const format of formats) made.push([format, await render(format, printed(content, edition))])
      return Object.fromEntries(made) as MadeFiles
    })
  } catch (error) {
    if (error instanceof TooMany) throw new Invalid({ files: 'files_busy' })
    runtime().log.error({ error }, 'files of an edition')
    throw new Invalid({ files: 'files_not_made' })
  }
}
