import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'

export type KeptFile = { bytes: Buffer; type: string; width?: number | null; height?: number | null }

/** The same bytes are one file, however many have sent them. Who may see them is decided by what they belong to. */
export async function keepFile(tx: Tx, { bytes, type, width = null, height = null }: KeptFile): Promise<Id> {
  const sha256 = createHash('sha256').update(bytes).digest()
  await tx
    .insertInto('file')
    .values({ id: newId(), sha256, type, content: bytes, width, height })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('file')
    .select('id')
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow()
  return id
}

const pieceSize = 1024 * 1024

/** A file's bytes a piece at a time: however large it is and however many ask for it, little is held. */
export function piecesOf(db: Db, file: Id, size: number): ReadableStream<Uint8Array> {
  let from = 0
  return new ReadableStream({
    async pull(controller) {
      if (from >= size) return controller.close()
      const { rows } = await sql<{ piece: Buffer }>`
        select substring(content from ${from + 1}::int for ${pieceSize}::int) as piece from file where id = ${file}`.execute(
        db
      )
      const piece = rows[0]?.piece
      // Taken away while it was read: what has been sent is not the whole, and must not look so.
      if (!piece?.length) return controller.error(new Error('the file is gone'))
      from += piece.length
      controller.enqueue(new Uint8Array(piece))
    }
  })
}

/** Of these, what belongs to nothing any more is gone for good. */
export async function forgetLoose(tx: Tx, files: Id[]): Promise<void> {
  await sql`delete from file f where f.id = any(${files}::uuid[])
    and not exists (select from document where file_id = f.id)
    and not exists (select from document_upload where file_id = f.id)
    and not exists (select from attachment where file_id = f.id)
    and not exists (select from edition_file where file_id = f.id)`.execute(tx)
}
