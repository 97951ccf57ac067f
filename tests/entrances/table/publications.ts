import { newId } from '#server/platform/db/ids.ts'
import type { Known } from '../known.ts'
import { doneBy, doneUnseenBy, everyone, type Expected } from '../roles.ts'
import { fieldsOf, type Body, type Table } from './case.ts'

const here = '/samverkan/exempelkvarteret'

/** Those who read the collaboration whole see the draft; nobody else knows of it. */
const coordinators: Expected = { ...doneUnseenBy('coordinator', 'administrator'), reader: 403 }

const onPublication = (action: string, body: (known: Known) => Body): Table => ({
  [`POST /(site)/publications/[slug]?/${action}`]: {
    path: `/rapporter/utkast?/${action}`,
    body,
    gets: coordinators
  }
})

export const publications: Table = {
  ...onPublication('change', ({ publication }) => ({
    ...fieldsOf(publication, 'reach', 'version'),
    title: 'Nytt namn'
  })),
  ...onPublication('add', () => ({ id: newId(), kind: 'prose', prose: 'Text' })),
  ...onPublication('changeBlock', ({ block }) => ({
    ...{ block: block.id, version: String(block.version), prose: 'Text' }
  })),
  ...onPublication('move', ({ block }) => ({
    ...{ block: block.id, after: '' }
  })),
  ...onPublication('remove', ({ block }) => ({ block: block.id })),
  ...onPublication('addAnnex', ({ document }) => ({ id: newId(), what: `document:${document.id}` })),
  ...onPublication('uploadAnnex', () => ({ id: newId(), title: 'Underlag', reach: 'public' })),
  ...onPublication('changeAnnex', ({ annex }) => ({ annex, version: '1', title: 'En sida' })),
  ...onPublication('moveAnnex', ({ annex }) => ({ annex, direction: 'down', position: '0' })),
  ...onPublication('removeAnnex', ({ annex }) => ({ annex })),
  ...onPublication('publish', () => ({ number: '1', heeded: '1' })),
  ...onPublication('saveTemplate', () => ({ name: 'Vår mall' })),
  'POST /(site)/collaborations/[slug]/publications/new?/removeTemplate': {
    path: `${here}/rapporter/ny?/removeTemplate`,
    body: () => ({ code: 'var-mall' }),
    gets: doneBy('administrator')
  },
  'GET /(site)/collaborations/[slug]/assessments': { path: `${here}/bedomning`, gets: everyone },
  'POST /(site)/collaborations/[slug]/assessments?/add': {
    path: `${here}/bedomning?/add`,
    body: () => ({ from_day: '2027-01-01', to_day: '2027-06-30', worked: 'Vi ses.', reach: 'public' }),
    gets: doneBy('coordinator', 'administrator')
  },
  'POST /(site)/collaborations/[slug]/assessments?/change': {
    path: `${here}/bedomning?/change`,
    body: ({ assessment }) => ({
      ...{ assessment: assessment.id, version: String(assessment.version), reach: 'public' },
      ...{ from_day: '2026-01-01', to_day: '2026-06-30', worked: 'Vi ses oftare.' }
    }),
    gets: doneBy('coordinator', 'administrator')
  },
  'POST /(site)/collaborations/[slug]/assessments?/remove': {
    path: `${here}/bedomning?/remove`,
    body: ({ assessment }) => ({ assessment: assessment.id }),
    gets: doneBy('coordinator', 'administrator')
  },
  'POST /(site)/collaborations/[slug]/publications/new?/create': {
    path: `${here}/rapporter/ny?/create`,
    body: () => ({ template: 'final_follow_up', title: 'Ny', slug: 'ny-rapport', reach: 'public' }),
    gets: doneBy('coordinator', 'administrator')
  }
}
