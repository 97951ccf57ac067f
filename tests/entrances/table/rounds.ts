import type { Known } from '../known.ts'
import { doneUnseenBy } from '../roles.ts'
import type { Body, Table } from './case.ts'

const here = '/samverkan/exempelkvarteret'
const coordinators = doneUnseenBy('coordinator', 'administrator')

const onRound = (action: string, body: (known: Known) => Body): Table => ({
  [`POST /(site)/collaborations/[slug]/rounds/[round]?/${action}`]: {
    path: ({ round }) => `${here}/omgangar/${String(round['slug'])}?/${action}`,
    body,
    gets: coordinators
  }
})
const onAnswer = (action: string, body: (known: Known) => Body): Table => ({
  [`POST /(site)/collaborations/[slug]/rounds/[round]/answers/[number]?/${action}`]: {
    path: ({ round, submittedNumber }) =>
      `${here}/omgangar/${String(round['slug'])}/svar/${String(submittedNumber)}?/${action}`,
    body,
    gets: coordinators
  }
})

/** Rounds and what comes in are their coordinators' workplace, and not there for others. */
export const rounds: Table = {
  'POST /(site)/collaborations/[slug]/rounds/new': {
    path: `${here}/omgangar/ny`,
    body: () => ({ name: 'Vintern', from_day: '2026-12-01', to_day: '2026-12-31', due_on: '2027-01-15' }),
    gets: coordinators
  },
  ...onRound('close', () => ({})),
  ...onRound('again', ({ link }) => ({ link: link.id })),
  ...onRound('withdraw', ({ link }) => ({ link: link.id })),
  ...onRound('ask', ({ space }) => ({ space: space.id, name: 'Ny', mail: 'ny@kvarter.example' })),
  ...onAnswer('review', ({ submitted }) => ({ version: String(submitted.version), verdict: 'accepted' })),
  ...onAnswer('word', () => ({ version: '0', wording: 'Så läses det' })),
  ...onAnswer('highlight', () => ({ highlight: '' })),
  'POST /(work)/my-page?/answer': {
    path: '/min-sida?/answer',
    body: ({ space }) => ({ space: space.id }),
    // Not even the coordinator answers for somebody else.
    gets: doneUnseenBy('party')
  }
}
