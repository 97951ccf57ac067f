import { write, type Db } from '#server/platform/db/write.ts'
import { cli } from '#server/domain/people/actor.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { contentOf } from '#server/domain/publications/freezing.ts'
import type { MadeFiles } from '#server/domain/publications/editions/files.ts'
import { findPublicationById } from '#server/domain/publications/publications.ts'
import { sendForDecision, type Made } from '#server/domain/publications/editions/sending.ts'

const file = (text: string, ...told: string[]) => ({ bytes: Buffer.from(text), told })

/** Bytes that stand for what would have been printed. */
export const someFiles = (edition = 1): MadeFiles => ({
  html: file(`webbsida ${edition}`),
  pdf: file(`pdf ${edition}`, 'Ett tecken är ersatt.'),
  docx: file(`word ${edition}`)
})

/** What a page makes ready before it freezes a publication. */
export const madeOf = async (db: Db, publication: Id, edition = 1): Promise<Made> => ({
  content: await contentOf(db, await findPublicationById(db, cli, publication)),
  files: someFiles(edition)
})

/** As the page does it: made ready first, then frozen. Gives the edition's number. */
export async function sendNow(db: Db, publication: Id, note: string | null = null): Promise<number> {
  const made = await madeOf(db, publication)
  return write(db, cli, (tx) => sendForDecision(tx, cli, publication, { note }, made))
}
