import { settingNames, settingsOf } from '#server/domain/publications/settings.ts'
import { blockKinds } from '#server/domain/publications/blocks/kinds.ts'
import type { Lens } from '#server/domain/publications/blocks/text-saving.ts'

const names = <N extends string>(all: readonly N[]) =>
  Object.fromEntries(all.map((name) => [name, name])) as unknown as Record<N, string>
/** A text in which everything is called by its code. */
export const lens: Lens = {
  words: {
    kinds: names(blockKinds),
    settings: names(settingNames),
    values: Object.fromEntries(
      settingNames.map((name) => [
        name,
        names(blockKinds.flatMap((kind) => settingsOf(kind).find((one) => one.name === name)?.choices ?? []))
      ])
    ) as Lens['words']['values']
  },
  usual: ({ kind }) => (kind === 'totals' ? 'I korthet' : null)
}
