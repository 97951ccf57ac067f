import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { Gone, NotFound } from '#server/platform/refusals.ts'
import { keepFile } from '../../files/files.ts'
import { readsWhole, type Actor } from '../../people/actor.ts'
import type { Reach } from '../../people/reach.ts'
import { readable, shown } from './readable.ts'

export const formats = ['html', 'pdf', 'docx'] as const
export type Format = (typeof formats)[number]

export const typeOf: Record<Format, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
}

/** The bytes of one format; `told` is what it could not show as it was written. */
export type MadeFile = { bytes: Uint8Array<ArrayBuffer>; told: string[] }
export type MadeFiles = Record<Format, MadeFile>

/** With the edition they were made of, in the same transaction. */
export async function keepFiles(tx: Tx, edition: Id, made: MadeFiles): Promise<void> {
  for (const format of formats) {
    const { bytes, told } = made[format]
    const file = await keepFile(tx, {
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      type: typeOf[format]
    })
    await tx
      .insertInto('edition_file')
      .values({ edition_id: edition, format, file_id: file, told: JSON.stringify(told) })
      .execute()
  }
}

export type FileLine = { format: Format; size: number; sha256: string; told: string[] }

/** What an edition was frozen as; none for one from before there were any. */
export async function listFiles(db: Db, edition: Id): Promise<FileLine[]> {
  const { rows } = await sql<FileLine>`
    select ef.format, length(f.content) as size, encode(f.sha256, 'hex') as sha256, ef.told
    from edition_file ef join file f on f.id = ef.file_id where ef.edition_id = ${edition}
    order by array_position(${[...formats]}::text[], ef.format)`.execute(db)
  return rows
}

export type EditionFile = {
  id: Id
  number: number
  sha256: string
  audience: Reach
  published: boolean
  withdrawn: boolean
  /** Null for an edition that was frozen without. */
  kept: { file: Id; size: number; sha256: string } | null
}

/**
 * An edition's file in one format: of that number, or of the latest published. Null where this reader reads no such edition.
 * @throws Gone when it is withdrawn, for those who do not read the collaboration whole.
 */
export async function findFile(
  db: Db,
  actor: Actor,
  slug: string,
  format: Format,
  number?: number
): Promise<EditionFile | null> {
  const { rows } = await sql<EditionFile & { collaboration_id: Id }>`
    select shown.id, shown.number, shown.sha256, shown.seen_by as audience, shown.published_at is not null as published, shown.collaboration_id,
      shown.withdrawn_at is not null as withdrawn,
      case when f.id is not null then
        jsonb_build_object('file', f.id, 'size', length(f.content), 'sha256', encode(f.sha256, 'hex')) end as kept
    from ${shown}
    left join edition_file ef on ef.edition_id = shown.id and ef.format = ${format}
    left join file f on f.id = ef.file_id
    where shown.slug = ${slug} and ${readable(actor)}
      and ${number === undefined ? sql`shown.published_at is not null` : sql`shown.number = ${number}`}
    order by shown.number desc limit 1`.execute(db)
  const [found] = rows
  if (!found) return null
  if (found.withdrawn && !readsWhole(actor, found.collaboration_id)) throw new Gone('edition')
  return found
}

/** An edition's facts as the text they are kept as: whoever only passes them on need not read them. */
export async function readFacts(db: Db, edition: Id): Promise<string> {
  const { rows } = await sql<{ facts: string }>`
    select content::text as facts from edition where id = ${edition}`.execute(db)
  if (!rows[0]) throw new NotFound('edition')
  return rows[0].facts
}

/** All of an edition's files whole, for its archive; null where it was frozen without. */
export async function readFiles(db: Db, edition: Id): Promise<Record<Format, Uint8Array> | null> {
  const rows = await db
    .selectFrom('edition_file')
    .innerJoin('file', 'file.id', 'edition_file.file_id')
    .select(['format', 'content'])
    .where('edition_id', '=', edition)
    .execute()
  const bytesOf = (format: Format) => rows.find((row) => row.format === format)?.content
  const [html, pdf, docx] = [bytesOf('html'), bytesOf('pdf'), bytesOf('docx')]
  return html && pdf && docx ? { html, pdf, docx } : null
}
