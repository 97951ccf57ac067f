import { newId } from '#server/platform/db/ids.ts'
import type { Known } from '../known.ts'
import { doneBy, type Expected } from '../roles.ts'
import { fieldsOf, type Body, type Case, type Table } from './case.ts'

const keepers = doneBy('administrator')
const area = '/omraden/exempelkvarteret'
const organisation = '/aktorer/fritidsgarden-exemplet'

const onArea = (action: string, body: (known: Known) => Body): Table => ({
  [`POST /(site)/areas/[slug]?/${action}`]: { path: `${area}?/${action}`, body, gets: keepers }
})
const onOrganisation = (action: string, gets: Expected, body: (known: Known) => Body): Table => ({
  [`POST /(site)/organisations/[slug]?/${action}`]: { path: `${organisation}?/${action}`, body, gets }
})
const version = ({ version }: { version: number }) => String(version)
const classified = { made_by: 'Polisen', scheme: 'Prov', level: 'utsatt', precision: 'year' }

/** Areas are the installation's; so are organisations, which their own also describe. */
export const places: Table = {
  'POST /(site)/areas/new': {
    path: '/omraden/ny',
    body: () => ({ name: 'Nytt', kind: 'place', slug: '' }),
    gets: keepers
  },
  ...onArea('change', ({ area }) => ({
    ...fieldsOf(area, 'name', 'kind', 'version'),
    contact_function: 'Ny'
  })),
  ...onArea('draw', ({ area }) => ({ boundary: '', version: version(area) })),
  ...onArea('succeed', ({ area }) => ({ successor_id: '', version: version(area) })),
  ...onArea('rename', ({ area }) => ({ slug: 'nytt-namn', version: version(area) })),
  ...onArea('add_parent', ({ big }) => ({ parent_id: big.id, division: 'police' })),
  ...onArea('remove_parent', ({ big }) => ({ parent_id: big.id })),
  ...onArea('add_code', () => ({ division: 'prov', edition: '1', code: '1' })),
  ...onArea('remove_code', () => ({ division: 'prov', edition: '1' })),
  ...onArea('classify', () => classified),
  ...onArea('end_classification', ({ classification }) => ({
    classification_id: classification.id,
    ended_on: '2026-01-01'
  })),
  ...onArea('remove_classification', ({ classification }) => ({ classification_id: classification.id })),
  'POST /(site)/organisations/new': {
    path: '/aktorer/ny',
    body: () => ({ id: newId(), name: 'Ny förening', kind: 'association', slug: '' }),
    gets: doneBy('coordinator', 'elsewhere', 'administrator')
  },
  ...onOrganisation('change', doneBy('party', 'administrator'), ({ club }) => ({
    ...fieldsOf(club, 'name', 'kind', 'version'),
    contact_function: 'Ny'
  })),
  ...onOrganisation('place', keepers, ({ club }) => ({ version: version(club), from_day: '2020-01-01' })),
  ...onOrganisation('rename', keepers, ({ club }) => ({ slug: 'nytt-namn', version: version(club) }))
} satisfies Record<string, Case>
