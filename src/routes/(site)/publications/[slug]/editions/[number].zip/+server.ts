import { readArchive } from '#server/domain/publications/editions/archiving.ts'
import { formats, type Format } from '#server/domain/publications/editions/files.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { publicAddress } from '#server/platform/settings/settings.ts'
import { archiveOf } from '#ui/paper/archive.ts'
import { editionFile } from '../../../../../papers.ts'
import { refuse } from '../../../../../refusing.ts'
import type { RequestHandler } from './$types.ts'

/** An edition as one file to keep, for those who compile the report. */
export const GET: RequestHandler = async (event) => {
  const { slug, number } = event.params
  try {
    if (!/^[1-9]\d{0,5}$/.test(number)) throw new NotFound('edition')
    const { db, settings } = runtime()
    const { edition, files, ...kept } = await readArchive(db, event.locals.actor, slug, Number(number))
    const made = async (format: Format) => [format, await editionFile(edition, format)] as const
    const bytes = archiveOf({
      ...{ ...kept, slug, number: edition.number, report: edition.content },
      files:
        files ?? (Object.fromEntries(await Promise.all(formats.map(made))) as Record<Format, Uint8Array>),
      madeLater: files === null,
      origin: publicAddress(settings)
    })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${slug}-${number}.zip"`,
        'cache-control': 'private, no-store'
      }
    })
  } catch (refusal) {
    return refuse(event, refusal)
  }
}
