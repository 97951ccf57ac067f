import * as v from 'valibot'
import { isId } from '#server/platform/db/ids.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { BlockKind, Part } from './blocks/kinds.ts'

/** What a block may be set to is chosen among these, and, where `among` says so, among things of its collaboration. */
export type Setting = {
  name: SettingName
  choices: readonly string[]
  /** What holds where nothing is chosen; it is not kept. */
  usual: string
  /** By their ids; questions by their keys. */
  among: Among | null
}
export type Among = 'objectives' | 'rounds' | 'deeds' | 'questions'

type Described = Omit<Setting, 'name'>
const oneOf = <const C extends readonly [string, ...string[]]>(...choices: C) => ({
  ...{ choices, usual: choices[0], among: null }
})
const orOne = <const C extends readonly [string, ...string[]]>(among: Among, ...choices: C) => ({
  ...{ choices, usual: choices[0], among }
})

const settings = {
  /** The focus area it is about. */
  objective: orOne('objectives', 'all', 'whole'),
  /** The latest answer of all rounds; those of the latest follow-up only, of all that ask about its year, or of one chosen. */
  round: orOne('rounds', 'all', 'latest', 'year'),
  extent: oneOf('all', 'highlights'),
  /** Whole with its figures and photos, or a line each. */
  told: oneOf('whole', 'brief'),
  most: oneOf('all', '3', '5', '10'),
  photos: oneOf('yes', 'no'),
  /** A section of its own, or only the sentence that the report opens with. */
  stands: oneOf('section', 'opening'),
  /** Figures that can't be added. */
  listed: oneOf('yes', 'no'),
  /** All that are party, or only those who came or left in the period. */
  shown: oneOf('all', 'moves'),
  stages: oneOf('now', 'done', 'all'),
  /** One deed told by many; all of those where none is chosen. */
  deed: orOne('deeds', 'all'),
  said_by: oneOf('all', 'commitments', 'parties'),
  /** One of the rounds' own questions, answered here too. */
  question: orOne('questions', 'none'),
  since: oneOf('edition', 'report'),
  /** What became of this period's promises, or of those of the period before. */
  carried: oneOf('onward', 'before'),
  decided: oneOf('all', 'report', 'collaboration')
} as const satisfies Record<string, Described>

export type SettingName = keyof typeof settings
export const settingNames = Object.keys(settings) as SettingName[]
/** Those that are chosen away from the usual. `part` says what a block of prose is for, and is never chosen. */
export type BlockSettings = { part?: Part } & { [N in SettingName]?: string }

const everything = (name: SettingName): Setting => ({ name, ...settings[name] })
const focusArea: Setting = { ...everything('objective'), choices: ['all'] }
const of = (...names: SettingName[]): Setting[] =>
  names.map((name) => (name === 'objective' ? focusArea : everything(name)))

const byKind: Record<BlockKind, readonly Setting[]> = {
  prose: of('objective'),
  totals: of('objective', 'round', 'stands'),
  quarter: of('objective'),
  aims: of('objective'),
  deeds: of('objective', 'round', 'extent', 'told', 'most', 'photos'),
  figures: of('objective', 'round', 'listed'),
  not_carried_out: of('objective', 'round'),
  beyond: of('round', 'told', 'photos'),
  completion: of('objective', 'round'),
  ongoing: of('stages', 'objective'),
  together: of('deed', 'objective', 'photos'),
  contribution: of('said_by', 'objective', 'round', 'question'),
  learning: of('said_by', 'objective', 'round', 'question'),
  assessment: [everything('objective')],
  changes: of('since'),
  annexes: [],
  decisions: of('decided'),
  carried_over: of('carried', 'objective'),
  next_period: [],
  parties: of('shown', 'round'),
  documents: []
}

/** The settings that a kind of block has, in the order they are asked. */
export const settingsOf = (kind: BlockKind): readonly Setting[] => byKind[kind]

const key = /^[\w.-]{1,80}$/
const isOfThem = (among: Among | null, value: string): boolean =>
  among === 'questions' ? key.test(value) : among !== null && isId(value)

const field = (name: SettingName) => {
  const { choices, among } = everything(name)
  return v.pipe(
    v.nullish(v.string(), ''),
    v.check((value) => value === '' || choices.includes(value) || isOfThem(among, value), 'not_a_choice'),
    v.transform((value) => value || null)
  )
}

/** The fields of a form that sets a block, whatever its kind. */
export const settingFields = Object.fromEntries(settingNames.map((name) => [name, field(name)])) as Record<
  SettingName,
  ReturnType<typeof field>
>

/**
 * What is kept of what was chosen: what the kind has, where it is not the usual.
 * @throws Invalid `not_a_choice` by the setting's name.
 */
export function chosenOf(kind: BlockKind, written: Partial<Record<SettingName, string | null>>) {
  const kept: BlockSettings = {}
  for (const { name, choices, usual, among } of settingsOf(kind)) {
    const value = written[name]
    if (!value || value === usual) continue
    if (!choices.includes(value) && !isOfThem(among, value)) throw new Invalid({ [name]: 'not_a_choice' })
    kept[name] = value
  }
  return kept
}
