import { expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { usual } from './asked.ts'
import { readAnswer } from './fields.ts'
import { altField, readAlts } from './photo-alts.ts'

const id = newId()
const required = {
  ...usual,
  builtIn: { photos: { required: true, label: null, help: null } },
  last: 'fully' as const
}

test.each([
  ['described', usual, { degree: 'fully', [altField(id)]: ' Ett torg. ' }, [id], ['Ett torg.'], {}],
  ['not described', usual, { degree: 'fully' }, [id], [], { [altField(id)]: 'required' }],
  [
    'described with blanks',
    usual,
    { degree: 'fully', [altField(id)]: ' ' },
    [id],
    [],
    { [altField(id)]: 'required' }
  ],
  [
    'described at length',
    usual,
    { degree: 'fully', [altField(id)]: 'a'.repeat(501) },
    [id],
    [],
    { [altField(id)]: 'too_long' }
  ],
  ['not asked for', { ...usual, builtIn: {} }, { degree: 'fully' }, [id], [], {}],
  ['asked for and not there', required, { degree: 'partly' }, [], [], { photos: 'required' }],
  ['asked for of what is not begun', required, { degree: 'not_begun' }, [], [], {}],
  [
    'of no change',
    { ...usual, last: 'fully' as const },
    { degree: 'fully', no_change: 'yes', [altField(id)]: 'Ett torg.' },
    [id],
    [],
    {}
  ]
])('a photo that is %s', (_, asked, written, photos, alts, errors) => {
  const told = readAlts({ written, asked, reading: readAnswer(written, asked) }, photos)
  expect([[...told.alts.values()], told.errors]).toEqual([alts, errors])
})
