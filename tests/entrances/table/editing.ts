import type { Known } from '../known.ts'
import { doneUnseenBy, seenBy, type Expected } from '../roles.ts'
import type { Body, Table } from './case.ts'

const here = '/rapporter/utkast'
const coordinators: Expected = { ...doneUnseenBy('coordinator', 'administrator'), reader: 403 }
/** Those who read the collaboration whole see the draft, but not what it is compiled with. */
const compiling: Expected = { ...seenBy('coordinator', 'administrator'), visitor: 303, reader: 403 }

const written = ({ block }: Known): Body => ({
  block: block.id,
  version: String(block.version),
  prose: 'Text'
})

/** Where a report is written. */
export const editing: Table = {
  'POST /(site)/publications/[slug]?/putBack': {
    path: `${here}?/putBack`,
    body: ({ block }) => ({ block: block.id }),
    gets: coordinators
  },
  'POST /(site)/publications/[slug]?/wordParty': {
    path: `${here}?/wordParty`,
    body: ({ partyAnswer }) => ({ report: partyAnswer.id, wording: 'Det gav mycket.', version: '' }),
    // Whoever reads the collaboration whole does not read what parties say for themselves.
    gets: doneUnseenBy('coordinator', 'administrator')
  },
  'POST /(site)/publications/[slug]/saving': {
    path: `${here}/spara`,
    body: written,
    gets: { ...compiling, visitor: 401 }
  },
  'GET /(site)/publications/[slug]/writing': { path: `${here}/skriver`, gets: compiling },
  // Nothing is told live where the table is walked.
  'GET /(site)/publications/[slug]/live': {
    path: `${here}/nu`,
    gets: { ...compiling, coordinator: 204, administrator: 204 }
  },
  'GET /(site)/publications/[slug]/plain-text': { path: `${here}/text`, gets: compiling },
  'POST /(site)/publications/[slug]/plain-text?/save': {
    path: `${here}/text?/save`,
    body: () => ({ seen: '', text: '# Ny' }),
    gets: coordinators
  },
  'GET /(site)/publications/[slug]/wordings/[block]': {
    path: ({ block }) => `${here}/lydelser/${block.id}`,
    gets: compiling
  },
  'POST /(site)/publications/[slug]/wordings/[block]?/takeBack': {
    path: ({ block }) => `${here}/lydelser/${block.id}?/takeBack`,
    body: ({ block }) => ({ version: String(block.version), from: String(block.version) }),
    gets: coordinators
  }
}
