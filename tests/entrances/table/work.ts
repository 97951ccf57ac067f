import { newId } from '#server/platform/db/ids.ts'
import type { Known } from '../known.ts'
import { doneBy } from '../roles.ts'
import { fieldsOf, type Body, type Table } from './case.ts'

const administrators = doneBy('administrator')

const onPerson = (action: string, body: (known: Known) => Body): Table => ({
  [`POST /(work)/settings/people/[id]?/${action}`]: {
    path: ({ person }) => `/installningar/personer/${person.id}?/${action}`,
    body,
    gets: administrators
  }
})
const nouns = ['name', 'commitment', 'objective']
const forms = { one: 'a', theOne: 'b', many: 'c', theMany: 'd', gender: 'neuter' }
const words = Object.fromEntries(
  nouns.flatMap((noun) => Object.entries(forms).map(([form, word]) => [`words.${noun}.sv.${form}`, word]))
)

/** The set-up of the installation is its administrators' alone. */
export const work: Table = {
  'POST /(work)/settings?/name': {
    path: '/installningar?/name',
    body: ({ installation }) => ({ name: 'Nytt namn', version: String(installation.version) }),
    gets: administrators
  },
  'POST /(work)/settings/kinds/new?/add': {
    path: '/installningar/slag/ny?/add',
    body: () => ({ ...words, 'words.name.sv.one': 'grannlöfte' }),
    gets: administrators
  },
  'POST /(work)/settings/kinds/[code]?/words': {
    path: '/installningar/slag/citizen_promise?/words',
    body: ({ kind }) => ({ ...words, version: String(kind.version) }),
    gets: administrators
  },
  'POST /(work)/settings/outbox?/again': {
    path: '/installningar/utkorg?/again',
    body: ({ message }) => ({ id: message.id }),
    gets: administrators
  },
  'POST /(work)/settings/people/new': {
    path: '/installningar/personer/ny',
    body: () => ({ id: newId(), name: 'Ny', mail: 'ny@kvarter.example' }),
    gets: administrators
  },
  ...onPerson('change', ({ person }) => ({ ...fieldsOf(person, 'mail', 'version'), name: 'Nytt namn' })),
  ...onPerson('grant', () => ({ role: 'reader', scope: 'installation' })),
  ...onPerson('withdraw', ({ here }) => ({ role: 'reader', scope: `collaboration:${here.id}` })),
  ...onPerson('end', () => ({})),
  ...onPerson('resume', () => ({}))
}
