import type { RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { changeDue, changeLetters, changeRound } from '#server/domain/rounds/changing.ts'
import {
  changedDue,
  changedLetters,
  changedRound,
  moreCommitments,
  moreParty,
  newResponder
} from '#server/domain/rounds/fields.ts'
import { askCommitments, askParty } from '#server/domain/rounds/including.ts'
import { openPreparedRound } from '#server/domain/rounds/opening.ts'
import { planOf } from '#server/domain/rounds/planning.ts'
import { discardRound } from '#server/domain/rounds/preparing.ts'
import { addResponder, removeResponder } from '#server/domain/rounds/responders.ts'
import { id } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import { previewMail } from '../../../../../../answer-mailing.ts'
import { submit } from '../../../../../../submitting.ts'
import { choosable, preparingIn } from '../preparing.ts'
import { roundIn } from '../round.ts'

export const load = async (event) => {
  const { db } = runtime()
  const { actor } = event.locals
  const { round, preparing } = await preparingIn(event)
  const plan = await planOf(db, actor, round.id)
  const parties = await choosable(round.collaboration_id)
  const asked = new Set(plan.parties.map(({ organisation }) => organisation.id))
  return {
    ...preparing,
    plan,
    parties,
    more: parties.filter(({ value }) => !asked.has(value)),
    letter: await previewMail(runtime(), actor, round.id, { kind: 'answer_link' })
  }
}

const ofSpace = v.object({ space: id(), ...newResponder.entries })
const here = ({ url }: RequestEvent, part: string) => `${url.pathname}#${part}`

export const actions = {
  times: async (event) => {
    const { round } = await roundIn(event)
    const { actor } = event.locals
    const done = () => here(event, 'nar')
    return round.state === 'preparing'
      ? submit(event, 'nar', changedRound, (tx, changed) =>
          changeRound(tx, actor, round.id, changed).then(done)
        )
      : submit(event, 'nar', changedDue, (tx, changed) => changeDue(tx, actor, round.id, changed).then(done))
  },
  letters: async (event) => {
    const { round } = await roundIn(event)
    return submit(event, 'brevet', changedLetters, (tx, changed) =>
      changeLetters(tx, event.locals.actor, round.id, changed).then(() => here(event, 'brevet'))
    )
  },
  ask: (event) =>
    submit(event, 'ask', ofSpace, (tx, { space, ...responder }) =>
      addResponder(tx, event.locals.actor, space, responder, runtime().secrets).then(() => here(event, 'vem'))
    ),
  drop: (event) =>
    submit(event, 'drop', v.object({ responder: id() }), (tx, { responder }) =>
      removeResponder(tx, event.locals.actor, responder).then(() => here(event, 'vem'))
    ),
  more: async (event) => {
    const { round } = await roundIn(event)
    return submit(event, 'more', moreCommitments, (tx, more) =>
      askCommitments(tx, event.locals.actor, round.id, more, runtime().secrets).then(() => here(event, 'vem'))
    )
  },
  party: async (event) => {
    const { round } = await roundIn(event)
    return submit(event, 'party', moreParty, (tx, more) =>
      askParty(tx, event.locals.actor, round.id, more, runtime().secrets).then(() => here(event, 'vem'))
    )
  },
  open: async (event) => {
    const { round, about } = await roundIn(event)
    return submit(event, 'open', v.object({}), (tx) =>
      openPreparedRound(tx, event.locals.actor, round.id, runtime().secrets).then(() => about.home)
    )
  },
  discard: async (event) => {
    const { round, about } = await roundIn(event)
    return submit(event, 'discard', v.object({}), (tx) =>
      discardRound(tx, event.locals.actor, round.id).then(() => about.rounds)
    )
  }
}
