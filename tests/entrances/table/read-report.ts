import { newId } from '#server/platform/db/ids.ts'
import type { Known } from '../known.ts'
import { doneUnseenBy, everyone, hiddenBut, nobody, roles, type Expected } from '../roles.ts'
import type { Body, Table } from './case.ts'

const always = (status: number): Expected =>
  Object.fromEntries(roles.map((role) => [role, status])) as Expected
const guess = '/las-rapport/A0000000000000000000000000000000000000000000'
const door = ({ reading }: Known) => `/las-rapport/${reading.token}`
const report = (known: Known) => `${door(known)}/rapport`

/** By the link, whoever they are; and by no other. */
const said = (action: string, body: (known: Known) => Body, gets = always(303)): Table => ({
  [`POST /(entry)/read-report/[token]/report?/${action}`]: [
    { path: (known) => `${report(known)}?/${action}`, body, gets },
    { path: `${guess}/rapport?/${action}`, body, gets: nobody }
  ]
})

const compiling = doneUnseenBy('coordinator', 'administrator')
/** Those who read the collaboration whole see the draft, and nothing of who reads it besides. */
const compilingOnSeen: Expected = { ...compiling, reader: 403 }

const byCompilers = (action: string, body: (known: Known) => Body, gets: Expected = compiling): Table => ({
  [`POST /(site)/publications/[slug]/reading?/${action}`]: {
    path: `/rapporter/utkast/lasning?/${action}`,
    body,
    gets
  }
})
const ofReader = ({ reading }: Known): Body => ({ reader: reading.reader })

/** A report is read by link before it is decided. */
export const readReport: Table = {
  'GET /(entry)/read-report/[token]': [
    { path: door, gets: everyone },
    { path: guess, gets: nobody }
  ],
  'GET /(entry)/read-report/[token]/report': [
    { path: report, gets: everyone },
    { path: `${guess}/rapport`, gets: nobody }
  ],
  'GET /(entry)/read-report/[token]/photos/[photo]': [
    { path: (known) => `${door(known)}/bilder/${known.acceptedPhoto}`, gets: everyone },
    { path: (known) => `${door(known)}/bilder/${known.submittedPhoto}`, gets: nobody },
    { path: (known) => `${guess}/bilder/${known.acceptedPhoto}`, gets: nobody }
  ],
  ...said('comment', () => ({ id: newId(), kind: 'comment', text: 'Bra.' })),
  ...said('change', ({ reading }) => ({
    ...{ comment: reading.comment, version: '1', kind: 'comment', text: 'Bra.' }
  })),
  ...said('takeBack', ({ reading }) => ({ comment: reading.comment })),
  // What its bearer objects to waits for an answer.
  ...said('approve', () => ({}), always(422)),
  'GET /(site)/publications/[slug]/reading': {
    path: '/rapporter/utkast/lasning',
    gets: { ...hiddenBut('coordinator', 'administrator'), reader: 403 }
  },
  ...byCompilers(
    'ask',
    () => ({
      ...{ words: 'Läs gärna.', due_on: '2099-01-15' },
      ...{ 'chosen.0': 'yes', 'name.0': 'Någon', 'mail.0': 'nagon@klubben.example' }
    }),
    compilingOnSeen
  ),
  ...byCompilers('remind', () => ({ edition: '1' }), compilingOnSeen),
  ...byCompilers('again', ofReader),
  ...byCompilers('withdraw', ofReader),
  ...byCompilers('lost', ofReader),
  ...byCompilers('mend', ({ reading }) => ({
    ...{ reader: reading.reader, name: 'Någon', mail: 'nagon@klubben.example' }
  })),
  ...byCompilers('settle', ({ reading }) => ({ comment: reading.comment, answer: 'Vi ändrar det.' }))
}
