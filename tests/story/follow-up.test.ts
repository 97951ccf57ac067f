import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#server/domain/people/actor.ts'
import type { Content } from '#server/domain/publications/content.ts'
import type { FactsOf } from '#server/domain/publications/facts.ts'
import type { Deed } from '#server/domain/publications/frozen.ts'
import { findEdition } from '#server/domain/publications/editions/editions.ts'
import { loadWorld } from '#story/load.ts'
import { world } from '#story/world.ts'
import { freshDatabase } from '#tests/database.ts'
import { secrets } from '#tests/round.ts'
import {
  closing,
  focusAreas,
  introduction,
  newPromise,
  promise,
  synergies,
  type Told
} from './hisings-backa/source.ts'

const { db } = await freshDatabase()
let content: Content

beforeAll(async () => {
  await loadWorld(db, secrets, world)
  ;({ content } = await findEdition(db, visitor, 'uppfoljning-hisings-backa-2024-2025'))
}, 60_000)

type Block = Content['blocks'][number]
/** What its section is known by: its focus area, its own heading, or what it is for. */
const nameOf = ({ focusArea, heading, part }: Block): string | null => focusArea ?? heading ?? part

const proseOf = (name: string): string =>
  content.blocks.flatMap((block) =>
    block.kind === 'prose' && nameOf(block) === name ? [block.prose ?? ''] : []
  )[0] ?? ''
/** As it reads: a fact may lie over two lines. */
const flat = (text: string): string => text.replaceAll(/[\s*]+/g, ' ')
const missing = (text: string, facts: RegExp[]): string[] =>
  facts.filter((fact) => !fact.test(flat(text))).map(String)

const deedsUnder = (title: string): Deed[] =>
  content.blocks.flatMap((block) =>
    block.kind === 'deeds' && block.focusArea === title
      ? block.facts.groups.flatMap(({ deeds }) => deeds)
      : []
  )

/** What is said of the next promise: its name, what it is for, and why its new focus areas. */
const toldOf = (next: FactsOf<'next_period'>['successors'][number] | undefined): string =>
  next ? [next.name, next.purpose, ...next.objectives.map(({ description }) => description)].join(' ') : ''

function checked(deed: Deed | undefined, { of, facts, with: parties = [], figures = [] }: Told) {
  expect(deed, of).toBeDefined()
  if (!deed) return
  const told = [deed.title, deed.text, deed.contributed].join(' ')
  const named = [deed.lead, ...deed.parties].join(', ')
  expect(missing(told, facts), of).toEqual([])
  expect(
    parties.filter((party) => !`${named} ${told}`.includes(party)),
    of
  ).toEqual([])
  expect(
    deed.figures.map(({ qualifier, value, words }) => [qualifier, value ?? words]),
    of
  ).toEqual(figures.map(([qualifier, value]) => [qualifier, value]))
  for (const [place, [, , unit]] of figures.entries()) expect(deed.figures[place]?.unit, of).toContain(unit)
}

describe('the follow-up of Hisings Backa reads like its source', () => {
  test('section by section', () => {
    const written = content.blocks.filter(({ kind }) =>
      ['prose', 'aims', 'deeds', 'beyond', 'next_period'].includes(kind)
    )
    expect(written.map((block) => [block.kind, nameOf(block)])).toEqual([
      ['prose', 'introduction'],
      ['prose', 'Löftet: tillsammans för ett tryggare Hisings Backa'],
      ...focusAreas.flatMap(({ title }) => [
        ['prose', title],
        ['aims', title],
        ['deeds', title]
      ]),
      ['prose', 'closing'],
      ['beyond', 'Utöver dellöftena: två insatser som stärker andra'],
      ['next_period', null]
    ])
  })

  test.each([
    ['its introduction', 'introduction', introduction],
    ['its promise', 'Löftet: tillsammans för ett tryggare Hisings Backa', promise],
    ['its closing words', 'closing', closing]
  ])('%s', (_, heading, facts) => {
    expect(missing(proseOf(heading), facts)).toEqual([])
  })

  test.each(focusAreas)('why $title matters, and how it was to be reached', ({ title, why, aims }) => {
    expect(missing(proseOf(title), why)).toEqual([])
    const told = content.blocks.flatMap((block) =>
      block.kind === 'aims' && block.focusArea === title
        ? block.facts.objectives.flatMap((one) => one.aims)
        : []
    )
    expect(told).toHaveLength(aims.length)
    for (const [place, aim] of aims.entries()) expect(told[place]).toMatch(aim)
  })

  test.each(focusAreas)(
    'what was done for $title: each deed in its turn, with its figures',
    ({ title, deeds }) => {
      const told = deedsUnder(title)
      expect(told).toHaveLength(deeds.length)
      for (const [place, deed] of deeds.entries()) {
        expect(told[place]?.title).toContain(deed.of)
        checked(told[place], deed)
      }
    }
  )

  test('the two that strengthened one another', () => {
    const beyond = content.blocks.flatMap((block) => (block.kind === 'beyond' ? block.facts.deeds : []))
    expect(beyond).toHaveLength(synergies.length)
    for (const [place, deed] of synergies.entries()) checked(beyond[place], deed)
  })

  test('its own totals, beside what can be counted here', () => {
    const stated = content.blocks.flatMap((block) =>
      block.kind === 'totals' || block.kind === 'parties' ? block.facts.stated : []
    )
    expect(stated.map(({ subject, qualifier, value }) => [subject, qualifier, value])).toEqual([
      ['commitments', 'over', 100],
      ['completed', 'about', 90],
      ['parties', 'exactly', 27]
    ])
  })

  test('and goes on with two more focus areas', () => {
    const [next] = content.blocks.flatMap((block) =>
      block.kind === 'next_period' ? block.facts.successors : []
    )
    expect(missing(toldOf(next), newPromise)).toEqual([])
    expect(next?.objectives.map(({ title, isNew }) => [title, isNew])).toEqual([
      ...focusAreas.map(({ title }) => [title, false]),
      ['Förskola', true],
      ['Sysselsättning', true]
    ])
  })
})
