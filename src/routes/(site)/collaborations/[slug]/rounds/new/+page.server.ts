import type { RequestEvent } from '@sveltejs/kit'
import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { whomItAsks } from '#server/domain/rounds/asking.ts'
import { newRound } from '#server/domain/rounds/fields.ts'
import { can } from '#server/domain/rounds/permissions.ts'
import { prepareRound } from '#server/domain/rounds/preparing.ts'
import { listRounds } from '#server/domain/rounds/rounds.ts'
import { dayIn } from '#server/platform/clock.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { nounIn } from '#ui/words/nouns.ts'
import { submit } from '../../../../../submitting.ts'
import { proposedTimes } from './proposing.ts'

const found = async ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) => {
  const collaboration = await findCollaboration(runtime().db, locals.actor, params['slug'] ?? '')
  if (!can(locals.actor, collaboration.id).plan) throw new NotFound('round')
  return collaboration
}

export const load = async (event) => {
  const { db } = runtime()
  const { actor, locale } = event.locals
  const { id, slug, name, invented, from_day, to_day, contact_mail, contact_phone, kind } = await found(event)
  event.locals.internal = true
  const of = (...parts: string[]) => address(locale, 'collaborations', slug, ...parts)
  const { asked, unanswerable } = await whomItAsks(db, actor, id)
  const rounds = (await listRounds(db, actor, id)).filter(({ kind }) => kind === 'follow_up')
  return {
    name,
    invented,
    noun: nounIn(kind.words.commitment, locale),
    times: proposedTimes(dayIn(await timeZoneOf(db)), { from_day, to_day }, rounds),
    parties: asked.length,
    items: asked.reduce((sum, { items }) => sum + items.length, 0),
    unanswerable: unanswerable.length,
    /** Whether those who are asked can ask back. */
    reachable: Boolean(contact_mail ?? contact_phone),
    home: of(),
    rounds: of('rounds')
  }
}

export const actions = {
  default: async (event) => {
    const { id, slug } = await found(event)
    const { actor, locale } = event.locals
    return submit(event, 'new', newRound, async (tx, value) => {
      const round = await prepareRound(tx, actor, id, value)
      const parts = ['collaborations', slug, 'rounds', round.slug]
      return address(locale, ...parts, ...(round.state === 'preparing' ? ['prepare'] : []))
    })
  }
}
