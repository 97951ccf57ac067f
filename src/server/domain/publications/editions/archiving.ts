import type { Db } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { listChain } from '../../decisions/about.ts'
import type { Actor } from '../../people/actor.ts'
import { canonical } from '../content.ts'
import { findEdition } from './editions.ts'
import { readFiles } from './files.ts'
import { can } from '../permissions.ts'
import { findPublication } from '../publications.ts'
import { latestEdition } from './sending.ts'

/** All that is kept of an edition: facts, decisions and files, as they were frozen. For those who compile the report. */
export async function readArchive(db: Db, actor: Actor, slug: string, number?: number) {
  const publication = await findPublication(db, actor, slug)
  if (!can(actor, publication).publish) throw new NotAllowed()
  const wanted = number ?? (await latestEdition(db, publication.id))?.number
  if (wanted === undefined) throw new NotFound('edition')
  const edition = await findEdition(db, actor, slug, wanted)
  const chain = await listChain(db, actor, edition.id)
  const decisions = chain.map(({ id: _, version: _v, reach: _r, audience: _a, ...decision }) => decision)
  return { edition, decisions, facts: canonical(edition.content), files: await readFiles(db, edition.id) }
}
