import type { Known } from '../known.ts'
import { doneUnseenBy, hiddenBut } from '../roles.ts'
import type { Body, Table } from './case.ts'

const here = '/samverkan/exempelkvarteret/omgangar'
const route = '/(site)/collaborations/[slug]/rounds/[round]'
const able = ['coordinator', 'administrator'] as const
const done = doneUnseenBy(...able)
const party = 'fritidsgarden-exemplet'

type Of = 'prepared' | 'round'
const at = (of: Of, rest: string) => (known: Known) => `${here}/${String(known[of]['slug'])}/${rest}`
const press = (of: Of, place: string, path: string, action: string, body: (known: Known) => Body): Table => ({
  [`POST ${route}/${place}?/${action}`]: { path: at(of, `${path}?/${action}`), body, gets: done }
})

const onPrepared = (action: string, body: (known: Known) => Body) =>
  press('prepared', 'prepare', 'forbered', action, body)
const onQuestions = (action: string, body: (known: Known) => Body) =>
  press('prepared', 'questions', 'fragor', action, body)
const onParty = (action: string, body: (known: Known) => Body, of: Of = 'prepared') =>
  press(of, 'prepare/[organisation]', `forbered/${party}`, action, body)

const version = ({ prepared }: Known) => ({ version: String(prepared.version) })
const question = {
  level: 'party',
  type: 'yes_no',
  label: 'Går ni vidare?'
}
const times = { from_day: '2026-01-01', to_day: '2026-06-30', due_on: '2099-01-15' }

/** A round that is prepared, and what is changed in it afterwards: its coordinators' alone. */
export const preparing: Table = {
  [`GET ${route}/prepare`]: [
    { path: at('prepared', 'forbered'), gets: hiddenBut(...able) },
    { path: at('round', 'forbered'), gets: hiddenBut(...able) }
  ],
  [`GET ${route}/prepare/[organisation]`]: [
    { path: at('prepared', `forbered/${party}`), gets: hiddenBut(...able) },
    { path: at('round', `forbered/${party}`), gets: hiddenBut(...able) }
  ],
  [`GET ${route}/questions`]: { path: at('prepared', 'fragor'), gets: hiddenBut(...able) },
  [`GET ${route}/preview/[organisation]`]: {
    path: at('prepared', `forhandsvisning/${party}`),
    gets: hiddenBut(...able)
  },
  [`GET ${route}/preview/[organisation]/[place]`]: {
    path: (known) => at('prepared', `forhandsvisning/${party}/${String(known.waitingNumber)}`)(known),
    gets: hiddenBut(...able)
  },
  ...onPrepared('times', (known) => ({ ...version(known), ...times, name: 'Nästa' })),
  ...onPrepared('letters', (known) => ({ ...version(known), invitation: 'Hej', reminder: '' })),
  ...onPrepared('ask', ({ preparedSpace }) => ({
    ...{ space: preparedSpace.id, name: 'Ny', mail: 'ny@kvarter.example' }
  })),
  ...onPrepared('drop', ({ preparedResponder }) => ({ responder: preparedResponder.id })),
  ...onPrepared('more', ({ commitment }) => ({ commitment_ids: [commitment.id], organisation_id: '' })),
  ...onPrepared('party', ({ other }) => ({ organisation_id: other.id })),
  ...onPrepared('open', () => ({})),
  ...onPrepared('discard', () => ({})),
  ...onQuestions('add', (known) => ({ ...version(known), ...question })),
  ...onQuestions('change', (known) => ({ ...version(known), ...question, key: 'fortsatter-ni' })),
  ...onQuestions('relabel', (known) => ({ ...version(known), key: 'gave', label: 'Vad blev bättre?' })),
  ...onQuestions('remove', (known) => ({ ...version(known), key: 'gave' })),
  ...onQuestions('restore', (known) => ({ ...version(known), key: 'gave' })),
  ...onQuestions('move', (known) => ({ ...version(known), key: 'next', way: 'up' })),
  ...onParty('exempt', ({ preparedItem }) => ({ item: preparedItem.id, reason: 'Vilar' })),
  ...onParty('include', ({ preparedItem }) => ({ item: preparedItem.id })),
  ...onParty('hand', ({ preparedItem, other }) => ({ item: preparedItem.id, organisation_id: other.id })),
  ...onParty('exemptParty', () => ({ reason: '' })),
  ...onParty('includeParty', () => ({})),
  ...onParty('longer', () => ({ due_on: '2099-02-15' }), 'round'),
  ...onParty('ask', () => ({ name: 'Ny', mail: 'ny@kvarter.example' })),
  ...onParty('drop', ({ preparedResponder }) => ({ responder: preparedResponder.id })),
  ...Object.assign(
    {},
    ...['decline', 'resume', 'ask', 'admit'].map((action) =>
      press('prepared', 'preview/[organisation]', `forhandsvisning/${party}`, action, () => ({}))
    ),
    ...['save', 'row', 'photo', 'next', 'unchanged'].map((action): Table => ({
      [`POST ${route}/preview/[organisation]/[place]?/${action}`]: {
        path: (known) =>
          at('prepared', `forhandsvisning/${party}/${String(known.waitingNumber)}?/${action}`)(known),
        body: () => ({ done: 'Prov' }),
        gets: done
      }
    }))
  )
}
