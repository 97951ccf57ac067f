import { expect, test } from 'vitest'
import { wholeAmong, type PublicationLine } from './publications.ts'

const line = (template: string, published = true): PublicationLine => ({
  ...{ id: template, slug: template, title: template, template, published },
  ...{ published_on: null, withdrawn: false, number: 1, gone: null }
})
const read = (...lines: PublicationLine[]) => wholeAmong(lines)?.template

test('the whole is read in the latest report, in a brief only where there is no other', () => {
  expect(read(line('annual', false), line('brief'), line('half_year'), line('annual'))).toBe('half_year')
  expect(read(line('local_overview'), line('var-egen'), line('annual'))).toBe('var-egen')
  expect(read(line('local_overview'), line('brief'))).toBe('local_overview')
  expect(read(line('annual', false))).toBeUndefined()
})
