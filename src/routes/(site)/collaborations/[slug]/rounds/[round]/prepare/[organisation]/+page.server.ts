import type { RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { giveLonger } from '#server/domain/rounds/changing.ts'
import { exemptItem, exemptParty, includeItem, includeParty } from '#server/domain/rounds/exempting.ts'
import { exemption, handing, longer, newResponder } from '#server/domain/rounds/fields.ts'
import { handItem } from '#server/domain/rounds/handing.ts'
import { planOf } from '#server/domain/rounds/planning.ts'
import { addResponder, removeResponder } from '#server/domain/rounds/responders.ts'
import { id } from '#server/platform/forms/fields.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { submit } from '../../../../../../../submitting.ts'
import { choosable, preparingIn } from '../../preparing.ts'

async function partyIn(event: RequestEvent) {
  const { round, preparing } = await preparingIn(event)
  const { parties } = await planOf(runtime().db, event.locals.actor, round.id)
  const party = parties.find(({ organisation }) => organisation.slug === event.params['organisation'])
  if (!party) throw new NotFound('space')
  return { round, preparing, party }
}

export const load = async (event) => {
  const { round, preparing, party } = await partyIn(event)
  const others = (await choosable(round.collaboration_id)).filter(
    ({ value }) => value !== party.organisation.id
  )
  const { successor } = party
  const choices =
    successor && !others.some(({ value }) => value === successor.id)
      ? [{ value: successor.id, label: successor.name }, ...others]
      : others
  return { ...preparing, party, choices }
}

const here = ({ url }: RequestEvent) => url.pathname
const ofItem = v.object({ item: id() })
const exemptedItem = v.object({ item: id(), ...exemption.entries })
const handedItem = v.object({ item: id(), ...handing.entries })
const secrets = () => runtime().secrets

export const actions = {
  exempt: (event) =>
    submit(event, 'item', exemptedItem, (tx, { item, reason }) =>
      exemptItem(tx, event.locals.actor, item, { reason }).then(() => here(event))
    ),
  include: (event) =>
    submit(event, 'item', ofItem, (tx, { item }) =>
      includeItem(tx, event.locals.actor, item).then(() => here(event))
    ),
  hand: async (event) => {
    const { preparing, party } = await partyIn(event)
    const last = party.items.filter(({ number }) => number !== null).length === 1
    return submit(event, 'item', handedItem, (tx, { item, ...handed }) =>
      handItem(tx, event.locals.actor, item, handed, secrets()).then(() =>
        preparing.preparing && last ? `${preparing.prepare}#vem` : here(event)
      )
    )
  },
  exemptParty: async (event) => {
    const { party } = await partyIn(event)
    return submit(event, 'exemptParty', exemption, (tx, { reason }) =>
      exemptParty(tx, event.locals.actor, party.space, { reason }).then(() => here(event))
    )
  },
  includeParty: async (event) => {
    const { party } = await partyIn(event)
    return submit(event, 'includeParty', v.object({}), (tx) =>
      includeParty(tx, event.locals.actor, party.space, secrets()).then(() => here(event))
    )
  },
  longer: async (event) => {
    const { party } = await partyIn(event)
    return submit(event, 'longer', longer, (tx, given) =>
      giveLonger(tx, event.locals.actor, party.space, given).then(() => here(event))
    )
  },
  ask: async (event) => {
    const { party } = await partyIn(event)
    return submit(event, 'ask', newResponder, (tx, responder) =>
      addResponder(tx, event.locals.actor, party.space, responder, secrets()).then(() => here(event))
    )
  },
  drop: (event) =>
    submit(event, 'drop', v.object({ responder: id() }), (tx, { responder }) =>
      removeResponder(tx, event.locals.actor, responder).then(() => here(event))
    )
}
