import type { RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { markLinkBounced } from '#server/domain/links/bouncing.ts'
import { notArrived } from '#server/domain/links/fields.ts'
import { sendLinkAgain, withdrawLink } from '#server/domain/links/sending.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { beginDraftsAnew } from '#server/domain/rounds/drafts-anew.ts'
import { newResponder } from '#server/domain/rounds/fields.ts'
import { mendAddress } from '#server/domain/rounds/mending.ts'
import { remindable, remindParties } from '#server/domain/rounds/reminding.ts'
import { addResponder } from '#server/domain/rounds/responders.ts'
import { progressOf } from '#server/domain/rounds/progress.ts'
import { dayIn } from '#server/platform/clock.ts'
import { id } from '#server/platform/forms/fields.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { countIn } from '../../../../../../../counting.ts'
import { submit } from '../../../../../../../submitting.ts'
import { roundIn } from '../../round.ts'
import { answerRow } from '../../telling.ts'

async function partyIn(event: RequestEvent) {
  const { round, about } = await roundIn(event)
  const progress = await progressOf(runtime().db, round)
  const party = progress.find(({ organisation }) => organisation.slug === event.params['organisation'])
  if (!party) throw new NotFound('space')
  return { round, about, party }
}

export const load = async (event) => {
  const { db } = runtime()
  const { round, about, party } = await partyIn(event)
  const timeZone = await timeZoneOf(db)
  const remind = round.state === 'open' ? await remindable(db, event.locals.actor, round.id) : []
  const asked = event.url.searchParams
  return {
    ...about,
    timeZone,
    today: dayIn(timeZone),
    party: {
      ...party,
      items: party.items.map((item) => ({ ...answerRow(item), source: item.source, at: item.submitted_at })),
      exempted: party.exempted.map((item) => ({
        ...answerRow(item),
        reason: item.exempt_reason,
        handedTo: item.handed_to
      }))
    },
    here: event.url.pathname,
    planned: `${about.prepare}/${party.organisation.slug}`,
    remindable: remind.some(({ space_id }) => space_id === party.space),
    reminded: countIn(asked.get('paminda')),
    mending: asked.get('adress'),
    anew: asked.has('borja-om')
  }
}

const here = ({ url }: RequestEvent) => url.pathname
const ofLink = v.object({ link: id() })
const gone = v.object({ link: id(), ...notArrived.entries })
const newAddress = v.object({ link: id(), ...newResponder.entries })

export const actions = {
  remind: async (event) => {
    const { round, party } = await partyIn(event)
    return submit(event, 'remind', v.object({}), (tx) =>
      remindParties(tx, event.locals.actor, round.id, [party.space]).then(
        (mails) => `${here(event)}?paminda=${mails}`
      )
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
  bounced: (event) =>
    submit(event, 'bounced', gone, (tx, { link, reason }) =>
      markLinkBounced(tx, event.locals.actor, link, reason).then(() => `${here(event)}#lankar`)
    ),
  mend: (event) =>
    submit(event, 'mend', newAddress, (tx, { link, ...responder }) =>
      mendAddress(tx, event.locals.actor, link, responder, runtime().secrets).then(
        () => `${here(event)}#lankar`
      )
    ),
  ask: async (event) => {
    const { party } = await partyIn(event)
    return submit(event, 'ask', newResponder, (tx, responder) =>
      addResponder(tx, event.locals.actor, party.space, responder, runtime().secrets).then(
        () => `${here(event)}#lankar`
      )
    )
  },
  anew: async (event) => {
    const { party } = await partyIn(event)
    return submit(event, 'anew', v.object({}), (tx) =>
      beginDraftsAnew(tx, event.locals.actor, party.space).then(() => here(event))
    )
  }
}
