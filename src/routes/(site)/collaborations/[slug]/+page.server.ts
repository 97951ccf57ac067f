import { redirect } from '@sveltejs/kit'
import { listChoices } from '#server/domain/collaborations/choices.ts'
import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { inheritedTexts, listAbove } from '#server/domain/collaborations/inheriting.ts'
import { can } from '#server/domain/collaborations/permissions.ts'
import { can as canCarry } from '#server/domain/carrying-over/permissions.ts'
import { sumsInto } from '#server/domain/carrying-over/carrying-over.ts'
import { listCarried } from '#server/domain/commitments/carrying.ts'
import { listHappenings, listLiftedFigures } from '#server/domain/commitments/happenings.ts'
import { listDecisions } from '#server/domain/decisions/decisions.ts'
import { listDocuments } from '#server/domain/documents/documents.ts'
import { listFormerUploads } from '#server/domain/documents/finding.ts'
import { listInheritedPlans } from '#server/domain/objectives/inheriting.ts'
import { listObjectives } from '#server/domain/objectives/objectives.ts'
import { listPublicationsOf, wholeAmong } from '#server/domain/publications/publications.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import { housesOf } from '#server/domain/reports/houses.ts'
import { isId, newId } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { openPart } from '../../../parts.ts'
import { describing } from './actions/describing.ts'
import { filing } from './actions/filing.ts'
import { planning } from './actions/planning.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  const { db } = runtime()
  const { locals, params } = event
  const { actor, locale } = locals
  const collaboration = await findCollaboration(db, actor, params.slug)
  const { slug } = collaboration
  if (slug !== params.slug) redirect(301, address(locale, 'collaborations', slug))
  locals.internal = collaboration.audience !== 'public'
  const allowed = can(actor, collaboration)
  const editing = allowed.change ? openPart(event) : null
  return {
    ...(await shown(db, actor, collaboration)),
    collaboration,
    choices: editing ? await listChoices(db, actor, collaboration.id) : null,
    editing,
    /** The document that has just been saved; or that one was removed. */
    saved: event.url.searchParams.get('sparat'),
    former: await formerFilesOf(db, actor, editing),
    can: allowed,
    carriesFrom: allowed.change ? carriesFrom(actor, collaboration) : null,
    newId: newId()
  }
}

/** Whether they may carry over from what it goes on from; null where that is not to be seen. */
const carriesFrom = (actor: Actor, { id, predecessor, predecessor_id }: Collaboration): boolean | null =>
  predecessor && predecessor_id ? canCarry(actor, { earlier: predecessor_id, successor: id }).see : null

/** The files that the document which stands open as a form had before. */
async function formerFilesOf(db: Db, actor: Actor, editing: string | null) {
  const document = editing?.replace(/^dokument-/, '') ?? ''
  return isId(document) ? listFormerUploads(db, actor, document) : []
}

type Collaboration = Awaited<ReturnType<typeof findCollaboration>>

/** What its page tells, to whoever reads it. */
async function shown(db: Db, actor: Actor, collaboration: Collaboration) {
  const { id } = collaboration
  const above = await listAbove(db, actor, collaboration)
  const [
    objectives,
    houses,
    happenings,
    figures,
    documents,
    decisions,
    publications,
    plans,
    carried,
    cameFrom
  ] = await Promise.all([
    listObjectives(db, id),
    housesOf(db, actor, { collaboration: id }, { limit: 5000 }),
    listHappenings(db, actor, id),
    listLiftedFigures(db, actor, id),
    listDocuments(db, actor, id),
    listDecisions(db, actor, id),
    listPublicationsOf(db, actor, id),
    listInheritedPlans(db, above, id),
    listCarried(db, actor, id),
    sumsInto(db, actor, id)
  ])
  return {
    plan: { objectives, houses, happenings, figures },
    inherited: { ...inheritedTexts(above, collaboration), plans: objectives.length === 0 ? plans : [] },
    carried,
    cameFrom,
    documents,
    decisions,
    publications,
    whole: wholeAmong(publications)
  }
}

export const actions = { ...describing, ...planning, ...filing }
