import { doneUnseenBy, hiddenBut } from '../roles.ts'
import type { Table } from './case.ts'

const inviting = '/samverkan/exempelkvarteret/forslag/ny'

/** Who is asked to word promises is the coordinators' affair. */
export const proposals: Table = {
  'GET /(site)/collaborations/[slug]/proposals/new': {
    path: inviting,
    gets: hiddenBut('coordinator', 'administrator')
  },
  'POST /(site)/collaborations/[slug]/proposals/new?/invite': {
    path: `${inviting}?/invite`,
    body: ({ club }) => ({
      name: 'Löften 2027',
      from_day: '2026-11-22',
      due_on: '2026-12-20',
      organisation_ids: [club.id]
    }),
    gets: doneUnseenBy('coordinator', 'administrator')
  }
}
