import type { Known } from '../known.ts'
import { doneUnseenBy } from '../roles.ts'
import type { Body, Table } from './case.ts'
import { preparing } from './preparing.ts'

const here = '/samverkan/exempelkvarteret'
const coordinators = doneUnseenBy('coordinator', 'administrator')

const onRound = (action: string, body: (known: Known) => Body): Table => ({
  [`POST /(site)/collaborations/[slug]/rounds/[round]?/${action}`]: {
    path: ({ round }) => `${here}/omgangar/${String(round['slug'])}?/${action}`,
    body,
    gets: coordinators
  }
})
const onParty = (action: string, body: (known: Known) => Body): Table => ({
  [`POST /(site)/collaborations/[slug]/rounds/[round]/parties/[organisation]?/${action}`]: {
    path: ({ round, club }) =>
      `${here}/omgangar/${String(round['slug'])}/parter/${String(club['slug'])}?/${action}`,
    body,
    gets: coordinators
  }
})
const onAnswer = (
  action: string,
  body: (known: Known) => Body,
  numberOf = ({ submittedNumber }: Known) => String(submittedNumber)
): Table => ({
  [`POST /(site)/collaborations/[slug]/rounds/[round]/answers/[number]?/${action}`]: {
    path: (known) => `${here}/omgangar/${String(known.round['slug'])}/svar/${numberOf(known)}?/${action}`,
    body,
    gets: coordinators
  }
})
const onLifted = (action: string, body: (known: Known) => Body): Table =>
  onAnswer(action, body, ({ liftedNumber }) => String(liftedNumber))

/** Rounds and what comes in are their coordinators' workplace, and not there for others. */
export const rounds: Table = {
  'POST /(site)/collaborations/[slug]/rounds/new': {
    path: `${here}/omgangar/ny`,
    body: () => ({ name: 'Vintern', from_day: '2026-12-01', to_day: '2026-12-31', due_on: '2027-01-15' }),
    gets: coordinators
  },
  ...preparing,
  ...onRound('close', () => ({})),
  ...onRound('remind', () => ({})),
  ...onRound('handOver', ({ keeper }) => ({ person: keeper.id })),
  ...onParty('remind', () => ({})),
  ...onParty('again', ({ link }) => ({ link: link.id })),
  ...onParty('bounced', ({ link }) => ({ link: link.id })),
  ...onParty('withdraw', ({ link }) => ({ link: link.id })),
  ...onParty('mend', ({ link }) => ({ link: link.id, name: 'Ny', mail: 'ny@kvarter.example' })),
  ...onParty('ask', () => ({ name: 'Ny', mail: 'ny@kvarter.example' })),
  ...onParty('anew', () => ({})),
  ...onAnswer('review', ({ submitted }) => ({ version: String(submitted.version), verdict: 'accepted' })),
  ...onAnswer('word', () => ({ version: '0', wording: 'Så läses det' })),
  ...onAnswer('highlight', () => ({ highlight: '' })),
  ...onLifted('deed', ({ deed }) => ({ version: String(deed.version), title: 'Så heter insatsen' })),
  ...onLifted('join', ({ joinable }) => ({ other: joinable.id })),
  ...onLifted('part', () => ({})),
  ...onLifted('count', () => ({})),
  ...onLifted('merge', ({ measures: [measure, into] }) => ({ measure, into })),
  ...onLifted('split', ({ measures: [measure] }) => ({ measure })),
  'POST /(site)/collaborations/[slug]/rounds/[round]/answers/[number]/type-in': {
    path: ({ round, waitingNumber }) =>
      `${here}/omgangar/${String(round['slug'])}/svar/${String(waitingNumber)}/skriv-in`,
    body: () => ({ source: 'phone', on: '2026-01-02', degree: 'fully', done: 'De ringde' }),
    gets: coordinators
  },
  'POST /(work)/my-page?/answer': {
    path: '/min-sida?/answer',
    body: ({ space }) => ({ space: space.id }),
    // Not even the coordinator answers for somebody else.
    gets: doneUnseenBy('party')
  }
}
