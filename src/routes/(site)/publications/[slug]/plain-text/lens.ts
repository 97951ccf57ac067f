import { blockKinds, type BlockKind } from '#server/domain/publications/blocks/kinds.ts'
import type { Content, FrozenBlock } from '#server/domain/publications/content.ts'
import type { Vocabulary } from '#server/domain/publications/blocks/plain-text.ts'
import type { Block } from '#server/domain/publications/publications.ts'
import type { Among } from '#server/domain/publications/settings.ts'
import { settingNames, settingsOf, type SettingName } from '#server/domain/publications/settings.ts'
import type { Lens } from '#server/domain/publications/blocks/text-saving.ts'
import { usualHeading } from '#ui/paper/outline.ts'
import { m } from '#ui/words/messages.ts'
import { kindName } from '../naming.ts'
import { optionsOf } from '../setting.ts'

type Choices = Record<Among, { value: string; label: string }[]>

/** The text speaks as the page does: kinds, settings and choices by the words that stand there. */
export const lensOf = (report: Content, among: Choices): Lens => ({
  words: wordsOf(among),
  usual: (block) =>
    usualHeading(report, report.blocks.find(({ id }) => id === block.id) ?? withoutFacts(block, among))
})

/** One that somebody has taken away since: what it is called follows from how it was set. */
const withoutFacts = ({ id, kind, settings }: Pick<Block, 'id' | 'kind' | 'settings'>, among: Choices) =>
  ({
    ...{ id, kind, heading: null, part: settings.part ?? null, prose: null },
    focusArea: among.objectives.find(({ value }) => value === settings.objective)?.label ?? null,
    facts: { moves: settings.shown === 'moves', roles: [], stages: settings.stages ?? 'now' }
  }) as unknown as FrozenBlock

const wordsOf = (among: Choices): Vocabulary => ({
  kinds: Object.fromEntries(
    apart(blockKinds.map((kind) => [kind, asWord(kindName(kind))] as const))
  ) as Record<BlockKind, string>,
  settings: Object.fromEntries(
    apart(settingNames.map((name) => [name, asWord(m[`blocks_setting_${name}`]())] as const))
  ) as Record<SettingName, string>,
  values: Object.fromEntries(
    settingNames.map((name) => [name, valuesOf(name, among)])
  ) as Vocabulary['values']
})

/** What any kind of block may have the setting be. */
function valuesOf(name: SettingName, among: Choices): Record<string, string> {
  const settings = blockKinds.flatMap((kind) => settingsOf(kind).filter((one) => one.name === name))
  const options = settings.flatMap((setting) => optionsOf(setting, { among }))
  return Object.fromEntries(apart([...new Map(options.map(({ value, label }) => [value, label]))]))
}

/** "Det som inte blev av" → `det-som-inte-blev-av` */
const asWord = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** Two that are called the same are told apart by a number. */
function apart<K>(named: (readonly [K, string])[]): [K, string][] {
  const taken = new Map<string, number>()
  return named.map(([key, word]) => {
    const times = (taken.get(word) ?? 0) + 1
    taken.set(word, times)
    return [key, times === 1 ? word : `${word}-${times}`]
  })
}
