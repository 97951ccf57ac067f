import { redirect } from '@sveltejs/kit'
import { listChoices } from '#server/domain/collaborations/choices.ts'
import { wentBefore } from '#server/domain/carrying-over/before.ts'
import { fatesOf } from '#server/domain/carrying-over/carrying-over.ts'
import { listCommitmentChoices } from '#server/domain/commitments/choices.ts'
import { findCommitment } from '#server/domain/commitments/commitments.ts'
import { can } from '#server/domain/commitments/permissions.ts'
import { similarNearby } from '#server/domain/commitments/similar.ts'
import { listDecisionsAbout } from '#server/domain/decisions/about.ts'
import { housesOf } from '#server/domain/reports/houses.ts'
import { asResidentsRead, listAcceptedReports } from '#server/domain/reports/reports.ts'
import { mayTell } from '#server/domain/rounds/running.ts'
import { newId } from '#server/platform/db/ids.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { openPart } from '../../../../../parts.ts'
import { numberIn } from './number.ts'
import type { PageServerLoad } from './$types.ts'

export { actions } from './actions.ts'

export const load: PageServerLoad = async (event) => {
  const { db } = runtime()
  const { locals, params } = event
  const { actor } = locals
  const commitment = await findCommitment(db, actor, params.slug, numberIn(params.number))
  const { slug } = commitment.collaboration
  if (slug !== params.slug)
    redirect(301, address(locals.locale, 'collaborations', slug, 'commitments', params.number))
  const allowed = can(actor, commitment)
  const editing = allowed.change ? openPart(event) : null
  const { id, collaboration } = commitment
  const [houses, reports, fates, before, similar, decisions, choices, all] = await Promise.all([
    housesOf(db, actor, { commitment: id }),
    listAcceptedReports(db, actor, { commitment: id }),
    fatesOf(db, actor, id),
    wentBefore(db, actor, commitment.earlier),
    similarNearby(db, {
      words: commitment.title,
      areas: commitment.areas.map((area) => area.id),
      except: id
    }),
    listDecisionsAbout(db, actor, 'commitment', id),
    editing ? listCommitmentChoices(db, actor, collaboration.id) : null,
    editing === 'slakt' ? listChoices(db, actor) : null
  ])
  locals.internal = allowed.seeInside || commitment.audience !== 'public'
  const [house] = houses
  return {
    commitment,
    house,
    // A page's data is sent to whoever asks for it, not only what stands on the page.
    reports: allowed.seeInside ? reports : asResidentsRead(reports),
    fates,
    before,
    similar,
    decisions,
    choices,
    all,
    editing,
    can: { ...allowed, tell: await mayTell(db, actor, commitment) },
    newId: newId()
  }
}
