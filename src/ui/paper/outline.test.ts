import { describe, expect, test } from 'vitest'
import { sectionOf } from './made.ts'
import { outlineOf } from './outline.ts'
import type { Block, Report } from './report.ts'

const facts = { computed: null, stated: null, groups: [], more: 0 }
const block = (kind: string, focusArea: string | null = null, more: object = {}): Block =>
  ({
    ...{ id: `${kind}-${focusArea}`, kind, focusArea, heading: null, part: null, prose: 'Ord.', facts },
    ...more
  }) as unknown as Block
const area = (title: string) => block('prose', title, { part: 'focus_area', prose: null })
const outline = (...blocks: Block[]) =>
  outlineOf({ blocks } as Report).map(({ heading, level }) => [level, heading])

describe('what tells of one focus area', () => {
  test('stands within its own section by its usual heading', () => {
    expect(outline(area('Skola'), block('deeds', 'Skola'), area('Hem'), block('deeds', 'Hem'))).toEqual([
      [2, 'Skola'],
      [3, 'Det här blev gjort'],
      [2, 'Hem'],
      [3, 'Det här blev gjort']
    ])
  })

  test('says so in its heading anywhere else, and sinks under nothing that is of something else', () => {
    const closing = block('prose', null, { part: 'closing' })
    expect(outline(closing, block('totals', 'Skola'), area('Hem'), block('deeds', 'Skola'))).toEqual([
      [2, 'Slutord'],
      [2, 'Resultatet i korthet: Skola'],
      [2, 'Hem'],
      [2, 'Det här blev gjort: Skola']
    ])
  })

  test('is told after a question without another sign', () => {
    const ongoing = block('ongoing', 'Skola', { facts: { stages: 'now' } })
    expect(outline(ongoing)).toEqual([[2, 'Vad är på gång? Skola']])
  })

  test('is called what somebody called it', () => {
    const named = block('totals', 'Skola', { heading: 'Så gick det' })
    expect(outline(named)).toEqual([[2, 'Så gick det']])
  })

  test('has the area in the language of the report', () => {
    const parties = block('parties', 'School', { facts: { roles: [], stated: [] } })
    const report = { language: 'en', blocks: [parties] } as unknown as Report
    const [section] = outlineOf(report)
    expect(section && sectionOf(report, section).heading).toMatchObject([
      { type: 'text', value: 'De som står bakom: ' },
      { type: 'text', value: 'School', foreign: true }
    ])
  })
})
