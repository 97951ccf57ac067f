import { redirect, type RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { closeRound } from '#server/domain/rounds/closing.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { findHolder, handOverRound, listHolders, newHolder } from '#server/domain/rounds/holding.ts'
import { remindable, remindParties } from '#server/domain/rounds/reminding.ts'
import { progressOf } from '#server/domain/rounds/progress.ts'
import { dayIn } from '#server/platform/clock.ts'
import { runtime } from '#server/platform/runtime.ts'
import { countIn } from '../../../../../counting.ts'
import { submit } from '../../../../../submitting.ts'
import { roundIn } from './round.ts'
import { partyRow, tellSince } from './telling.ts'

export const load = async (event) => {
  const { db } = runtime()
  const { round, about } = await roundIn(event)
  if (round.state === 'preparing') redirect(303, about.prepare)
  const timeZone = await timeZoneOf(db)
  const progress = await progressOf(db, round)
  const asked = event.url.searchParams
  const remind = round.state === 'open' ? await remindable(db, event.locals.actor, round.id) : []
  return {
    ...about,
    timeZone,
    today: dayIn(timeZone),
    progress: progress.map((party) => partyRow(party, about.parties)),
    remindable: new Set(remind.map(({ space_id }) => space_id)).size,
    since: tellSince(progress, asked.get('sedan')),
    holder: await findHolder(db, round),
    holders: asked.has('lamna-over') ? await listHolders(db, round) : null,
    closing: asked.has('stang'),
    reminded: countIn(asked.get('paminda'))
  }
}

const here = ({ url }: RequestEvent) => url.pathname

export const actions = {
  remind: async (event) => {
    const { round } = await roundIn(event)
    return submit(event, 'remind', v.object({}), (tx) =>
      remindParties(tx, event.locals.actor, round.id).then((mails) => `${here(event)}?paminda=${mails}`)
    )
  },
  close: async (event) => {
    const { round } = await roundIn(event)
    return submit(event, 'close', v.object({}), (tx) =>
      closeRound(tx, event.locals.actor, round.id).then(() => here(event))
    )
  },
  handOver: async (event) => {
    const { round } = await roundIn(event)
    return submit(event, 'handOver', newHolder, (tx, { person }) =>
      handOverRound(tx, event.locals.actor, round.id, person).then(() => here(event))
    )
  }
}
