import { redirect, type RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { sendLinkAgain, withdrawLink } from '#server/domain/links/sending.ts'
import { timeZoneOf } from '#server/domain/rounds/asking.ts'
import { closeRound } from '#server/domain/rounds/closing.ts'
import { newResponder } from '#server/domain/rounds/fields.ts'
import { addResponder } from '#server/domain/rounds/responders.ts'
import { standingOf } from '#server/domain/rounds/standing.ts'
import { dayIn } from '#server/platform/clock.ts'
import { id } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import { submit } from '../../../../../submitting.ts'
import { roundIn } from './round.ts'

export const load = async (event) => {
  const { db } = runtime()
  const { round, about } = await roundIn(event)
  if (round.state === 'preparing') redirect(303, about.prepare)
  const timeZone = await timeZoneOf(db)
  const standing = await standingOf(db, round)
  return {
    ...about,
    timeZone,
    today: dayIn(timeZone),
    standing,
    closing: event.url.searchParams.has('stang')
  }
}

const here = ({ url }: RequestEvent) => url.pathname
const ofLink = v.object({ link: id() })
const ofSpace = v.object({ space: id(), ...newResponder.entries })

export const actions = {
  close: async (event) => {
    const { round } = await roundIn(event)
    return submit(event, 'close', v.object({}), (tx) =>
      closeRound(tx, event.locals.actor, round.id).then(() => here(event))
    )
  },
  again: (event) =>
    submit(event, 'again', ofLink, (tx, { link }) =>
      sendLinkAgain(tx, event.locals.actor, link, runtime().secrets).then(() => `${here(event)}#lankar`)
    ),
  withdraw: (event) =>
    submit(event, 'withdraw', ofLink, (tx, { link }) =>
      withdrawLink(tx, event.locals.actor, link).then(() => `${here(event)}#lankar`)
    ),
  ask: (event) =>
    submit(event, 'ask', ofSpace, (tx, { space, ...responder }) =>
      addResponder(tx, event.locals.actor, space, responder, runtime().secrets).then(
        () => `${here(event)}#lankar`
      )
    )
}
