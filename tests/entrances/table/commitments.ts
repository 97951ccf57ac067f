import { newId } from '#server/platform/db/ids.ts'
import type { Known } from '../known.ts'
import { doneBy, doneUnseenBy, toldTo } from '../roles.ts'
import { fieldsOf, type Body, type Case, type Table } from './case.ts'

const here = '/samverkan/exempelkvarteret/insatser'
const route = 'POST /(site)/collaborations/[slug]/commitments/[number]'
const target = { qualifier: 'at_least', value: '3', unit: 'träffar', per: 'month' }

/** On a commitment that all can read, and on one that is nobody's but its own organisation's and the coordinators'. */
const onCommitment = (action: string, body: (known: Known) => Body): Table => {
  const path = (which: 'commitment' | 'proposed') => (known: Known) =>
    `${here}/${String(known[which]['number'])}?/${action}`
  const cases: Case[] = [{ path: path('commitment'), body, gets: doneBy('coordinator', 'administrator') }]
  return { [`${route}?/${action}`]: cases }
}
const version = ({ version }: { version: number }) => String(version)

/** What is promised is changed by those who coordinate; a proposal also by whoever is to carry it out. */
export const commitments: Table = {
  [`${route}?/tell`]: {
    path: ({ commitment }) => `${here}/${String(commitment['number'])}?/tell`,
    body: () => ({}),
    gets: doneBy('party')
  },
  'POST /(site)/collaborations/[slug]/commitments/new?/similar': [
    {
      path: `${here}/ny?/similar`,
      body: () => ({ title: 'Läxhjälp på biblioteket' }),
      gets: toldTo('party', 'coordinator', 'administrator')
    },
    {
      path: `${here}/ny?/similar`,
      body: () => ({ title: 'Läxhjälp på biblioteket', reach: 'nobody', stage: 'nowhere' }),
      gets: toldTo('party', 'coordinator', 'administrator')
    }
  ],
  'POST /(site)/collaborations/[slug]/commitments/new?/create': {
    path: `${here}/ny?/create`,
    body: ({ club }) => ({
      id: newId(),
      title: 'Nytt löfte',
      organisation_id: club.id,
      reach: 'parties'
    }),
    gets: doneBy('party', 'coordinator', 'administrator')
  },
  ...onCommitment('change', ({ commitment }) => ({
    ...fieldsOf(commitment, 'title', 'precision', 'version'),
    organisation_id: String(commitment['lead_id']),
    target_group: 'Alla'
  })),
  [`${route}?/reword`]: [
    {
      path: ({ commitment }) => `${here}/${String(commitment['number'])}?/reword`,
      body: ({ commitment, wordingOf }) => ({
        ...{ wording: 'Nya ord', reason: 'Prov', wording_number: String(wordingOf(commitment.id)) }
      }),
      gets: doneBy('coordinator', 'administrator')
    },
    {
      path: ({ proposed }) => `${here}/${String(proposed['number'])}?/reword`,
      body: ({ proposed, wordingOf }) => ({
        ...{ wording: 'Nya ord', reason: 'Prov', wording_number: String(wordingOf(proposed.id)) }
      }),
      // The reader sees it.
      gets: { ...doneUnseenBy('coordinator', 'administrator'), reader: 403 }
    }
  ],
  ...onCommitment('stage', ({ commitment }) => ({ stage: 'completed', version: version(commitment) })),
  ...onCommitment('reach', ({ commitment }) => ({ reach: 'parties', version: version(commitment) })),
  ...onCommitment('addTarget', () => ({ id: newId(), ...target })),
  ...onCommitment('changeTarget', ({ target: { id, version } }) => ({
    ...target,
    target: id,
    version: String(version)
  })),
  ...onCommitment('removeTarget', ({ target: { id } }) => ({ target: id })),
  ...onCommitment('setLineage', ({ there, earlier }) => ({
    ...{ kind: 'continues', earlier_collaboration_id: there.id, earlier_number: String(earlier['number']) }
  })),
  ...onCommitment('removeLineage', ({ earlier }) => ({ earlier: earlier.id }))
}
