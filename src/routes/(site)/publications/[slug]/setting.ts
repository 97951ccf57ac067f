import type { Setting } from '#server/domain/publications/settings.ts'
import type { Workshop } from '#server/domain/publications/reading.ts'
import { m } from '#ui/words/messages.ts'

const words = m as unknown as Record<string, (() => string) | undefined>

/** What a setting may be: its own choices in words, then things of the collaboration by their names. */
export function optionsOf({ name, choices, among }: Setting, workshop: Pick<Workshop, 'among'>) {
  const own = choices.map((value) => ({
    value,
    label: words[`blocks_setting_${name}_${value}`]?.() ?? value
  }))
  return among ? [...own, ...workshop.among[among]] : own
}
