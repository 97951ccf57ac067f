import { newId } from '#server/platform/db/ids.ts'
import type { Known } from '../known.ts'
import { doneBy } from '../roles.ts'
import { fieldsOf, type Body, type Table } from './case.ts'

const coordinators = doneBy('coordinator', 'administrator')
const here = '/samverkan/exempelkvarteret'
const version = ({ version }: { version: number }) => String(version)

const onCollaboration = (action: string, body: (known: Known) => Body): Table => ({
  [`POST /(site)/collaborations/[slug]?/${action}`]: { path: `${here}?/${action}`, body, gets: coordinators }
})
const onParties = (action: string, body: (known: Known) => Body): Table => ({
  [`POST /(site)/collaborations/[slug]/parties?/${action}`]: {
    path: `${here}/parter?/${action}`,
    body,
    gets: coordinators
  }
})

/** A collaboration and its plan are changed by those who coordinate it. */
export const collaborations: Table = {
  'POST /(site)/collaborations/new': {
    path: '/samverkan/ny',
    body: ({ here, kind }) => ({
      ...fieldsOf(here, 'authority_id', 'main_area_id'),
      ...{ id: newId(), kind_id: kind.id, name: 'Nytt löfte', precision: 'day', reach: 'parties' }
    }),
    gets: doneBy('administrator')
  },
  ...onCollaboration('change', ({ here }) => ({
    ...fieldsOf(here, 'name', 'authority_id', 'main_area_id', 'precision', 'version'),
    purpose: 'Nytt syfte'
  })),
  ...onCollaboration('reach', ({ here }) => ({ reach: 'parties', version: version(here) })),
  ...onCollaboration('parents', ({ here, there }) => ({ parent_ids: [there.id], version: version(here) })),
  ...onCollaboration('lifecycle', ({ here }) => ({ lifecycle: 'ended', version: version(here) })),
  ...onCollaboration('slug', ({ here }) => ({ slug: 'nytt-namn', version: version(here) })),
  ...onCollaboration('stateTotal', () => ({
    ...{ subject: 'parties', qualifier: 'about', value: '12', source: 'Prov' }
  })),
  ...onCollaboration('withdrawTotal', () => ({ subject: 'parties' })),
  ...onCollaboration('agree', ({ proposed }) => ({ commitment_ids: [proposed.id] })),
  ...onCollaboration('addObjective', () => ({ id: newId(), kind: 'aim', title: 'Nytt mål' })),
  ...onCollaboration('changeObjective', ({ objective }) => ({
    ...fieldsOf(objective, 'kind', 'parent_id', 'version'),
    objective: objective.id,
    title: 'Ändrat mål'
  })),
  ...onCollaboration('moveObjective', ({ objective }) => ({ objective: objective.id, direction: 'down' })),
  ...onCollaboration('removeObjective', ({ emptyObjective }) => ({ objective: emptyObjective })),
  ...onCollaboration('addDocument', () => ({ id: newId(), title: 'Nytt dokument', reach: 'public' })),
  ...onCollaboration('changeDocument', ({ document }) => ({
    ...fieldsOf(document, 'title', 'reach', 'version'),
    document: document.id,
    note: 'Ny'
  })),
  ...onCollaboration('removeDocument', ({ document }) => ({ document: document.id })),
  ...onCollaboration('addDecision', () => ({
    id: newId(),
    kind: 'decision',
    body: 'Nämnden',
    reach: 'public'
  })),
  ...onCollaboration('changeDecision', ({ decision }) => ({
    ...fieldsOf(decision, 'kind', 'reach', 'version'),
    decision: decision.id,
    body: 'En annan nämnd'
  })),
  ...onParties('add', ({ other }) => ({ id: newId(), organisation_id: other.id, role: 'funder' })),
  ...onParties('change', ({ party }) => ({
    ...fieldsOf(party, 'organisation_id', 'role', 'version'),
    party: party.id,
    note: 'Ny'
  })),
  ...onParties('remove', ({ party }) => ({ party: party.id }))
}
