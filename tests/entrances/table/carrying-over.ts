import { newId } from '#server/platform/db/ids.ts'
import type { Known } from '../known.ts'
import { doneUnseenBy, hiddenBut } from '../roles.ts'
import type { Body, Table } from './case.ts'

const start = '/samverkan/exempelkvarteret/for-over'
const between = `${start}/exempelkvarteret-2028-2029`
const coordinators = doneUnseenBy('coordinator', 'administrator')
const route = '/(site)/collaborations/[slug]/carry-over'

const onChoices = (action: string, body: (known: Known) => Body): Table => ({
  [`POST ${route}/[successor]?/${action}`]: { path: `${between}?/${action}`, body, gets: coordinators }
})

/** What goes on into the next period is the affair of those who coordinate both. */
export const carryingOver: Table = {
  [`GET ${route}`]: { path: start, gets: hiddenBut('coordinator', 'administrator') },
  [`POST ${route}?/begin`]: {
    path: `${start}?/begin`,
    body: ({ kind }) => ({
      id: newId(),
      kind_id: kind.id,
      name: 'Nästa',
      precision: 'year',
      reach: 'parties'
    }),
    gets: coordinators
  },
  [`GET ${route}/[successor]`]: [
    { path: between, gets: hiddenBut('coordinator', 'administrator') },
    {
      path: '/samverkan/hisings-backa-2024-2025/for-over/hisings-backa-2026-2028',
      gets: hiddenBut('elsewhere', 'administrator')
    },
    { path: `${start}/hisings-backa-2026-2028`, gets: hiddenBut() }
  ],
  ...onChoices('choose', ({ unchosen, wordingOf }) => ({
    ...{ commitment: unchosen.id, number: String(unchosen['number']), choice: 'continue', version: '0' },
    seen: `${unchosen.version}:${wordingOf(unchosen.id)}`
  })),
  ...onChoices('chooseMany', ({ proposed, wordingOf }) => ({
    ...{ seen_ids: [`${proposed.id}:${proposed.version}:${wordingOf(proposed.id)}`], choice: 'end' },
    reason: 'Klart.'
  })),
  ...onChoices('undo', ({ proposed }) => ({
    ...{ commitment: proposed.id, number: String(proposed['number']), version: '1' }
  })),
  ...onChoices('ask', () => ({ name: 'Inför nästa', from_day: '2026-11-22', due_on: '2026-12-20' })),
  ...onChoices('carry', () => ({}))
}
