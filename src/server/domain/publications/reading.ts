import { newId } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { draftNumber } from '../comments/drafts.ts'
import { listEarlierChains } from '../decisions/about.ts'
import { readsWhole, type Actor } from '../people/actor.ts'
import { choicesAmong } from './choosing.ts'
import { sealOf, type Content } from './content.ts'
import { readBeside, readDeciding } from './editions/deciding.ts'
import { findEdition, listEditions, type Edition } from './editions/editions.ts'
import { contentOf } from './freezing.ts'
import { leftOutOf } from './leaving-out.ts'
import { partyAnswersOf } from './of-parties.ts'
import { can } from './permissions.ts'
import { findPublication, listBlocks, type Publication } from './publications.ts'

/**
 * A publication for this reader: its latest edition as it was frozen; or, until there is one and for those who are
 * `editing`, as its audience would read it now.
 */
export async function readPublication(db: Db, actor: Actor, slug: string, { editing }: { editing: boolean }) {
  const publication = await findPublication(db, actor, slug)
  const rights = can(actor, publication)
  const live = !publication.published || (editing && rights.change)
  const editions = await listEditions(db, actor, publication.id)
  const edition = live ? null : await findEdition(db, actor, slug)
  const content = edition?.content ?? (await contentOf(db, publication))
  const workshop = live && rights.change ? await workshopOf(db, publication, content) : null
  return {
    publication,
    can: rights,
    editions,
    edition: edition && (await stampOf(db, actor, publication, edition)),
    content,
    workshop,
    deciding: rights.readDraft ? await readDeciding(db, actor, publication.id) : null
  }
}

/** One edition by its number, with the others beside it. */
export async function readEdition(db: Db, actor: Actor, slug: string, number: number) {
  const edition = await findEdition(db, actor, slug, number)
  const publication = await findPublication(db, actor, slug)
  return {
    publication,
    can: can(actor, publication),
    edition: await stampOf(db, actor, publication, edition),
    content: edition.content,
    editions: await listEditions(db, actor, publication.id)
  }
}

/** What an edition is known by, and what stands beside it; of one that is withdrawn, its files are for those who read it still. */
async function stampOf(db: Db, actor: Actor, publication: Publication, edition: Edition) {
  const { id, number, note, sha256, published_on, withdrawn, collaboration_id } = edition
  const beside = await readBeside(db, actor, id)
  const decidedBefore = await listEarlierChains(db, actor, publication.id, number)
  const files = withdrawn && !readsWhole(actor, collaboration_id) ? [] : beside.files
  return { number, note, sha256, published_on, withdrawn, ...beside, files, decidedBefore }
}
export type Stamp = Awaited<ReturnType<typeof stampOf>>

/** What those who compile it need besides the page itself. */
async function workshopOf(db: Db, publication: Publication, content: Content) {
  const blocks = await listBlocks(db, publication.id)
  const left = await leftOutOf(db, publication, blocks)
  return {
    blocks,
    leftOut: left.whole,
    /** The same of each block, by its id. */
    leftOutOf: left.of,
    /** What parties said for themselves, by the block where it may be told. */
    ofParties: await partyAnswersOf(db, publication.collaboration_id, blocks),
    /** What settings are chosen among. */
    among: await choicesAmong(db, publication.collaboration_id),
    seen: sealOf(content),
    number: await draftNumber(db, publication.id),
    newId: newId()
  }
}
export type Workshop = Awaited<ReturnType<typeof workshopOf>>
